"""Which edition of the public content is out: a mark that every change renews.

Whole answers are kept under the mark they were made under, so that any change makes
them all stale at once. What changes by itself, because a day has come, is read anew
when an answer has been kept for `max_age`.
"""

from contextlib import suppress
from secrets import token_urlsafe
from typing import Any

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save

from snippets.signals import organisations_changed

KEY = "participation_api.edition"

# Rows that no answer is made of; they change when somebody only looks or waits.
SILENT_APPS = frozenset(
    ("admin", "auth", "contenttypes", "django_tasks_database", "sessions")
)
SILENT_MODELS = frozenset(
    (
        "participation_search.missedquery",
        "participation_webhooks.webhookdelivery",
        "public_comments.notice",
        "public_comments.submissionattempt",
        "wagtailcore.apitoken",
        "wagtailcore.modellogentry",
        "wagtailcore.pagelogentry",
        "wagtailcore.referenceindex",
        "wagtailcore.revision",
        "wagtailcore.uploadedfile",
    )
)


def current_edition() -> str:
    """Return the mark of what is out now; a new one where the cache does not answer."""
    try:
        return str(cache.get_or_set(KEY, lambda: token_urlsafe(9), None))
    except DatabaseError:
        return token_urlsafe(9)


def renew_edition() -> None:
    """Make all answers stale that were made until now."""
    # The table of the cache is made after the first migrations.
    with suppress(DatabaseError):
        cache.set(KEY, token_urlsafe(9), None)


def note_change(sender: type[Model], using: str = "default", **kwargs: Any) -> None:
    """Renew the mark once the change is committed, once for a whole transaction."""
    meta = sender._meta
    if meta.app_label in SILENT_APPS or meta.label_lower in SILENT_MODELS:
        return
    waiting = transaction.get_connection(using).run_on_commit
    if not any(entry[1] is renew_edition for entry in waiting):
        transaction.on_commit(renew_edition, using=using)


def follow_changes() -> None:
    """Notice what is saved from now on."""
    # Long lists of organisations are imported without the signals of their rows.
    for signal in (post_save, post_delete, m2m_changed, organisations_changed):
        signal.connect(note_change, dispatch_uid="participation_api.edition")
