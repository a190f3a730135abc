"""Connects the catalogue with what it follows."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.dispatch import receiver

Receiver = Callable[..., None]


def follow(signals: Any, **options: Any) -> Callable[[Receiver], Receiver]:
    """Connect a function with signals, as `receiver` does.

    Where the setting SEARCH_FOLLOWS is False nothing is followed: while very much is
    loaded, before a rebuild, and in tests that ask for nothing of the search.
    """

    def connect(function: Receiver) -> Receiver:
        @wraps(function)
        def follower(*args: Any, **kwargs: Any) -> None:
            if getattr(settings, "SEARCH_FOLLOWS", True):
                function(*args, **kwargs)

        connected: Receiver = receiver(signals, **options)(follower)
        return connected

    return connect
