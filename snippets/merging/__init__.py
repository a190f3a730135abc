"""Two entries found to be one organisation: shown beforehand, done, undone."""

from .doing import MergeRefusedError, PlanChangedError, merge
from .following import follow_mergers
from .planning import MergePlan, plan_merge
from .reasons import Doubt, Obstacle, Remainder
from .rights import may_merge
from .undo_plan import UndoPlan, plan_undo
from .undoing import UndoRefusedError, undo_merge

__all__ = [
    "Doubt",
    "MergePlan",
    "MergeRefusedError",
    "Obstacle",
    "PlanChangedError",
    "Remainder",
    "UndoPlan",
    "UndoRefusedError",
    "follow_mergers",
    "may_merge",
    "merge",
    "plan_merge",
    "plan_undo",
    "undo_merge",
]
