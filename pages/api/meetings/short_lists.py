"""The short lists of a report (topics, corrections, addresses), read at once."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, DateField, F, Model, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from pages.meetings.models import AgendaItem, CommentChannel, Correction, MeetingPage

Answer = dict[str, Any]
Row = tuple[Any, ...]

# The columns of all lists; what a list does not have is empty.
_COLUMNS = ("of", "sort_order", "pk", "said", "more", "day")
_NOTHING = Value("", output_field=CharField())
# PostgreSQL unites columns of one type only.
_NEVER = Cast(Value(None), DateField())


def read_lists(meeting: MeetingPage) -> dict[str, list[Any]]:
    """Return agenda, corrections and channels: one query.

    The page names the channels only where it calls for comments.
    """
    agenda = _rows("agenda", AgendaItem, meeting, F("topic"))
    rows = agenda.union(
        _rows("corrections", Correction, meeting, F("text"), day=F("date")),
        _rows("channels", CommentChannel, meeting, F("name"), F("email")),
        all=True,
    )
    listed: list[Row] = list(rows.order_by("of", "sort_order", "pk"))
    calls = bool(meeting.call_for_comments)
    return {
        "agenda": [said for said, _more, _day in _of("agenda", listed)],
        "corrections": [
            {"date": day, "text": said}
            for said, _more, day in _of("corrections", listed)
        ],
        "channels": [
            {"name": said, "email": more}
            for said, more, _day in _of("channels", listed)
            if calls
        ],
    }


def _rows(
    name: str,
    model: type[Model],
    meeting: MeetingPage,
    said: Combinable,
    more: Combinable = _NOTHING,
    day: Combinable = _NEVER,
) -> Any:
    of = Value(name, output_field=CharField())
    rows: Any = model._default_manager.filter(page=meeting).order_by()
    told = rows.annotate(of=of, said=said, more=more, day=day)
    return told.values_list(*_COLUMNS)


def _of(name: str, rows: Iterable[Row]) -> Iterable[Row]:
    return (row[3:] for row in rows if row[0] == name)
