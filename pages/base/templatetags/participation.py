"""Small things every public template needs."""

import re

from django import template
from django.apps import apps
from django.template.defaultfilters import stringfilter

register = template.Library()

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# One-letter words, and marks that belong to the number after them.
_WORDS = ("[aiouwz]", r"ust\.", r"para\.", "pkt", r"art\.", "§", "nr", r"ul\.")
# A space is looked for first, and what stands before it then: that is quick.
_BEFORE = "|".join(rf"(?<=(?<![^\W_]){word} )" for word in _WORDS)
_BOUND = re.compile(rf" (?=\S)(?:{_BEFORE})", re.IGNORECASE)


@register.filter
@stringfilter
def bound(text: str) -> str:
    """Keep one-letter words and „ust.”, „§”, „nr” with what follows them.

    Source: the rules of Polish typesetting; the space becomes U+00A0.
    """
    return _BOUND.sub(NO_BREAK_SPACE, text)


@register.simple_tag
def has_app(name: str) -> bool:
    """Say whether the site has an app, whose templates may then be included."""
    return apps.is_installed(name)
