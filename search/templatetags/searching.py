"""Prints what was found."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from search.highlighting import Piece

register = template.Library()


@register.filter
def marked(pieces: Iterable[Piece]) -> SafeString:
    """Return pieces of a text as HTML; words found next to each other share a mark."""
    html = "".join(
        format_html("<mark>{}</mark>" if piece.is_match else "{}", piece.text)
        for piece in pieces
    )
    return mark_safe(html.replace("</mark> <mark>", " "))  # noqa: S308 - escaped above
