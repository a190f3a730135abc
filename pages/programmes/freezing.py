"""What is kept of a version that is closed to changes, and what differs from it.

Pure but for the types: content is plain JSON, its digest SHA-256 over the canonical
form (keys sorted, no spaces, UTF-8).
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from .clauses import read_clauses
from .redline import compare

Content = dict[str, Any]

# The fields of a page that make up a version; what the tree of pages is made of
# (path, address of its parents) may change around it.
EMPTY: tuple[Any, ...] = ("", None, [], {})
FIELDS = (
    *("title", "slug", "lead", "number", "label", "date", "based_on_id", "summary"),
    *("seo_title", "search_description", "show_in_menus", "expire_at", "live"),
)


class FrozenVersionError(PermissionDenied):
    """A version that is closed to changes was about to be changed.

    Wagtail's admin and API answer it as a refusal, with the message.
    """

    def __init__(self, title: str) -> None:
        super().__init__(
            _("“%(title)s” is closed to changes: only its status can go on.")
            % {"title": title}
        )


def read_content(draft: Any) -> Content:
    """Return what a version says, as plain JSON."""
    values = {name: getattr(draft, name) for name in FIELDS}
    body = draft.body.get_prep_value() if draft.body else []
    whole = {**values, "body": canonical(body)}
    content: Content = json.loads(json.dumps(whole, default=str))
    return content


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
    """Return the names of fields, and the uids of clauses, that are not as frozen."""
    fields = [
        name
        for name in sorted({*frozen, *found} - {"body"})
        if frozen.get(name) != found.get(name)
    ]
    if frozen.get("body") == found.get("body"):
        return fields, []
    redline = compare(
        read_clauses(frozen.get("body") or ()), read_clauses(found.get("body") or ())
    )
    uids = [diff.uid for diff in redline.clauses if diff.has_change]
    return (fields if uids else [*fields, "body"]), uids
