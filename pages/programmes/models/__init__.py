"""The models of a programme, by subject."""

from .clause import Clause, ClauseWording
from .draft import ProgrammeDraftPage
from .frozen import FrozenVersion
from .programme import ProgrammeIndexPage, ProgrammePage
from .succession import ClauseSuccession, SuccessionKind
from .task import PriorityTaskPage

__all__ = [
    "Clause",
    "ClauseSuccession",
    "ClauseWording",
    "FrozenVersion",
    "PriorityTaskPage",
    "ProgrammeDraftPage",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "SuccessionKind",
]
