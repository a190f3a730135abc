"""What meetings found, agreed on or proposed."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.meetings.models import Finding, FindingKind
from pages.meetings.reading import area_findings
from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row
from pages.programmes.models import ClauseWording

from .meetings import UUID_EXAMPLE, meeting_keys, read_meetings
from .public_pages import in_chunks, language

COLUMNS = (
    Column(
        name="id",
        about=_("Identifies the finding; the same in every language."),
        example=UUID_EXAMPLE,
        is_required=True,
    ),
    Column(
        name="meeting_id",
        about=_("The meeting whose report has the finding."),
        example=UUID_EXAMPLE,
        is_required=True,
        refers="meetings.id",
    ),
    Column(
        name="position",
        about=_("The place among the findings of the report, counted from 1."),
        example="3",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="label",
        about=_("The number of the area and a letter; only for findings of an area."),
        example="1a",
    ),
    Column(
        name="kind",
        about=_("What sort of finding it is; a proposal is not yet agreed."),
        example="proposal",
        is_required=True,
        codes=FindingKind.choices,
    ),
    Column(
        name="area",
        about=_("The priority area; empty for the whole programme."),
        example="Polityka społeczna",
    ),
    Column(
        name="text",
        about=_("The sentence of the report."),
        example="zaproponowano dodanie zadania „Aktywizacja osób starszych”.",
        is_required=True,
    ),
    Column(
        name="clause_id",
        about=_("The clause that it is about, where a published version has it."),
        example=UUID_EXAMPLE,
        refers="clauses.clause_id",
    ),
    Column(
        name="wording_before",
        about=_("The wording before the change."),
        example="dzieł sztuki współczesnej",
    ),
    Column(
        name="wording_after",
        about=_("The wording agreed on or proposed."),
        example="dzieł sztuki",
    ),
    Column(
        name="url",
        about=_("The address of the findings in the report."),
        example="https://example.org/pl/spotkania/warsztaty/#findings",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)


def finding_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the findings of public reports: three queries a chunk of meetings."""
    return in_chunks(meeting_keys(), partial(_read, addresses))


def _read(addresses: Addresses, pks: Sequence[int]) -> Iterator[Row]:
    meetings = {page.pk: page for page in read_meetings(pks)}
    found = list(
        Finding.objects.filter(page__in=meetings)
        .select_related("area")
        .order_by("page__date", "page__start_time", "page", "sort_order", "pk")
    )
    clauses = public_clauses({one.clause_id for one in found if one.clause_id})
    for pk, group in groupby(found, key=lambda one: one.page_id):
        url = addresses.page(meetings[pk])
        if not url:
            continue
        of_meeting = list(group)
        labels = labels_of(of_meeting)
        for position, finding in enumerate(of_meeting, start=1):
            clause = finding.clause_id if finding.clause_id in clauses else None
            yield {
                **_row_of(finding, clause),
                "meeting_id": str(meetings[pk].translation_key),
                "position": position,
                "label": labels.get(finding.pk, ""),
                "url": f"{url}#findings",
            }


def public_clauses(clauses: Any) -> set[Any]:
    """Return which of some clauses a published version has: one query."""
    if not clauses:
        return set()
    wordings = ClauseWording.objects.public(language()).filter(clause__in=clauses)
    return set(wordings.order_by().values_list("clause", flat=True).distinct())


def labels_of(findings: Sequence[Finding]) -> dict[int, str]:
    """Return how a report numbers its findings, by primary key."""
    areas = area_findings([one for one in findings if one.area_id], {})
    return {
        view.finding.pk: f"{area.number}{view.letter}"
        for area in areas
        for view in area.findings
    }


def _row_of(finding: Finding, clause: Any) -> Row:
    return {
        "id": str(finding.translation_key),
        "kind": finding.kind,
        "area": finding.area.name if finding.area else "",
        "text": finding.text,
        "clause_id": str(clause or ""),
        "wording_before": finding.wording_before,
        "wording_after": finding.wording_after,
    }


FINDINGS = Dataset(
    name="findings",
    title=_("Findings of meetings"),
    about=_("What meetings found, agreed or proposed, according to their reports."),
    key=("id",),
    columns=COLUMNS,
    rows=finding_rows,
)
