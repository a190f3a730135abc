"""What must hold for the search to find what is there."""

from collections.abc import Sequence
from typing import Any

from django.core import checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError

from .marking import is_outdated


@checks.register(checks.Tags.database)
def check_analyser(
    *, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Ask for a new index where the stored one was made by another analyser."""
    if DEFAULT_DB_ALIAS not in (databases or ()):
        return []
    try:
        outdated = is_outdated()
    except DatabaseError:  # not migrated yet
        return []
    if not outdated:
        return []
    return [
        checks.Warning(
            "The search index was made by another analyser of words, so that some "
            "words are not found.",
            hint="Run `manage.py rebuild_modelsearch_index`; the search stays open.",
            id="search.W001",
        )
    ]
