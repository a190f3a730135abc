"""The work on a version in the admin: apply amendments, give reasons, check parts."""

from .applying import ApplyAmendmentsView
from .parts import PartsView
from .reasons import ReasonsView

__all__ = ["ApplyAmendmentsView", "PartsView", "ReasonsView"]
