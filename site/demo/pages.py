"""Loads the demo's pages in Polish."""

import copy
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

from django.conf import settings
from wagtail.models import Locale, Page, Site

from pages.base.models import ContentPage
from pages.frontpage.models import HomePage
from pages.meetings.models import (
    AgendaItem,
    CommentChannel,
    Finding,
    MeetingIndexPage,
    MeetingPage,
    OrganisationAttendance,
    UnitAttendance,
)
from pages.programmes.models import (
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammeIndexPage,
    ProgrammePage,
)

from .comments import load_consultations
from .content import meetings, pages, programme
from .content import registers as register_content
from .drafting import load_drafting
from .registers import Registers

Report = Callable[[str], None]
BLOCKS = UUID("5f0a2c0e-6a0e-4f0e-9d3e-2f3f6f4b7a10")


def load_pages(registers: Registers, *, report: Report) -> HomePage:
    """Make the pages that are missing, and publish them; return the home page."""
    home = load_home(registers)
    report(f"Home page: {home.title}")
    index_of_meetings = add_page(home, MeetingIndexPage, pages.MEETINGS)
    index = add_page(home, ProgrammeIndexPage, pages.PROGRAMMES)
    year = add_page(index, ProgrammePage, pages.PROGRAMME)
    drafts = load_drafts(year, registers)
    load_tasks(year, registers)
    report(f"{year.title}: {len(drafts)} drafts, {len(programme.TASK_PAGES)} tasks")
    meeting = load_meetings(index_of_meetings, year, drafts, registers)
    load_drafting(meeting, drafts)
    if load_consultations(year, registers):
        report("Consultations: one of 2013 with 12 answered comments, one open now")
    for values in pages.PLAIN:
        body = raw_body(values["slug"], values["body"])
        add_page(home, ContentPage, {**values, "body": body})
        report(f"Page: {values['title']}")
    report("Meetings: the report of 26 July and the meeting of 13 August 2013")
    return home


def add_page(
    parent: Page, model: type[Page], values: dict[str, Any], **extra: Any
) -> Any:
    """Return the child with the slug of `values`, made and published if missing."""
    page = model.objects.child_of(parent).filter(slug=values["slug"]).first()
    if page is None:
        page = model(**{**values, **extra}, locale=parent.locale)
        parent.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def raw_body(key: str, rows: Iterable[tuple[str, Any]]) -> list[dict[str, Any]]:
    """Return the raw blocks of a plain page, with ids that stay the same."""
    return [
        {
            "type": kind,
            "value": {"text": text} if kind == "heading" else text,
            "id": str(uuid5(BLOCKS, f"{key}/{place}")),
        }
        for place, (kind, text) in enumerate(rows)
    ]


def load_home(registers: Registers) -> HomePage:
    """Return the home page; a new one takes the place of Wagtail's welcome page."""
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    root = Page.get_first_root_node()
    home = HomePage.objects.filter(locale=Locale.get_default()).first()
    if home is None:
        welcome = site.root_page
        values = {**pages.HOME, "slug": "strona-glowna"}
        home = HomePage(
            **values, project=registers.project, locale=Locale.get_default()
        )
        root.add_child(instance=home)
        home.save_revision().publish()
        site.root_page = home
        site.site_name = home.site_name
        address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
        usual_port = 443 if address.scheme == "https" else 80
        site.hostname, site.port = address.hostname, address.port or usual_port
        site.save()
        welcome.delete()
        home.refresh_from_db()
    return home


def load_drafts(year: ProgrammePage, registers: Registers) -> list[ProgrammeDraftPage]:
    """Load the two drafts, the second based on the first."""
    drafts: list[ProgrammeDraftPage] = []
    for values, body in zip(
        pages.DRAFTS, (programme.DRAFT_1, programme.DRAFT_2), strict=True
    ):
        drafts.append(
            add_page(
                year,
                ProgrammeDraftPage,
                values,
                body=resolve(copy.deepcopy(body), registers),
                based_on=drafts[-1] if drafts else None,
            )
        )
    return drafts


def resolve(blocks: list[dict[str, Any]], registers: Registers) -> list[dict[str, Any]]:
    """Put primary keys for the slugs of areas and authors in a raw body."""
    for block in blocks:
        value = block["value"]
        if block["type"] == "area":
            value["area"] = registers.areas[value["area"]].pk
        for author in value.get("authors", []):
            author["value"] = registers.units[author["value"]].pk
        resolve(value.get("clauses", []), registers)
    return blocks


def load_tasks(year: ProgrammePage, registers: Registers) -> None:
    """Load the pages of the priority tasks that the report names."""
    for row in programme.TASK_PAGES:
        add_page(
            year,
            PriorityTaskPage,
            {name: row[name] for name in ("slug", "title", "lead")},
            area=registers.areas[row["area"]],
            lead_unit=registers.units[row["unit"]],
            clause_id=programme.uid(row["clause"]),
        )


def load_meetings(
    index: MeetingIndexPage,
    year: ProgrammePage,
    drafts: list[ProgrammeDraftPage],
    registers: Registers,
) -> MeetingPage:
    """Load the report of 26 July 2013 and the meeting that it announces.

    Return the report.
    """
    before, after = drafts
    report: MeetingPage = add_page(
        index,
        MeetingPage,
        meetings.REPORT,
        programme=year,
        project=registers.project,
        discussed_draft=before,
        resulting_draft=after,
        organisations=list(organisations(registers)),
        units=list(units(registers)),
        findings=list(findings(registers)),
        channels=list(channels(registers)),
    )
    add_page(
        index,
        MeetingPage,
        meetings.NEXT_MEETING,
        programme=year,
        project=registers.project,
        place=registers.place,
        discussed_draft=after,
        agenda=[
            AgendaItem(topic=topic, sort_order=order)
            for order, topic in enumerate(meetings.NEXT_TOPICS)
        ],
    )
    return report


def organisations(registers: Registers) -> Iterable[OrganisationAttendance]:
    """Yield the organisations that came, named as the report names them."""
    as_written = {
        row["slug"]: row.get("as_written", "") for row in register_content.ORGANISATIONS
    }
    for order, slug in enumerate(register_content.ATTENDING):
        yield OrganisationAttendance(
            organisation=registers.organisations[slug],
            name_as_written=as_written[slug],
            sort_order=order,
        )


def units(registers: Registers) -> Iterable[UnitAttendance]:
    """Yield the city units that came."""
    for order, slug in enumerate(register_content.ATTENDING_UNITS):
        yield UnitAttendance(unit=registers.units[slug], sort_order=order)


def findings(registers: Registers) -> Iterable[Finding]:
    """Yield the agreed goals, then the findings by area."""
    for order, row in enumerate(meetings.GOALS):
        yield Finding(
            kind="agreed_wording",
            text=row["text"],
            wording_after=row["text"],
            clause_id=programme.uid(row["clause"]),
            sort_order=order,
        )
    for order, row in enumerate(meetings.FINDINGS, start=100):
        values: dict[str, Any] = {
            **row,
            "area": registers.areas[row["area"]],
            "clause_id": programme.uid(row["clause"]),
        }
        del values["clause"]
        yield Finding(**values, sort_order=order)


def channels(registers: Registers) -> Iterable[CommentChannel]:
    """Yield the two addresses for comments."""
    for order, row in enumerate(meetings.CHANNELS):
        yield CommentChannel(
            name=row["name"],
            email=row["email"],
            unit=registers.units.get(row.get("unit", "")),
            sort_order=order,
        )
