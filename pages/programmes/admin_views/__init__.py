"""What staff do with a version beside editing it."""

from .paste import PasteView
from .status import StatusView
from .versions import NextVersionView, NextYearView

__all__ = ["NextVersionView", "NextYearView", "PasteView", "StatusView"]
