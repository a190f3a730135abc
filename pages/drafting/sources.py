"""What an amendment may start from: `?finding=7` in the address of its form.

A room above registers what it has; the form asks here.
"""

from collections.abc import Callable, Mapping
from typing import Any

from .models import Amendment

# Takes the key of what it starts from and the user who asks; None where there is no
# such thing that the user may see.
Source = Callable[[str, Any], Amendment | None]

_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """Let amendments start from something, named so in the address."""
    _sources[name] = source


def start_amendment(asked: Mapping[str, str], user: Any) -> Amendment | None:
    """Return the unsaved amendment that an address asks for, if it asks for one."""
    for name, source in _sources.items():
        key = asked.get(name, "")
        if key.isdecimal():
            return source(key, user)
    return None
