"""The texts in JSON, and which can be kept: databases refuse some."""

import re
from collections.abc import Iterator
from typing import Any

# The null character, and halves of characters that stand alone.
_UNKEPT = re.compile("[\0\ud800-\udfff]")


def is_text(text: str) -> bool:
    """Whether a text can be kept, and told again."""
    return _UNKEPT.search(text) is None


def texts_of(data: Any) -> Iterator[str]:
    """Yield every text in JSON, names among them."""
    waiting = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, dict):
            waiting += [*part, *part.values()]
        elif isinstance(part, list):
            waiting += part
