"""Who was represented at meetings; persons are not named anywhere."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pages.meetings.models import OrganisationAttendance, UnitAttendance
from pages.open_data.addresses import Addresses
from pages.open_data.columns import Column, Dataset, Kind, Row

from .meetings import UUID_EXAMPLE, meeting_keys, read_meetings
from .organisations import id_of
from .public_pages import in_chunks

COLUMNS = (
    Column(
        name="meeting_id",
        about=_("The meeting."),
        example=UUID_EXAMPLE,
        is_required=True,
        refers="meetings.id",
    ),
    Column(
        name="position",
        about=_("The place in the list of the report, counted from 1."),
        example="1",
        kind=Kind.INTEGER,
        is_required=True,
    ),
    Column(
        name="kind",
        about=_("Whether it is an organisation or a unit of the city."),
        example="organisation",
        is_required=True,
        codes=(
            ("organisation", pgettext_lazy("who came to a meeting", "organisation")),
            ("unit", pgettext_lazy("who came to a meeting", "city unit")),
        ),
    ),
    Column(
        name="organisation_id",
        about=_("The organisation, where the directory has it."),
        example="fundacja-soclab",
        refers="organisations.id",
    ),
    Column(
        name="name",
        about=_("The name, as the report gives it."),
        example="Fundacja SocLab",
        is_required=True,
    ),
    Column(
        name="people",
        about=_("How many people came for it."),
        example="2",
        kind=Kind.INTEGER,
    ),
)


def attendance_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield who came to the public meetings: three queries a chunk of meetings."""
    return in_chunks(meeting_keys(), partial(_read, addresses))


def _read(addresses: Addresses, pks: Sequence[int]) -> Iterator[Row]:
    meetings = [page for page in read_meetings(pks) if addresses.page(page)]
    keys = [meeting.pk for meeting in meetings]
    came: dict[int, list[Any]] = {key: [] for key in keys}
    for row in _came(keys):
        came[row.page_id].append(row)
    for meeting in meetings:
        for position, row in enumerate(came[meeting.pk], start=1):
            yield {
                "meeting_id": str(meeting.translation_key),
                "position": position,
                **_row_of(row),
            }


def _came(meetings: Sequence[int]) -> Iterable[Any]:
    """Return organisations, then units, each in the order of its report."""
    fields = ("page", "name_as_written", "head_count")
    organisation = ("name", "slug", "status", "merged_into")
    organisations = (
        OrganisationAttendance.objects.filter(page__in=meetings)
        .select_related("organisation")
        .only(*fields, *(f"organisation__{name}" for name in organisation))
        .order_by("page", "sort_order", "pk")
    )
    units = (
        UnitAttendance.objects.filter(page__in=meetings)
        .select_related("unit")
        .only(*fields, "unit__name")
        .order_by("page", "sort_order", "pk")
    )
    return chain(organisations, units)


def _row_of(row: Any) -> Row:
    if isinstance(row, UnitAttendance):
        name = row.name_as_written or row.unit.name
        known = {"kind": "unit", "organisation_id": "", "name": name}
    else:
        known = {
            "kind": "organisation",
            "organisation_id": id_of(row.organisation),
            "name": row.display_name,
        }
    return {**known, "people": row.head_count}


ATTENDANCE = Dataset(
    name="attendance",
    title=_("Who came to meetings"),
    about=_(
        "The organisations and units of the city that were represented at meetings. "
        "Names of persons are not kept."
    ),
    key=("meeting_id", "position"),
    columns=COLUMNS,
    rows=attendance_rows,
)
