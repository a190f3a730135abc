"""A meeting's report as its reader sees it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase
from typing import TYPE_CHECKING

from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from pages.base.credits import ProjectCredits, read_credits
from pages.base.frame import Link
from pages.base.visibility import visible
from pages.programmes.models import ClauseWording

if TYPE_CHECKING:
    from .models import Finding, MeetingPage, OrganisationAttendance
    from .models.schedule import MeetingQuerySet


@dataclass(frozen=True)
class ClauseLink:
    """A link from a finding to its clause in the newest published draft."""

    label: str
    url: str
    is_main_goal: bool = False

    @property
    def invitation(self) -> str:
        """The words that lead from a finding to its clause."""
        return gettext("See %(label)s in the draft") % {"label": self.label}


@dataclass(frozen=True)
class FindingView:
    """A finding with its letter in the area („a”, „b”) and its clause."""

    finding: "Finding"
    letter: str
    clause: ClauseLink | None = None


@dataclass(frozen=True)
class AreaFindings:
    """The findings of one priority area, numbered as in the report."""

    number: int
    name: str
    findings: Sequence[FindingView]


@dataclass(frozen=True)
class MeetingReport:
    """Everything the page of a meeting shows beside its own fields."""

    organisations: Sequence[Link]
    units: Sequence[Link]
    agreed: Sequence[FindingView]
    areas: Sequence[AreaFindings]
    programme: Page | None
    discussed_draft: Page | None
    resulting_draft: Page | None
    next_meeting: "MeetingPage | None"
    credits: ProjectCredits | None

    @property
    def main_goals(self) -> list[FindingView]:
        """The agreed wordings of the main goal."""
        return [v for v in self.agreed if v.clause and v.clause.is_main_goal]

    @property
    def other_agreed(self) -> list[FindingView]:
        """The other agreed wordings."""
        return [v for v in self.agreed if not (v.clause and v.clause.is_main_goal)]


def read_report(meeting: "MeetingPage") -> MeetingReport:
    """Return what to show of a meeting; the number of queries is fixed."""
    organisations = meeting.organisations.select_related("organisation").only(
        "page", "name_as_written", "organisation__name", "organisation__slug"
    )
    units = meeting.units.select_related("unit")
    findings = list(meeting.findings.select_related("area").order_by("sort_order"))
    links = clause_links(findings)
    pages = related_pages(
        meeting,
        [meeting.programme_id, meeting.discussed_draft_id, meeting.resulting_draft_id],
    )
    return MeetingReport(
        organisations=organisation_links(organisations),
        units=[Link(row.display_name, "") for row in units],
        agreed=finding_views([f for f in findings if not f.area_id], links),
        areas=area_findings([f for f in findings if f.area_id], links),
        programme=pages.get(meeting.programme_id),
        discussed_draft=pages.get(meeting.discussed_draft_id),
        resulting_draft=pages.get(meeting.resulting_draft_id),
        next_meeting=next_meeting(meeting),
        credits=read_credits(meeting.project),
    )


def organisation_links(attendance: Iterable["OrganisationAttendance"]) -> list[Link]:
    """Return the organisations that came, each with its page in the directory."""
    return [Link(row.display_name, row.organisation.url) for row in attendance]


def clause_links(findings: Iterable["Finding"]) -> dict[object, ClauseLink]:
    """Return links to the clauses of findings, by uid; only to published ones."""
    uids = {finding.clause_id for finding in findings if finding.clause_id}
    if not uids:
        return {}
    wordings = ClauseWording.objects.filter(clause__in=uids).public(
        get_language() or "pl"
    )
    links: dict[object, ClauseLink] = {}
    for uid, kind, number in wordings.values_list("clause", "kind", "number"):
        if uid not in links:  # else an older wording of the same clause
            newest = ClauseWording(clause_id=uid, kind=kind, number=number)
            links[uid] = ClauseLink(newest.label, newest.url, newest.is_main_goal)
    return links


def finding_views(
    findings: Iterable["Finding"], links: dict[object, ClauseLink]
) -> list[FindingView]:
    """Return the findings lettered a, b, c … z, aa."""
    return [
        FindingView(finding, letter(place), links.get(finding.clause_id))
        for place, finding in enumerate(findings)
    ]


def letter(place: int) -> str:
    """Return the letter of a list item: 0 is „a”, 25 „z”, 26 „aa”."""
    rounds, rest = divmod(place, len(ascii_lowercase))
    return ascii_lowercase[rest] * (rounds + 1)


def area_findings(
    findings: Sequence["Finding"], links: dict[object, ClauseLink]
) -> list[AreaFindings]:
    """Return the findings by area, areas in the order of the report."""
    by_area = groupby(findings, key=lambda finding: finding.area)
    return [
        AreaFindings(
            number, area.localized_name if area else "", finding_views(group, links)
        )
        for number, (area, group) in enumerate(by_area, start=1)
    ]


def related_pages(
    meeting: "MeetingPage", pks: Sequence[int | None]
) -> dict[int | None, Page]:
    """Return the pages a meeting points at, in the meeting's language.

    References are to pages of the source language; a page that is not
    published in the meeting's language is left out. One query.
    """
    sources = Page.objects.filter(pk__in=[pk for pk in pks if pk])
    same = sources.filter(translation_key=OuterRef("translation_key"))
    pages = (
        visible(Page.objects)
        .filter(
            translation_key__in=sources.values("translation_key"),
            locale_id=meeting.locale_id,
            alias_of__isnull=True,
        )
        .annotate(source=Subquery(same.values("pk")[:1]))
    )
    return {page.source: page for page in pages.only("title", "url_path")}


def next_meeting(meeting: "MeetingPage") -> "MeetingPage | None":
    """Return the meeting after this one in the same list, with its topics."""
    found: MeetingPage | None = (
        later_meetings(meeting).prefetch_related("agenda").first()
    )
    return found


def later_meetings(meeting: "MeetingPage") -> "MeetingQuerySet":
    """Return the meetings after this one in the same list, the nearest first."""
    siblings = type(meeting).objects.sibling_of(meeting, inclusive=False)
    later: MeetingQuerySet = (
        visible(siblings)
        .filter(date__gt=meeting.date)
        .exclude(status="cancelled")
        .only("title", "url_path", "date", "start_time", "end_time", "place")
        .select_related("place")
        .order_by("date", "start_time")
    )
    return later
