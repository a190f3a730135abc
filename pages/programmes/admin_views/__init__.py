"""What staff do with a version beside editing it."""

from .status import StatusView
from .versions import NextVersionView, NextYearView

__all__ = ["NextVersionView", "NextYearView", "StatusView"]
