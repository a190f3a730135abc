"""Merging in the admin: the preview, the list of mergers, the undo."""

from .base import mergers_address
from .entries import MergeableEditView, MergeableInspectView, merge_button
from .merge import MergeView
from .mergers import MergersViewSet, mergers_viewset

__all__ = [
    "MergeView",
    "MergeableEditView",
    "MergeableInspectView",
    "MergersViewSet",
    "merge_button",
    "mergers_address",
    "mergers_viewset",
]
