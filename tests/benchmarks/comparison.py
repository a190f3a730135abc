"""The page types to compare: ours on the demo, ours grown, and the plain page."""

from dataclasses import dataclass
from functools import cached_property

from django.db import transaction
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from pages.frontpage.models import HomePage
from pages.programmes.history import clause_history
from pages.programmes.models import PriorityTaskPage
from snippets.models import Organisation

from .content import ORGANISATION, TALKED_ABOUT, Growth
from .measure import Visitor, sentences
from .mirror import Mirror
from .report import progress

ADDRESSES = {
    "home": "/pl/",
    "content page": "/pl/regulamin/",
    "meetings list": "/pl/spotkania/",
    "meeting report": "/pl/spotkania/warsztaty-26-lipca-2013/",
    "programmes list": "/pl/programy/",
    "programme": "/pl/programy/2014/",
    "draft, a chapter": "/pl/programy/2014/wersja-100/",
    "draft, whole": "/pl/programy/2014/wersja-100/?chapter=all",
    "priority task": "/pl/programy/2014/ekonomia-spoleczna/",
    "clause": f"/pl/clause/{TALKED_ABOUT}/",
    "organisations list": "/pl/organisations/",
    "organisation": f"/pl/organisations/{ORGANISATION}/",
}
# On the demo alone these types are shown by other pages.
DEMO_ADDRESSES = ADDRESSES | {
    "content page": "/pl/o-projekcie/",
    "draft, a chapter": "/pl/programy/2014/wersja-2/",
    "draft, whole": "/pl/programy/2014/wersja-2/?chapter=all",
}


@dataclass(frozen=True)
class Comparison:
    """One page type in three forms."""

    name: str
    demo: Visitor
    ours: Visitor
    plain: Visitor
    empty: tuple[Visitor, Visitor]

    @property
    def of_queries(self) -> float:
        """Our share of the plain page's queries."""
        return self.ours.queries / self.plain.queries

    @property
    def of_time(self) -> float:
        """Our share of the plain page's median time."""
        return self.ours.median / self.plain.median

    @property
    def of_content_time(self) -> float:
        """Our share of the median time that the content adds to an empty page."""
        empty_ours, empty_plain = self.empty
        content = self.ours.median - empty_ours.median
        return content / (self.plain.median - empty_plain.median)

    @cached_property
    def sentences(self) -> tuple[int, int, int]:
        """How many sentences both show, how many ours does and the plain page."""
        ours, plain = sentences(self.ours.html), sentences(self.plain.html)
        return len(ours & plain), len(ours), len(plain)


def make_comparisons() -> list[Comparison]:
    """Measure the demo, let it grow, and set a plain site beside it."""
    home = HomePage.objects.get(locale__language_code="pl")
    demo = {name: Visitor(url, home) for name, url in DEMO_ADDRESSES.items()}
    progress("demo visited")
    with transaction.atomic(), disable_reference_index_auto_update():
        growth = Growth()
        growth.add_all()
        progress("content grown")
        mirror = Mirror()
        twins = plain_pages(growth, mirror)
    progress("plain pages made")
    empty = (
        Visitor("/pl/pusta/", home),
        Visitor(mirror.address(mirror.twin(growth.empty)), mirror.home),
    )
    return [
        Comparison(
            name,
            demo[name],
            Visitor(url, home),
            Visitor(mirror.address(twins[name]), mirror.home),
            empty,
        )
        for name, url in ADDRESSES.items()
    ]


def plain_pages(growth: Growth, mirror: Mirror) -> dict[str, Page]:
    """Return the plain page of each page type."""
    talked_about = PriorityTaskPage.objects.get(
        clause_id=TALKED_ABOUT, locale=growth.home.locale
    )
    history = clause_history(TALKED_ABOUT, "pl")
    programme = mirror.twin(growth.programme)
    return {
        "home": mirror.home,
        "content page": mirror.twin(growth.text),
        "meetings list": mirror.twin(growth.report.get_parent()),
        "meeting report": mirror.fill_report(growth.report),
        "programmes list": programme.get_parent(),
        "programme": programme,
        "draft, whole": mirror.twin(growth.draft),
        "draft, a chapter": mirror.add_chapter(growth.draft),
        "priority task": mirror.fill_task(talked_about),
        "clause": mirror.add_clause(history),
        "organisations list": mirror.directory,
        "organisation": mirror.add_organisation(
            Organisation.objects.get(slug=ORGANISATION)
        ),
    }
