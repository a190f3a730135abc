"""The texts in JSON, and which can be kept: databases refuse some."""

import re
from collections.abc import Iterator
from typing import Any

Place = tuple[str | int, ...]
# The null character, and halves of characters that stand alone.
_UNKEPT = re.compile("[\0\ud800-\udfff]")


def is_text(text: str) -> bool:
    """Whether a text can be kept, and told again."""
    return _UNKEPT.search(text) is None


def texts_of(data: Any) -> Iterator[str]:
    """Yield every text in JSON, names among them."""
    for _place, text in placed_texts(data):
        yield text


def placed_texts(data: Any) -> Iterator[tuple[Place, str]]:
    """Yield every text in JSON with its place; that of a name is what it stands in."""
    waiting: list[tuple[Place, Any]] = [((), data)]
    while waiting:
        place, part = waiting.pop()
        if isinstance(part, str):
            yield place, part
        elif isinstance(part, dict):
            waiting += [(place, name) for name in part]
            waiting += [((*place, name), value) for name, value in part.items()]
        elif isinstance(part, list):
            waiting += [((*place, at), value) for at, value in enumerate(part)]
