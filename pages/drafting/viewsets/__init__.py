"""Amendments in the admin, and the chooser of findings."""

from .amendments import AmendmentViewSet
from .findings import FindingChooserViewSet, finding_chooser_viewset

__all__ = ["AmendmentViewSet", "FindingChooserViewSet", "finding_chooser_viewset"]
