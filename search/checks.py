"""What must hold for the search to find what is there."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DEFAULT_DB_ALIAS, DatabaseError

from snippets.needs import miss_address, miss_apps
from snippets.queues import miss_queue

from .catalogue.tasks import BACKEND, QUEUE
from .marking import is_outdated

SEARCH_BACKEND = "search.backend"


@checks.register
def check_apps(**kwargs: Any) -> list[checks.CheckMessage]:
    """Miss the app that keeps what is shown first for a query."""
    return miss_apps(
        "wagtail.contrib.search_promotions",
        consequence="results could not be shown.",
        code="search.E001",
    )


@checks.register
def check_backend(**kwargs: Any) -> list[checks.CheckMessage]:
    """Find an index that knows nothing of inflection."""
    backends = getattr(settings, "WAGTAILSEARCH_BACKENDS", {})
    name = str(backends.get("default", {}).get("BACKEND", ""))
    if name.startswith(SEARCH_BACKEND):
        return []
    return [
        checks.Error(
            f"WAGTAILSEARCH_BACKENDS uses “{name}”: it finds no other forms of words.",
            hint=f'Set its "default" to {{"BACKEND": "{SEARCH_BACKEND}"}}, and run '
            "`manage.py rebuild_modelsearch_index`.",
            id="search.E002",
        )
    ]


@checks.register
def check_tasks(**kwargs: Any) -> list[checks.CheckMessage]:
    """Miss the queue in which files of documents wait to be read."""
    consequence = "the words of documents would not be found."
    return miss_queue(BACKEND, QUEUE, consequence=consequence, code="search.E003")


@checks.register
def check_addresses(**kwargs: Any) -> list[checks.CheckMessage]:
    """Miss the page of results."""
    return miss_address(
        "search_suggest",
        consequence="the public has no search.",
        hint='Include "search.urls" inside i18n_patterns.',
        code="search.E004",
    )


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
