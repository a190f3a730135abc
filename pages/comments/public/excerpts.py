"""Texts of people and offices in lists: cut short, and marked with their language."""

from collections.abc import Collection

from django.utils.text import Truncator
from django.utils.translation import get_language


def cut(text: str, longest: int) -> str:
    """Return the first characters of a text, all of it where it is not longer."""
    return text if len(text) <= longest else str(Truncator(text).chars(longest))


def fitting(lengths: Collection[int], room: int) -> int:
    """Return the length that texts are cut to, so that all of them fit into a room.

    Short ones leave what they do not need to the others.
    """
    waiting = sorted(lengths)
    while waiting:
        share = room // len(waiting)
        if waiting[0] > share:
            return share
        room -= waiting.pop(0)
    return max(lengths, default=0)


def foreign(code: str) -> str:
    """Return the language of a text where it is not the reader's, else nothing."""
    return "" if code == get_language() else code
