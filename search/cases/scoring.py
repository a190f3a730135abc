"""Figures, what failed of them, and the bars that they are held to: pure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure is held to."""

    limit: float
    is_most: bool = False

    def holds(self, value: float) -> bool:
        """Whether a figure is no worse."""
        return value <= self.limit if self.is_most else value >= self.limit

    def __str__(self) -> str:
        return f"at {'most' if self.is_most else 'least'} {self.limit:.3f}"


# What Polish is held to, by the names of the options.
BARS: Mapping[str, Bar] = {
    "must_match": Bar(0.98),
    "must_not": Bar(0.01, is_most=True),
    "recall": Bar(0.97),
    "mrr": Bar(0.95),
    "diacritics": Bar(0.95),
    "typos": Bar(0.90),
    "autocomplete": Bar(0.95),
    "highlight": Bar(1.0),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one case adds to a figure, and how to find it when it failed."""

    value: float
    line: int
    query: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """One figure; `value` is None where no case is about it.

    Without the name of a bar it is only told, with what failed of it left out.
    """

    label: str
    bar: str
    value: float | None
    number: int
    failed: tuple[Outcome, ...]


def mean(label: str, bar: str, outcomes: Iterable[Outcome], good: float = 1) -> Score:
    """Return the mean over all cases; those failed that are not as good as can be."""
    told = list(outcomes)
    failed = tuple(one for one in told if one.value != good)
    value = fmean(one.value for one in told) if told else None
    return Score(label, bar, value, len(told), failed)


def ratio(label: str, bar: str, pairs: Sequence[tuple[Outcome, Outcome]]) -> Score:
    """Return what the first of each pair make of what the second do."""
    whole = sum(second.value for _first, second in pairs)
    value = sum(first.value for first, _second in pairs) / whole if whole else None
    failed = tuple(first for first, second in pairs if first.value < second.value)
    return Score(label, bar, value, len(pairs), failed)


def recall(found: Sequence[str], wanted: Collection[str]) -> float:
    """Return which share of what is wanted was found."""
    return len(set(wanted).intersection(found)) / len(wanted)


def reciprocal_rank(found: Sequence[str], wanted: Collection[str]) -> float:
    """Return 1 for a wanted text in the first place, 1/2 in the second, 0 for none."""
    places = (place for place, text in enumerate(found, start=1) if text in wanted)
    return 1 / next(places, float("inf"))
