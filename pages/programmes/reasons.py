"""Why clauses changed: other rooms know, and say so here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True)
class Reason:
    """One source of a change: its name, where it can be read, and what it says."""

    title: str
    text: str = ""
    url: str = ""


# Takes the versions whose changes are meant, and the request (for its language and
# addresses); returns reasons by uid of the clause. A fixed number of queries.
Provider = Callable[[Sequence[Any], HttpRequest], Mapping[str, Sequence[Reason]]]

_providers: list[Provider] = []


def register(provider: Provider) -> Provider:
    """Let a room tell the reasons that it knows."""
    if provider not in _providers:
        _providers.append(provider)
    return provider


def read_reasons(
    drafts: Sequence[Any], request: HttpRequest
) -> dict[str, list[Reason]]:
    """Return all reasons for the changes that these versions made, by uid."""
    found: dict[str, list[Reason]] = {}
    for provider in _providers:
        for uid, reasons in provider(drafts, request).items():
            found.setdefault(uid, []).extend(reasons)
    return found
