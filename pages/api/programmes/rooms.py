"""What the rooms above know of versions and clauses, where a site has them."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import HttpRequest
from django.utils.http import urlencode
from django.utils.module_loading import import_string

from pages.api.links import api_url

from .linking import Row

CONSULTATION = ("opens_on", "closes_on", "draft__translation_key")


def ask(app: str, path: str, nothing: Any) -> Callable[..., Any]:
    """Return a function of a room; where a site lacks it, one that tells `nothing`."""
    if apps.is_installed(app):
        function: Callable[..., Any] = import_string(path)
        return function
    return lambda *args, **kwargs: nothing


def find_consultations(request: HttpRequest, keys: Collection[UUID]) -> dict[UUID, Row]:
    """Return when versions take comments, by translation key: one query."""
    if not keys or not apps.is_installed("pages.comments"):
        return {}
    public = apps.get_model("public_comments", "Consultation").objects.public()
    found = public.filter(draft__translation_key__in=keys).select_related("draft")
    return {
        consultation.draft.translation_key: {
            "id": consultation.pk,
            "phase": str(consultation.phase),
            "opens_on": consultation.opens_on,
            "closes_on": consultation.closes_on,
            "comments_api_url": comments_url(request, draft=consultation.draft_id),
        }
        for consultation in found.only(*CONSULTATION)
    }


def tally_comments(draft: Any) -> tuple[int, dict[str, int]]:
    """Return how many comments a version has, and each clause by uid: two queries."""
    path = "pages.comments.public.places.count_comments"
    tally = ask("pages.comments", path, None)(draft)
    return (tally.total, dict(tally.clauses)) if tally else (0, {})


def count_on_clause(uid: UUID) -> int:
    """Return how many published comments are on a clause: one query."""
    if not apps.is_installed("pages.comments"):
        return 0
    comments = apps.get_model("public_comments", "PublicComment").objects.public()
    return int(comments.filter(clause=uid).count())


def comments_url(request: HttpRequest, **query: Any) -> str | None:
    """Return where the API lists comments, None where the site has none."""
    address = api_url(request, "list_comments")
    return f"{address}?{urlencode(query)}" if address else None
