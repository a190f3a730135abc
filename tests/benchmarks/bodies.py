"""The bodies of the plain pages: what ours show, as raw blocks of StreamFields.

`twins` leads from the primary key of our page to that of its plain twin.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import uuid4

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.translation import gettext as _

from pages.base.credits import role_title
from pages.directory.views.detail import organisation_meetings
from pages.frontpage.models import REPORTS_ON_HOME, HomePage
from pages.meetings.models import MeetingPage
from pages.meetings.reading import FindingView, read_report
from pages.programmes.clauses import ClauseNode
from pages.programmes.history import ClauseHistory
from pages.programmes.models import PriorityTaskPage
from pages.programmes.reading import clause_views
from snippets.models import Organisation, Project

Block = dict[str, Any]
Twins = Mapping[int, int]


def block(kind: str, value: Any) -> Block:
    """Return a raw block of a StreamField or an item of a list."""
    return {"type": kind, "value": value, "id": str(uuid4())}


def items(values: Iterable[Any]) -> list[Block]:
    """Return the raw items of a ListBlock."""
    return [block("item", value) for value in values]


def rich(text: str) -> str:
    """Return a text as an editor's rich text field would keep it."""
    return linebreaks(text, autoescape=True)


def home_body(home: HomePage, context: Mapping[str, Any], twins: Twins) -> list[Block]:
    """Return the cards, the reports and the partners of the home page."""
    number = context["number_of_organisations"]
    card = {
        "heading": _("Organisations"),
        "text": f"{number} organizacji w spisie: kim są i na jakich spotkaniach były.",
        "page": twins[0],
        "link": _("See the directory"),
    }
    meeting = {
        "heading": _("Last meeting announced"),
        "meeting": twins[context["meeting"].pk],
    }
    draft = {
        "heading": _("The draft of the programme"),
        "draft": twins[context["draft"].pk],
    }
    reports = [twins[report.pk] for report in context["reports"][:REPORTS_ON_HOME]]
    return [
        block("meeting_card", meeting),
        block("draft_card", draft),
        block("text_card", card),
        block("reports", {"heading": _("Latest reports"), "meetings": items(reports)}),
        partners(home.project),
    ]


def partners(project: Project) -> Block:
    """Return a project's roles and logos."""
    roles = list(project.roles.select_related("unit"))
    same = [role.role for role in roles]
    rows = [
        {
            "role": role_title(role.role, same.count(role.role)),
            "organisation": role.organisation_id,
            "name": role.name_as_written
            or role.name
            or (role.unit.localized_name if role.unit else ""),
            "logo": role.logo_id,
            "alt": role.logo_alt,
        }
        for role in sorted(roles, key=lambda role: same.index(role.role))
    ]
    value = {
        "text": project.description,
        "logo": project.logo_id,
        "alt": project.logo_alt,
        "partners": items(rows),
        "funding_note": project.funding_note,
    }
    return block("partners", value)


def report_body(meeting: MeetingPage, twins: Twins) -> list[Block]:
    """Return everything that a meeting's report says."""
    report = read_report(meeting)
    goals = [
        {"label": view.clause.label, "text": view.finding.text}
        for view in report.other_agreed
    ]
    agreed = {
        "text": meeting.agreed_introduction,
        "page": twins[report.discussed_draft.pk],
        "main_goal": report.main_goals[0].finding.text,
        "goals": items(goals),
    }
    channels = [
        {"name": row.name, "email": row.email} for row in meeting.channels.all()
    ]
    coming = report.next_meeting
    topics = [item.topic for item in coming.agenda.all()]
    return [
        participants(meeting),
        block("agreed", agreed),
        block("heading", _("Findings by area")),
        block("paragraph", meeting.findings_introduction),
        *(area_block(area, twins) for area in report.areas),
        block("next_meeting", {"meeting": twins[coming.pk], "topics": items(topics)}),
        block(
            "channels",
            {"text": meeting.call_for_comments, "channels": items(channels)},
        ),
        partners(meeting.project),
    ]


def participants(meeting: MeetingPage) -> Block:
    """Return who came to a meeting."""
    organisations = [
        {"organisation": row.organisation_id, "name": row.name_as_written}
        for row in meeting.organisations.order_by("sort_order")
    ]
    value = {
        "text": meeting.attendance_introduction,
        "organisations": items(organisations),
        "units": items(meeting.units.values_list("unit", flat=True)),
    }
    return block("participants", value)


def area_block(area: Any, twins: Twins) -> Block:
    """Return an area's findings."""
    value = {
        "number": str(area.number),
        "area": area.findings[0].finding.area_id,
        "findings": items(finding_value(view, twins) for view in area.findings),
    }
    return block("area", value)


def finding_value(view: FindingView, twins: Twins) -> dict[str, Any]:
    """Return a finding; it leads to the page of the task that it is about."""
    finding = view.finding
    task = PriorityTaskPage.objects.filter(
        clause_id=finding.clause_id, locale=finding.locale
    ).first()
    return {
        "text": rich(finding.text),
        "kind": finding.get_kind_display(),
        "clause": view.clause.label if view.clause else "",
        "page": twins[task.pk if task else finding.page_id] if view.clause else None,
        "before": finding.wording_before,
        "after": finding.wording_after,
    }


def draft_body(nodes: list[ClauseNode]) -> list[Block]:
    """Return headings and clauses, one after another."""
    return [
        clause_block(view, node)
        for view, node in zip(clause_views(nodes), nodes, strict=True)
    ]


def clause_block(view: Any, node: ClauseNode) -> Block:
    """Return a clause with its authors, or a heading."""
    if node.is_heading:
        number = f"{node.number}." if node.kind == "area" else view.label
        return block(str(node.kind), {"number": number, "text": node.text})
    authors = {"unit": [], "organisation": []}
    for kind, pk in node.authors:
        authors[kind].append(pk)
    value = {
        "number": view.label,
        "text": rich(node.text),
        "note": node.note,
        "units": items(authors["unit"]),
        "organisations": items(authors["organisation"]),
    }
    return block("clause", value)


def history_body(history: ClauseHistory, twins: Twins) -> list[Block]:
    """Return a clause's wording in each draft, and where it was discussed."""
    wordings = [
        {
            "label": wording.label,
            "text": rich(wording.text),
            "draft": twins[wording.draft_id],
        }
        for wording in history.wordings
    ]
    discussions = [
        {
            "meeting": twins[finding.page_id],
            "kind": finding.get_kind_display(),
            "text": rich(finding.text),
        }
        for finding in history.findings
    ]
    return [
        block("heading", _("Wording in each draft")),
        *(block("wording", value) for value in wordings),
        block("heading", _("Where it was discussed")),
        *(block("discussion", value) for value in discussions),
    ]


def organisation_body(organisation: Organisation, twins: Twins) -> list[Block]:
    """Return an organisation's facts, then its meetings with their findings."""
    meetings = [
        {
            "meeting": twins[meeting.pk],
            "findings": items(
                {
                    "area": finding.area_id,
                    "text": rich(finding.text),
                    "kind": finding.get_kind_display(),
                }
                for finding in meeting.findings.all()
            ),
        }
        for meeting in organisation_meetings(organisation, "pl")
    ]
    return [
        block("facts", {"facts": items(organisation_facts(organisation))}),
        block("heading", _("Meetings and what they found")),
        *(block("attended", value) for value in meetings),
    ]


def organisation_facts(organisation: Organisation) -> list[dict[str, str]]:
    """Return the terms and texts of an organisation's list of facts."""
    spheres = format_html_join(
        "; ",
        '<a href="/pl/organisations/?sphere={}">{}</a>',
        ((sphere.code, sphere.localized_name) for sphere in organisation.spheres.all()),
    )
    facts = [
        (_("Short name"), organisation.short_name),
        (
            _("Also known as"),
            "; ".join(alias.name for alias in organisation.aliases.all()),
        ),
        (_("Legal form"), organisation.get_legal_form_display()),
        (_("Spheres of action"), spheres),
        (_("Seat"), organisation.seat),
        ("KRS", organisation.krs_grouped),
        (_("Website"), organisation.website),
        (_("E-mail"), organisation.email),
    ]
    return [
        {"term": str(term), "text": format_html("<p>{}</p>", text)}
        for term, text in facts
        if text
    ]
