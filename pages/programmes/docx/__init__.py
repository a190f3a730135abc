"""A redline as a Word file with tracked changes: pure, without Django.

Accepting all changes leaves exactly the new text, rejecting all exactly the old one.
"""

from .package import CONTENT_TYPE, redline_docx

__all__ = ["CONTENT_TYPE", "redline_docx"]
