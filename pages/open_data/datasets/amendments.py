"""Changes of the text that were proposed and stand in a published version.

Those that no published version has yet are still the work of the group and the office,
and so are words that none has; a rationale is told where no report tells the reason.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from pages.drafting.models import Amendment
from pages.drafting.models.amendment import DONE, OPERATIONS, AmendmentStatus
from pages.meetings.models import Finding, MeetingPage
from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row
from pages.programmes.models import ClauseWording

from .clauses import PROGRAMME_YEAR
from .meetings import UUID_EXAMPLE
from .public_pages import Version, in_chunks, language, own_pages, read_versions

COLUMNS = (
    Column(
        name="id",
        about=_("The number that the amendment is cited by."),
        example="P3/2014",
        is_required=True,
    ),
    PROGRAMME_YEAR,
    Column(
        name="number",
        about=_("The number within the programme."),
        example="3",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="operation",
        about=_("What is done to the text."),
        example="append",
        is_required=True,
        codes=[(operation.value, label) for operation, label in OPERATIONS],
    ),
    Column(
        name="status",
        about=_("What became of the amendment after it was applied."),
        example="applied",
        is_required=True,
        codes=[c for c in AmendmentStatus.choices if c[0] in DONE],
    ),
    Column(
        name="clause_id",
        about=_("The clause that is changed, where a published version has it."),
        example=UUID_EXAMPLE,
        refers="clauses.clause_id",
    ),
    Column(
        name="text_before",
        about=_("The words that were replaced."),
        example="dzieł sztuki współczesnej",
    ),
    Column(
        name="text_after",
        about=_("The new words, as they were agreed."),
        example="dzieł sztuki",
    ),
    Column(
        name="rationale",
        about=_("Why the change was proposed."),
        example="Szersze sformułowanie obejmie więcej zadań.",
    ),
    Column(
        name="proposed_by",
        about=_("The organisations and units of the city that proposed it."),
        example="Fundacja SocLab",
        is_list=True,
    ),
    Column(
        name="finding_ids",
        about=_("The findings of meetings that it comes from."),
        example=UUID_EXAMPLE,
        is_list=True,
        refers="findings.id",
    ),
    Column(
        name="meeting_id",
        about=_("The meeting that decided on it."),
        example=UUID_EXAMPLE,
        refers="meetings.id",
    ),
    Column(
        name="applied_in_version",
        about=_("The number of the first version that has it."),
        example="2",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="url",
        about=_("The address of the page with the changes of that version."),
        example="https://example.org/pl/programy/2014/wersja-2/?view=changes",
        kind=Kind.ADDRESS,
        is_required=True,
    ),
)


def amendment_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the applied amendments by number: two queries, and ten a chunk."""
    versions = read_versions(addresses)
    keys = _applied(versions).order_by("programme__year", "number", "pk")
    return in_chunks(keys, partial(_read, versions))


def _applied(versions: Mapping[UUID, Version]) -> Any:
    return Amendment.objects.filter(
        status__in=DONE, applied_in__translation_key__in=versions.keys()
    )


def _read(versions: Mapping[UUID, Version], pks: Sequence[int]) -> Iterator[Row]:
    pages = ("programme__year", "applied_in__translation_key")
    own = ("number", "operation", "status", "clause", "rationale")
    texts = ("text_before", "text_after", "agreed_text")
    amendments = list(
        _applied(versions)
        .filter(pk__in=pks)
        .select_related("programme", "applied_in", "agreed_at")
        .only(*own, *texts, *pages, "agreed_at__translation_key")
        .prefetch_related(
            "organisations__organisation", "units__unit", "finding_links__finding"
        )
        .order_by("programme__year", "number", "pk")
    )
    wordings = _public_wordings(amendments)
    findings = _public_findings(amendments)
    meetings = _public_meetings(amendments)
    for amendment in amendments:
        version = versions[amendment.applied_in.translation_key]
        keys = [link.finding.translation_key for link in amendment.finding_links.all()]
        known = [str(key) for key in keys if key in findings]
        decided = _decided_at(amendment)
        yield {
            **_row_of(amendment, version),
            **_words_of(amendment, wordings),
            "rationale": "" if known else amendment.rationale,
            "finding_ids": known,
            "meeting_id": str(decided) if decided in meetings else "",
        }


def _public_wordings(amendments: Sequence[Amendment]) -> dict[UUID, list[str]]:
    """Return how published versions word the clauses that are changed."""
    clauses = {amendment.clause_id for amendment in amendments} - {None}
    found: dict[UUID, list[str]] = {}
    if clauses:
        wordings = ClauseWording.objects.public(language()).filter(clause__in=clauses)
        for clause, text in wordings.order_by().values_list("clause", "text"):
            found.setdefault(clause, []).append(_joined(text))
    return found


def _words_of(amendment: Any, wordings: Mapping[UUID, Sequence[str]]) -> Row:
    """Return what is changed into what, as far as published versions have it."""
    public = wordings.get(amendment.clause_id, ())

    def told(words: str) -> str:
        return words if any(_joined(words) in text for text in public) else ""

    return {
        "clause_id": str(amendment.clause_id) if public else "",
        "text_before": told(amendment.text_before),
        # Its status said once which of the two was agreed; now it says it is applied.
        "text_after": told(amendment.agreed_text or amendment.text_after),
    }


def _joined(text: str) -> str:
    """Return a text with one space between its words."""
    return " ".join(text.split())


def _public_findings(amendments: Sequence[Amendment]) -> set[UUID]:
    keys = {
        link.finding.translation_key
        for amendment in amendments
        for link in amendment.finding_links.all()
    }
    if not keys:
        return set()
    findings = Finding.objects.public(language()).filter(translation_key__in=keys)
    return set(findings.order_by().values_list("translation_key", flat=True))


def _decided_at(amendment: Any) -> UUID | None:
    meeting = amendment.agreed_at
    return meeting.translation_key if meeting else None


def _public_meetings(amendments: Sequence[Amendment]) -> set[UUID]:
    keys = {_decided_at(amendment) for amendment in amendments} - {None}
    if not keys:
        return set()
    meetings = own_pages(MeetingPage.objects).filter(translation_key__in=keys)
    return set(meetings.order_by().values_list("translation_key", flat=True))


def _row_of(amendment: Any, version: Version) -> Row:
    organisations = [row.organisation.name for row in amendment.organisations.all()]
    units = [row.unit.name for row in amendment.units.all()]
    return {
        "id": amendment.code,
        "programme_year": amendment.programme.year,
        "number": amendment.number,
        "operation": amendment.operation,
        "status": amendment.status,
        "proposed_by": [*organisations, *units],
        "applied_in_version": version.number,
        "url": f"{version.url}?view=changes",
    }


AMENDMENTS = Dataset(
    name="amendments",
    title=_("Amendments"),
    about=_(
        "Changes of programmes that were proposed, agreed and made: those that a "
        "published version has."
    ),
    key=("programme_year", "number"),
    columns=COLUMNS,
    rows=amendment_rows,
)
