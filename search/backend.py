"""The search backend of this site: `{"BACKEND": "search.backend"}` in the settings."""

from typing import Any

from django.db import NotSupportedError, connection
from modelsearch.backends.base import BaseSearchBackend

__all__ = ["SearchBackend"]


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 - see below
    """Return the backend for the database of the site; modelsearch calls it so.

    Beside what each backend of modelsearch can do it has `matching(query, queryset)`
    and `ranked_ids(query, queryset, limit)`.
    """
    # Each of them needs tables, or a library, that are there with its database only.
    if connection.vendor == "postgresql":
        from .backends.postgres import PostgresBackend

        return PostgresBackend(params)
    if connection.vendor == "sqlite":
        from .backends.sqlite import SQLiteBackend

        return SQLiteBackend(params)
    raise NotSupportedError("The search needs PostgreSQL or SQLite.")
