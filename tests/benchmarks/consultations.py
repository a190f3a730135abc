"""Consultations with as many comments as are asked for, each answered."""

from random import Random
from uuid import UUID

from django.utils import timezone

from pages.comments.models import (
    AnswerAmendment,
    AnswerState,
    Channel,
    CommentKind,
    Consultation,
    CoveredComment,
    OfficialAnswer,
    OnBehalf,
    PublicComment,
    Ruling,
)
from pages.comments.states import State
from pages.programmes.models import ProgrammeDraftPage
from tests.factories.comments import ConsultationFactory
from tests.factories.drafting import AmendmentFactory
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory

from .changes import body
from .redline import drafts
from .words import Writer

CLAUSES = 300
AMENDMENTS = 50
# One in so many comments is as long as the form lets it be.
LONG, LONGEST = 1_000, 20_000
BATCH = 5_000


def consult(city: City, rows: int, *, number: int, is_answered: bool) -> None:
    """Put a version out; its comments have answers, published or in preparation."""
    text = body(drafts(CLAUSES)[0])
    draft = city.draft(text, number=number, status="consulted", published=True)
    consultation = ConsultationFactory(
        draft=ProgrammeDraftPage.objects.get(pk=draft.pk)
    )
    state = State.ANSWERED if is_answered else State.DRAFTED
    comments = PublicComment.objects.bulk_create(
        speak(consultation, rows, number * 1_000_000, state), batch_size=BATCH
    )
    answer(comments, city, is_published=is_answered)


def speak(
    consultation: Consultation, rows: int, first: int, state: State
) -> list[PublicComment]:
    """Return comments of people and organisations, not saved."""
    writer, chance = Writer(8), Random(8)  # noqa: S311 - the same each run
    texts = {words: [writer.sentence(words) for _ in range(500)] for words in (20, 50)}
    nodes = [node for node in consultation.draft.clauses if not node.is_heading]
    organisations = OrganisationFactory.create_batch(10)
    made = []
    for row in range(rows):
        node, is_long = chance.choice(nodes), row % LONG == 0
        of = chance.choice(organisations) if row % 3 == 0 else None
        text = chance.choice(texts[50])
        made.append(
            PublicComment(
                consultation=consultation,
                year=consultation.year,
                number=first + row,
                state=state,
                kind=chance.choice(CommentKind.values),
                channel=chance.choice(Channel.values),
                clause_id=UUID(node.uid),
                clause_kind=node.kind.value,
                clause_number=node.number,
                quoted=node.text,
                text=(text * LONGEST)[:LONGEST] if is_long else text,
                proposed_wording=chance.choice(texts[50]) if row % 2 else "",
                justification=chance.choice(texts[20]) if row % 2 else "",
                on_behalf=OnBehalf.ORGANISATION if of else OnBehalf.RESIDENT,
                organisation=of,
                fingerprint=f"{row:064d}",
            )
        )
    return made


def answer(comments: list[PublicComment], city: City, *, is_published: bool) -> None:
    """Answer each comment; those that are accepted lead to a change of the text."""
    writer, now = Writer(9), timezone.now()
    reasons = [writer.sentence(40) for _ in range(500)]
    answers = OfficialAnswer.objects.bulk_create(
        [
            OfficialAnswer(
                ruling=writer.pick(Ruling.values),
                reasons=writer.pick(reasons),
                state=AnswerState.PUBLISHED if is_published else AnswerState.DRAFT,
                published_at=now if is_published else None,
            )
            for _comment in comments
        ],
        batch_size=BATCH,
    )
    CoveredComment.objects.bulk_create(
        [
            CoveredComment(answer=one, comment=comment)
            for one, comment in zip(answers, comments, strict=True)
        ],
        batch_size=BATCH,
    )
    amendments = [
        AmendmentFactory(programme=city.programme) for _number in range(AMENDMENTS)
    ]
    accepted = [one for one in answers if one.ruling == Ruling.ACCEPTED]
    AnswerAmendment.objects.bulk_create(
        [
            AnswerAmendment(answer=one, amendment=writer.pick(amendments))
            for one in accepted
        ],
        batch_size=BATCH,
    )
