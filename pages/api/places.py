"""Where in a request a fault is, in the names that were sent."""

from collections.abc import Mapping
from typing import Any

from django.apps import apps

Place = list[str | int]

# Below these stands the name of our function's parameter, which nobody sent.
NAMED = frozenset(("body", "query"))
FORM = frozenset(("form", "file"))
# By what Wagtail tells apart what may be sent; pydantic names its function.
DISCRIMINATOR = "discriminate_meta_type()"
UNTOLD = frozenset(("union_tag_invalid", "union_tag_not_found"))
# What a rich text may be: HTML, or a form and a text.
RICH_TEXT = frozenset(("str", "RichTextInputSchema"))


def place_of(fault: Mapping[str, Any]) -> Place:
    """Return where a fault is, without what only we understand."""
    place = [
        part
        for part in fault.get("loc", ())
        if isinstance(part, str | int) and part not in RICH_TEXT
    ]
    is_untold = fault.get("type") in UNTOLD
    # Two names only, of which one is missing: nothing was sent at all.
    is_whole = len(place) == 2 and place[0] == "body" and fault.get("type") == "missing"
    is_named = is_untold or is_whole or _is_below(place)
    if place[:1] and place[0] in NAMED and is_named:
        del place[1]
    # Of what may be sent, pydantic names the type that it took it for.
    if len(place) > 1 and place[0] == "body" and is_type(place[1]):
        del place[1]
    # ninja tells apart the parts of a form, which is the body all the same.
    place[:1] = ["body" if part in FORM else part for part in place[:1]]
    return [*place, *discriminator(fault).split(".")] if is_untold else place


def _is_below(place: Place) -> bool:
    """Whether a fault is in a part of what a parameter of ours holds.

    Wagtail judges `meta.type` before there are parameters.
    """
    return len(place) > 2 and isinstance(place[2], str) and place[1] != "meta"


def discriminator(fault: Mapping[str, Any]) -> str:
    """Return the name of what tells apart the things that may be sent."""
    name = str((fault.get("ctx") or {}).get("discriminator", ""))
    return "meta.type" if name == DISCRIMINATOR else name.strip("'")


def is_type(name: str | int) -> bool:
    """Whether this is `app.Model`, of an app that is installed."""
    try:
        apps.get_model(str(name))
    except (LookupError, ValueError):
        return False
    return True
