"""Other ways to comment, which the rooms above this one tell of."""

from collections.abc import Callable

from pages.base.frame import Link
from pages.comments.models import Consultation

# Returns a link, None where the way is closed; it is asked on every page of a version
# in consultation, so that it must not ask the database.
Way = Callable[[Consultation], Link | None]

_ways: list[Way] = []


def register(way: Way) -> None:
    """Tell of another way to comment."""
    if way not in _ways:
        _ways.append(way)


def ways_of(consultation: Consultation) -> list[Link]:
    """Return where else one can comment now."""
    return [link for way in _ways if (link := way(consultation))]
