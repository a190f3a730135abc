"""Public comments: read, sent, confirmed, corrected and withdrawn."""

from . import reading, writing
from .router import router

__all__ = ["reading", "router", "writing"]
