"""Meetings of the working group: announcements and reports."""

from .router import router

__all__ = ["router"]
