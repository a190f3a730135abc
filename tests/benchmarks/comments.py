"""What readers' views of comments cost: 1,000 of them on a version of 300 clauses."""

from uuid import UUID

from django.db import transaction

from pages.comments.models import CommentKind, Consultation, OnBehalf, Ruling
from pages.frontpage.models import HomePage
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from snippets.models import Organisation
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.pages import ProgrammeDraftPageFactory

from .changes import body
from .measure import Visitor, gzipped, page_weight
from .redline import drafts
from .report import aligned, progress
from .words import Writer

CLAUSES, COMMENTS = 300, 1_000
MOST_QUERIES, MOST_BYTES = 30, 60_000
VISITS = 11
HEADING = ("page", "queries", "most", "median ms", "HTML", "page", "most")


def run() -> str:
    """Return queries, milliseconds and bytes of each page, and whether limits hold."""
    with transaction.atomic():
        home = HomePage.objects.get(locale__language_code="pl")
        consultation = consult()
        speak(consultation)
        progress(f"{COMMENTS} comments with answers made")
        visitors = {
            name: visit(url, home) for name, url in addresses(consultation).items()
        }
        transaction.set_rollback(True)
    return "\n".join(
        [
            f"\n{COMMENTS:,} comments, {CLAUSES} clauses, uncached; bytes gzip",
            aligned(HEADING, [line(name, v) for name, v in visitors.items()]),
        ]
    )


def consult() -> Consultation:
    """Put a long version of the demo's programme out."""
    programme = ProgrammePage.objects.get(slug="2014", locale__language_code="pl")
    _old, nodes = drafts(CLAUSES)
    draft = ProgrammeDraftPageFactory(
        parent=programme,
        number=100,
        status="consulted",
        body=body(nodes),
        published=True,
    )
    return ConsultationFactory(draft=ProgrammeDraftPage.objects.get(pk=draft.pk))


def speak(consultation: Consultation) -> None:
    """Let people and organisations comment, and the office answer nine in ten."""
    writer = Writer(5)
    uids = [UUID(n.uid) for n in consultation.draft.clauses if not n.is_heading]
    organisations = list(Organisation.objects.in_directory()[:10])
    for number in range(COMMENTS):
        is_answered = number % 10 > 0
        speaker = {"on_behalf": OnBehalf.RESIDENT}
        if number % 3 == 0:
            organisation = organisations[number % len(organisations)]
            speaker = {
                "on_behalf": OnBehalf.ORGANISATION,
                "organisation": organisation,
            }
        comment = PublicCommentFactory(
            consultation=consultation,
            about=uids[number * 7 % len(uids)] if number % 20 else uids[0],
            state="answered" if is_answered else "published",
            kind=writer.pick(CommentKind.values),
            text=writer.sentence(40),
            proposed_wording=writer.sentence(60) if number % 2 else "",
            justification=writer.sentence(20) if number % 2 else "",
            **speaker,
        )
        if is_answered:
            AnswerFactory(
                comments=[comment],
                published=True,
                ruling=writer.pick(Ruling.values),
                reasons=writer.sentence(30),
            )


def addresses(consultation: Consultation) -> dict[str, str]:
    """Return the addresses that are measured, by what is there."""
    draft = consultation.draft
    nodes = [node for node in draft.clauses if not node.is_heading]
    answered = consultation.comments.filter(state="answered").first()
    comments = f"{draft.url}?view=comments"
    return {
        "text, a chapter": draft.url,
        "comments": comments,
        "comments, filtered": f"{comments}&kind=change&state=accepted&q=miejsk",
        "comments, page 10": f"{comments}&page=10",
        "a clause": f"/pl/clause/{nodes[0].uid}/",
        "a comment": answered.url,
        "feed": "/pl/feeds/comments/",
        "home": "/pl/",
    }


def visit(url: str, home: HomePage) -> Visitor:
    """Visit an address some times."""
    visitor = Visitor(url, home)
    for _ in range(VISITS):
        visitor.time()
    return visitor


def line(name: str, visitor: Visitor) -> tuple[str, ...]:
    """Return the figures of one page."""
    size = page_weight(visitor.html)
    return (
        name,
        f"{visitor.queries}",
        verdict(visitor.queries, MOST_QUERIES),
        f"{visitor.median:.0f}",
        f"{gzipped(visitor.html):,}",
        f"{size:,}",
        verdict(size, MOST_BYTES),
    )


def verdict(figure: int, most: int) -> str:
    """Say whether a figure is at most what it may be."""
    return f"{most:,}: {'holds' if figure <= most else 'MISSED'}"
