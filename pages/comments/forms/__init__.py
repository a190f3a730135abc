"""What the public fills in."""

from .comment import CommentForm
from .correction import CorrectionForm

__all__ = ["CommentForm", "CorrectionForm"]
