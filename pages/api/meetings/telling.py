"""Tells a meeting as the API says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest

from pages.api.citing import cited_clause
from pages.api.links import api_url, known_link
from pages.api.organisations.telling import organisation_link
from pages.api.programmes.linking import meeting_link
from pages.meetings.models import Finding, MeetingPage
from pages.meetings.reading import clause_links, later_meetings, related_pages
from pages.meetings.reading import finding_views as lettered
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from snippets.models import Project

from .resulting import Result, find_results
from .short_lists import read_lists

Answer = dict[str, Any]


@dataclass(frozen=True)
class Report:
    """What the findings of one meeting are told with.

    `pages` are the public pages that it names, by the id by which it does.
    """

    request: HttpRequest
    language: str
    pages: Mapping[int | None, Any]
    clauses: Mapping[object, Any]
    results: Mapping[Any, Sequence[Result]]

    def link(self, model: type[Any], pk: int | None) -> Answer | None:
        """Return the link of a page that the meeting names, if it is public."""
        page = self.pages.get(pk)
        if page is None:
            return None
        return known_link(self.request, page, model._meta.label, self.language)


def meeting_entry(request: HttpRequest, meeting: MeetingPage, language: str) -> Answer:
    """Return a meeting as a list has it; place and source are loaded before."""
    source = meeting.alias_of
    return {
        **meeting_link(request, meeting, language),
        "lead": meeting.lead,
        "content_locale": source.locale.language_code if source else language,
        "kind": meeting.kind,
        "kind_label": meeting.get_kind_display(),
        "ordinal": meeting.ordinal,
        "status": meeting.status,
        "status_label": meeting.get_status_display(),
        "date": meeting.date,
        "start_time": meeting.start_time,
        "end_time": meeting.end_time,
        "starts_at": meeting.starts_at,
        "ends_at": meeting.ends_at,
        "is_upcoming": meeting.is_upcoming,
        "is_report": meeting.is_report,
        "place": place_of(meeting),
        "online_url": meeting.online_url,
        "calendar_url": calendar_url(request, meeting),
    }


def calendar_url(request: HttpRequest, meeting: MeetingPage) -> str:
    """Return where the meeting is an iCalendar file."""
    return f"{meeting.get_full_url(request)}{meeting.reverse_subpage('calendar')}"


def next_of(request: HttpRequest, meeting: MeetingPage, language: str) -> Answer | None:
    """Return the meeting after one, if it is announced: one query."""
    following = later_meetings(meeting).first()
    if following is None:
        return None
    return {
        **meeting_link(request, following, language),
        "date": following.date,
        "start_time": following.start_time,
        "end_time": following.end_time,
        "place": place_of(following),
        "calendar_url": calendar_url(request, following),
    }


def place_of(meeting: MeetingPage) -> Answer | None:
    """Return where the meeting is held."""
    place = meeting.place
    if place is None:
        return None
    return {
        "name": place.localized_name,
        "address": place.address,
        "accessibility": place.localized_accessibility,
    }


def tell_meeting(request: HttpRequest, meeting: MeetingPage, language: str) -> Answer:
    """Return a meeting with its report; the queries are always as many."""
    findings = list(meeting.findings.select_related("area").order_by("sort_order"))
    report = read_report(request, meeting, findings, language)
    project = meeting.project
    return {
        **meeting_entry(request, meeting, language),
        "page_api_url": api_url(request, "detail_page", page_id=meeting.pk),
        "programme": report.link(ProgrammePage, meeting.programme_id),
        "discussed_draft": report.link(ProgrammeDraftPage, meeting.discussed_draft_id),
        "resulting_draft": report.link(ProgrammeDraftPage, meeting.resulting_draft_id),
        "attendance": attendance_of(request, meeting),
        "decisions": findings_of([f for f in findings if not f.area_id], report),
        "areas": areas_of([f for f in findings if f.area_id], report),
        "next_meeting": next_of(request, meeting, language),
        **read_lists(meeting),
        "project": project and project_of(project),
    }


def read_report(
    request: HttpRequest,
    meeting: MeetingPage,
    findings: Sequence[Finding],
    language: str,
) -> Report:
    """Read what a report names beside its own rows: three queries."""
    results = find_results(findings)
    versions = {one.draft for found in results.values() for one in found}
    named = (
        meeting.programme_id,
        meeting.discussed_draft_id,
        meeting.resulting_draft_id,
    )
    pages = related_pages(meeting, [*named, *sorted(versions)])
    return Report(request, language, pages, clause_links(findings), results)


def attendance_of(request: HttpRequest, meeting: MeetingPage) -> Answer:
    """Return who came: two queries."""
    organisations = meeting.organisations.select_related("organisation").only(
        *("page", "name_as_written", "head_count"),
        *("organisation__name", "organisation__slug"),
    )
    return {
        "declared_participants": meeting.declared_participants,
        "organisations": [
            {
                "name": row.display_name,
                "head_count": row.head_count,
                "organisation": organisation_link(request, row.organisation),
            }
            for row in organisations
        ],
        "units": [
            {"id": row.unit_id, "name": row.display_name, "head_count": row.head_count}
            for row in meeting.units.select_related("unit")
        ],
    }


def areas_of(findings: Sequence[Finding], report: Report) -> list[Answer]:
    """Return the findings by area, in the order and with the numbers of the report."""
    return [
        {
            "number": number,
            "id": area.pk,
            "slug": area.slug,
            "name": area.localized_name,
            "findings": findings_of(list(group), report),
        }
        for number, (area, group) in enumerate(
            groupby(findings, key=lambda finding: finding.area), start=1
        )
    ]


def findings_of(findings: Sequence[Finding], report: Report) -> list[Answer]:
    """Return findings lettered as the report does."""
    told = []
    for view in lettered(findings, dict(report.clauses)):
        finding, clause = view.finding, view.clause
        told.append(
            {
                "id": finding.pk,
                "letter": view.letter,
                "kind": finding.kind,
                "kind_label": finding.get_kind_display(),
                "text": finding.text,
                "clause": clause
                and cited_clause(report.request, finding.clause_id, clause.label),
                "is_main_goal": bool(clause and clause.is_main_goal),
                "wording_before": finding.wording_before,
                "wording_after": finding.wording_after,
                "amendments": amendments_of(finding, report),
            }
        )
    return told


def amendments_of(finding: Finding, report: Report) -> list[Answer]:
    """Return what came of a finding, as far as a public version has it."""
    return [
        {"code": result.code, "version": version}
        for result in report.results.get(finding.translation_key, ())
        if (version := report.link(ProgrammeDraftPage, result.draft))
    ]


def project_of(project: Project) -> Answer:
    """Return the project that the meeting is part of."""
    return {
        "id": project.pk,
        "name": project.localized_name,
        "description": project.localized_description,
        "funding_note": project.localized_funding_note,
    }
