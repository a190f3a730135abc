"""Papers that are being made, and tables that came back filled in."""

from .job import JobState, PaperJob
from .sheet import AnswerSheet, SheetState

__all__ = ["AnswerSheet", "JobState", "PaperJob", "SheetState"]
