"""Pages of the admin: a table that was filled in comes back."""

from .preview import SheetView
from .steps import AgainView, CancelView, ConfirmView
from .upload import UploadSheetView

__all__ = ["AgainView", "CancelView", "ConfirmView", "SheetView", "UploadSheetView"]
