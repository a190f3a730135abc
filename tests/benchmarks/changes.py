"""What the public view of changes costs: 300 clauses, every third changed."""

from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from pages.frontpage.models import HomePage
from pages.programmes.clauses import ClauseNode
from pages.programmes.models import ProgrammePage
from tests.factories import clauses as raw
from tests.factories.pages import ProgrammeDraftPageFactory

from .measure import Visitor, gzipped
from .redline import drafts, verdict

CLAUSES = 300
MOST_MILLISECONDS, MOST_QUERIES = 400, 30
VISITS = 11
VIEWS = {
    "a chapter": "?view=changes",
    "whole": "?view=changes&chapter=all",
    "only changes, whole": "?view=changes&only=changes&chapter=all",
}


def run() -> str:
    """Return queries, milliseconds and bytes of the view, and whether limits hold."""
    with transaction.atomic():
        lines = [line(name, visit(query)) for name, query in VIEWS.items()]
        transaction.set_rollback(True)
    return "\n".join([f"\nView of changes, {CLAUSES} clauses, uncached", *lines])


def visit(query: str) -> Visitor:
    """Visit the view of two new versions of the demo's programme."""
    programme = ProgrammePage.objects.get(slug="2014", locale__language_code="pl")
    home = HomePage.objects.get(locale__language_code="pl")
    number = 100 + programme.get_children().count()
    old, new = (body(nodes) for nodes in drafts(CLAUSES))
    base = ProgrammeDraftPageFactory(parent=programme, number=number, body=old)
    draft = ProgrammeDraftPageFactory(
        parent=programme, number=number + 1, body=new, based_on=base
    )
    visitor = Visitor(f"{draft.url}{query}", home)
    for _ in range(VISITS):
        visitor.time()
    return visitor


def body(nodes: list[ClauseNode]) -> list[dict]:
    """Return clauses as the raw body of a draft, in six chapters."""
    size = len(nodes) // 6
    return [
        raw.chapter(
            f"Rozdział {n}",
            *(
                raw.clause(text=node.text, uid=uuid5(NAMESPACE_URL, node.uid))
                for node in nodes[n * size : (n + 1) * size]
            ),
            uid=uuid5(NAMESPACE_URL, f"chapter/{n}"),
        )
        for n in range(6)
    ]


def line(name: str, visitor: Visitor) -> str:
    """Return the figures of one view."""
    queries = f"{visitor.queries} queries ({MOST_QUERIES}: "
    queries += f"{'holds' if visitor.queries <= MOST_QUERIES else 'MISSED'})"
    time = f"{visitor.median:.0f} ms ({verdict(visitor.median, MOST_MILLISECONDS)})"
    return f"{name}: {queries}, {time}, {gzipped(visitor.html):,} bytes gzip"
