"""The models of a programme, by subject."""

from .clause import Clause, ClauseWording
from .draft import ProgrammeDraftPage
from .programme import ProgrammeIndexPage, ProgrammePage
from .task import PriorityTaskPage

__all__ = [
    "Clause",
    "ClauseWording",
    "PriorityTaskPage",
    "ProgrammeDraftPage",
    "ProgrammeIndexPage",
    "ProgrammePage",
]
