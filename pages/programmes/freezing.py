"""What is kept of a version that is closed to changes, and what differs from it.

Content is plain JSON, its digest SHA-256 over the canonical form (keys sorted, no
spaces, UTF-8), so that anybody can compute it again.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from .clauses import read_clauses
from .redline import compare

Content = dict[str, Any]

EMPTY: tuple[Any, ...] = ("", None, [], {})
# What makes up a version: its words, its place in the tree and that it is readable.
# Its status goes on and is left out; so are the addresses of the pages it is part of
# and the order among its siblings, which may change without a word of it changing.
PAGE_FIELDS = (
    *("title", "slug", "seo_title", "search_description", "show_in_menus"),
    *("live", "expire_at", "locale_id", "translation_key", "alias_of_id"),
)
OWN_FIELDS = ("lead", "number", "label", "date", "based_on_id", "summary")


class FrozenVersionError(PermissionDenied):
    """A version that is closed to changes was about to be changed.

    Wagtail's admin and API answer it as a refusal (403), the API with the message.
    """

    def __init__(self, title: str, message: str = "") -> None:
        message = message or _(
            "“%(title)s” is closed to changes: only its status can go on."
        )
        super().__init__(message % {"title": title})


class FreezeRefusedError(ValidationError):
    """A version was not published, because of its text or of what others ask of it.

    `draft` is the version; the API answers it with 422 and the messages.
    """

    def __init__(self, message: Any, draft: Any = None) -> None:
        super().__init__(message)
        self.draft = draft


def read_content(draft: Any) -> Content:
    """Return what a version says, as plain JSON."""
    body = draft.body.get_prep_value() if draft.body else []
    whole = {
        **read_page_fields(draft),
        **{name: getattr(draft, name) for name in OWN_FIELDS},
        "parent": draft.get_parent().pk,
        "body": canonical(body),
    }
    return as_json(whole)


def read_page_fields(page: Any) -> Content:
    """Return the part of a version's content that Wagtail's page row holds."""
    return as_json({name: getattr(page, name) for name in PAGE_FIELDS})


def as_json(values: Mapping[str, Any]) -> Content:
    """Return values as they come back from JSON."""
    plain: Content = json.loads(json.dumps(values, default=str))
    return plain


def canonical(raw: Any) -> Any:
    """Return raw blocks without what is empty: a block may leave it out or not."""
    if isinstance(raw, dict):
        kept = {name: canonical(value) for name, value in raw.items()}
        return {name: value for name, value in kept.items() if value not in EMPTY}
    if isinstance(raw, list | tuple):
        return [canonical(item) for item in raw]
    return raw


def digest_of(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of content, in hexadecimal digits."""
    text = json.dumps(
        content, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def differences(
    frozen: Mapping[str, Any], found: Mapping[str, Any]
) -> tuple[list[str], list[str]]:
    """Return the names of fields, and the uids of clauses, that are not as frozen.

    The field "body" is named where no clause of it is: a note or an author changed,
    or it cannot be read as clauses any more.
    """
    fields = [
        name
        for name in sorted({*frozen, *found} - {"body"})
        if frozen.get(name) != found.get(name)
    ]
    if frozen.get("body") == found.get("body"):
        return fields, []
    uids = changed_clauses(frozen.get("body") or (), found.get("body") or ())
    return (fields if uids else [*fields, "body"]), uids


def changed_clauses(frozen: Any, found: Any) -> list[str]:
    """Return the uids of the clauses that differ, none where they cannot be read."""
    try:
        redline = compare(read_clauses(frozen), read_clauses(found))
    except (AttributeError, KeyError, TypeError, ValueError):
        return []
    return [diff.uid for diff in redline.clauses if diff.has_change]
