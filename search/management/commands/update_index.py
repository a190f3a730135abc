"""The name that Wagtail's own documentation calls the command by."""

from .rebuild_modelsearch_index import Command

__all__ = ["Command"]
