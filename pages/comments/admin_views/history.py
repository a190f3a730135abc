"""The history of a comment or an answer: who did what, when and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import registry

from pages.comments.models import CommentKind, PublicComment
from pages.comments.states import TRANSITIONS


@dataclass(frozen=True)
class Before:
    """A field as it was before somebody changed it."""

    label: str
    text: str


@dataclass(frozen=True)
class Event:
    """One line of a history; `before` are the earlier words, where they changed."""

    at: datetime
    actor: str
    message: str
    before: tuple[Before, ...] = ()


def actor_of(entry: Any) -> str:
    """Return who did it: a member of staff, the comment's author, or the site."""
    if entry.user_id:
        return str(entry.user_display_name)
    step = TRANSITIONS.get(entry.action.removeprefix("public_comments."))
    return _("the author") if step and step.by_author else _("the site")


def read_history(thing: Any, actor_of: Callable[[Any], str] = actor_of) -> list[Event]:
    """Return what was done to a comment, an answer or a code, the latest first.

    Wagtail's own list would show one entry for all that a bulk action did.
    """
    entries = registry.get_logs_for_instance(thing).select_related("user")
    return [
        Event(
            entry.timestamp, actor_of(entry), str(entry.message), tuple(earlier(entry))
        )
        for entry in entries
    ]


def earlier(entry: Any) -> list[Before]:
    """Return the fields as they were before; private ones are never in the log."""
    kinds = dict(CommentKind.choices)
    found = []
    for name, value in (entry.data.get("before") or {}).items():
        field: Any = PublicComment._meta.get_field(name)
        text = kinds.get(value, value) if name == "kind" else value
        found.append(
            Before(str(field.verbose_name), str(text if text is not None else ""))
        )
    return found
