"""The models of a meeting, by subject."""

from .attendance import OrganisationAttendance, UnitAttendance
from .finding import Finding, FindingKind
from .index import MeetingIndexPage
from .meeting import MeetingPage
from .record import AgendaItem, CommentChannel, Correction
from .schedule import MeetingStatus

__all__ = [
    "AgendaItem",
    "CommentChannel",
    "Correction",
    "Finding",
    "FindingKind",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingStatus",
    "OrganisationAttendance",
    "UnitAttendance",
]
