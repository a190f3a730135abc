"""Cards of pages: of every type, those of other rooms and of other sites too."""

from collections.abc import Callable, Iterator
from copy import copy
from typing import Any

from django.db.models import Manager
from django.utils import timezone
from modelsearch.index import RelatedFields, SearchField
from wagtail.models import Page

from pages.base.frame import is_untranslated_alias
from pages.base.visibility import visible
from pages.meetings.models import FindingKind, MeetingPage
from pages.programmes.models import (
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammePage,
)
from search.models import CatalogueEntry, Kind, Part

from .cards import Card, fill, title_of

Texts = Iterator[tuple[Part, Any]]
# Searched under other names, or not as a text of the page.
NOT_BODY = frozenset({"title", "lead"})


def page_cards(page: Page) -> list[Card]:
    """Return the card of a page as its readers know it; none if it has none.

    `page` must be of its own type. A page that only mirrors another language has its
    words in that language, and no card.
    """
    if not is_found(page):
        return []
    make = MAKERS.get(type(page), make_page)
    return [make(page)]


def is_found(page: Page) -> bool:
    """Whether everybody may read a page, at an address, in its own language."""
    return (
        page.live
        and page.depth > 1
        and not is_untranslated_alias(page)
        # A page keeps what it has learnt of the sites, which may change: ask another.
        and copy(page).get_url_parts() is not None
        and visible(Page.objects).filter(pk=page.pk).exists()
    )


def make_page(page: Page) -> Card:
    """Return the card of any page, by the fields it says are searched."""
    return Card(entry_of(page, Kind.PAGE, texts_of(page)))


def make_programme(page: ProgrammePage) -> Card:
    """Return the card of a year's programme."""
    legal = [(Part.BODY, page.legal_basis), (Part.BODY, page.resolution_number)]
    entry = entry_of(page, Kind.PROGRAMME, iter([*texts_of(page), *legal]))
    entry.year, entry.date = page.year, page.resolution_date or entry.date
    return Card(entry)


def make_draft(page: ProgrammeDraftPage) -> Card:
    """Return the card of a version; its clauses have cards of their own."""
    texts = iter(
        [
            *lead_of(page),
            (Part.BODY, page.label),
            (Part.BODY, searchable(page, "summary")),
        ]
    )
    entry = entry_of(page, Kind.DRAFT, texts)
    entry.date, entry.year = page.date, year_of(page)
    entry.number = str(page.number)
    entry.facts = {"version": page.number}
    return Card(entry)


def make_task(page: PriorityTaskPage) -> Card:
    """Return the card of a priority task."""
    entry = entry_of(page, Kind.TASK, texts_of(page))
    entry.year = year_of(page)
    return Card(entry, areas=frozenset({page.area_id}))


def make_meeting(page: MeetingPage) -> Card:
    """Return the card of a meeting: its topics, findings, decisions and who came."""
    organisations = list(page.organisations.select_related("organisation"))
    units = page.units.select_related("unit")
    findings = list(page.findings.all())
    texts: list[tuple[Part, Any]] = [
        *lead_of(page),
        *((Part.AGENDA, item.topic) for item in page.agenda.all()),
        (Part.BODY, searchable(page, "agreed_introduction")),
        (Part.BODY, searchable(page, "findings_introduction")),
        *((part_of(one), [one.text, one.wording_after]) for one in findings),
        (Part.BODY, searchable(page, "body")),
        (Part.PARTICIPANTS, [row.organisation.name for row in organisations]),
        (Part.PARTICIPANTS, [row.unit.name for row in units]),
    ]
    entry = entry_of(page, Kind.MEETING, iter(texts))
    entry.date, entry.year = page.date, page.date.year if page.date else None
    return Card(
        entry,
        areas=frozenset(one.area_id for one in findings if one.area_id),
        organisations=frozenset(row.organisation_id for row in organisations),
    )


def part_of(finding: Any) -> Part:
    """Return how a finding is called among the texts of its meeting."""
    agreed = finding.kind == FindingKind.AGREED_WORDING
    return Part.DECISION if agreed else Part.FINDING


def entry_of(page: Page, kind: Kind, texts: Texts) -> CatalogueEntry:
    """Return the entry of a page with what all have."""
    published = page.first_published_at
    entry = CatalogueEntry(
        kind=kind,
        subject=str(page.pk),
        language=page.locale.language_code,
        page_id=page.pk,
        title=title_of(page.title),
        date=timezone.localdate(published) if published else None,
    )
    return fill(entry, texts)


def lead_of(page: Page) -> Texts:
    """Yield the lead of a page, or what it says of itself to search engines."""
    yield Part.LEAD, getattr(page, "lead", "") or page.search_description


def texts_of(page: Page) -> Texts:
    """Yield the texts of a page: of the fields that it says are searched."""
    yield from lead_of(page)
    yield from fields_of(page)


def fields_of(thing: Any) -> Texts:
    """Yield the texts of searched fields, those of related things among them."""
    for field in type(thing).get_search_fields():
        if isinstance(field, SearchField) and field.field_name not in NOT_BODY:
            yield Part.BODY, field.get_value(thing)
        elif isinstance(field, RelatedFields):
            for other in related(field.get_value(thing)):
                for sub in field.fields:
                    if isinstance(sub, SearchField):
                        yield Part.BODY, sub.get_value(other)


def related(value: Any) -> list[Any]:
    """Return the things that a related field of the index leads to."""
    if isinstance(value, Manager):
        return list(value.all())
    return [] if value is None else [value]


def searchable(page: Page, name: str) -> Any:
    """Return what is searched of a field."""
    return SearchField(name).get_value(page)


def year_of(page: Page) -> int | None:
    """Return the year of the programme that a page belongs to."""
    return programme_of(page)[0]


def programme_of(page: Page) -> tuple[int | None, str]:
    """Return year and title of the programme that a page belongs to."""
    above = ProgrammePage.objects.filter(path=page.path[: -page.steplen])
    return above.values_list("year", "title").first() or (None, "")


MAKERS: dict[type[Page], Callable[[Any], Card]] = {
    ProgrammePage: make_programme,
    ProgrammeDraftPage: make_draft,
    PriorityTaskPage: make_task,
    MeetingPage: make_meeting,
}
