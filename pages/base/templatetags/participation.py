"""Small things every public template needs."""

import re

from django import template
from django.template.defaultfilters import stringfilter

register = template.Library()

# One-letter words, and marks that belong to the number after them.
_BOUND = re.compile(
    r"(?<![^\W_])([aiouwz]|ust\.|para\.|pkt|art\.|§|nr|ul\.) (?=\S)", re.IGNORECASE
)
NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


@register.filter
@stringfilter
def bound(text: str) -> str:
    """Keep one-letter words and „ust.”, „§”, „nr” with what follows them.

    Source: the rules of Polish typesetting; the space becomes U+00A0.
    """
    return _BOUND.sub(rf"\1{NO_BREAK_SPACE}", text)
