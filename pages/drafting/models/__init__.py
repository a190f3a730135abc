"""The models of the work on drafts, by subject."""

from .amendment import Amendment, AmendmentStatus
from .checklist import Part, PartStatus, ProgrammePart
from .origin import AmendmentFinding, AmendmentOrganisation, AmendmentUnit
from .reason import ChangeReason, ReasonKind, ReasonsOverride

__all__ = [
    "Amendment",
    "AmendmentFinding",
    "AmendmentOrganisation",
    "AmendmentStatus",
    "AmendmentUnit",
    "ChangeReason",
    "Part",
    "PartStatus",
    "ProgrammePart",
    "ReasonKind",
    "ReasonsOverride",
]
