"""Long lists in parts that one statement can take."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def batches(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Return the items in their order, at most so many at once."""
    for start in range(0, len(items), most):
        yield items[start : start + most]
