"""The directory of organisations."""

from .router import router

__all__ = ["router"]
