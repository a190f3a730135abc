"""The filters beside the results, with what each would leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext

from pages.comments.models import Ruling
from search.models import Kind
from search.queries.asking import Asked
from search.queries.finding import Found


@dataclass(frozen=True)
class Choice:
    """A box to tick."""

    value: str
    label: str
    number: int
    is_ticked: bool


@dataclass(frozen=True)
class FilterGroup:
    """The boxes of one filter; `is_open` where one is ticked or there are few."""

    name: str
    label: str
    choices: Sequence[Choice]
    is_open: bool


@dataclass(frozen=True)
class Tag:
    """A filter in use, and the address of the same results without it."""

    label: str
    url: str


OPEN_AT_FIRST = ("kind", "year", "area")


def filter_groups(found: Found) -> list[FilterGroup]:
    """Return the filters that have a choice to offer."""
    counts, asked = found.counts, found.asked
    if counts is None:
        return []
    offered: list[tuple[str, str, Iterable[tuple[Any, str, int]]]] = [
        (
            "kind",
            pgettext("filter of search results", "Kind"),
            labelled(Kind, counts.kinds),
        ),
        (
            "year",
            pgettext("filter of search results", "Year"),
            (
                (year, str(year), counts.years[year])
                for year in sorted(counts.years)[::-1]
            ),
        ),
        ("area", pgettext("filter of search results", "Area"), counts.areas),
        (
            "ruling",
            pgettext("filter of search results", "Ruling on a comment"),
            labelled(Ruling, counts.rulings),
        ),
        (
            "organisation",
            pgettext("filter of search results", "Organisation"),
            counts.organisations,
        ),
    ]
    groups = (group_of(name, label, rows, asked) for name, label, rows in offered)
    return [group for group in groups if group.choices]


def group_of(
    name: str, label: str, rows: Iterable[tuple[Any, str, int]], asked: Asked
) -> FilterGroup:
    """Return the boxes of one filter; those ticked are there even if they leave 0."""
    ticked = asked.filters[name]
    choices = [
        Choice(str(value), text, number, value in ticked)
        for value, text, number in rows
    ]
    offered = {choice.value for choice in choices}
    choices += [
        Choice(str(value), label_of(None, value), 0, is_ticked=True)
        for value in ticked
        if str(value) not in offered
    ]
    return FilterGroup(name, label, choices, bool(ticked) or name in OPEN_AT_FIRST)


def labelled(choices: Any, numbers: Any) -> list[tuple[str, str, int]]:
    """Return value, label and number of those choices that leave anything."""
    return [
        (one.value, str(one.label), numbers[one.value])
        for one in choices
        if numbers.get(one.value)
    ]


def tags(found: Found) -> list[Tag]:
    """Return the filters in use."""
    asked = found.asked
    names = {group.name: group for group in filter_groups(found)}
    return [
        Tag(label_of(names.get(name), value), asked.without(name, value).address)
        for name, values in asked.filters.items()
        for value in values
    ]


def label_of(group: FilterGroup | None, value: Any) -> str:
    """Return how a filter in use is called; what leaves nothing by its value."""
    for choice in group.choices if group else ():
        if choice.value == str(value):
            return choice.label
    for choices in (Kind, Ruling):
        if value in choices.values:
            return str(choices(value).label)
    return str(value)
