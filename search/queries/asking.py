"""What a reader asks for, as the address of the results says it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from pages.comments.models import Ruling
from search.models import Kind

LONGEST_TEXT = 255
ALL_LANGUAGES = "all"
BY_DATE = "date"
# The filters of one name of which a reader can tick so many.
MOST_TICKED = 30


@dataclass(frozen=True)
class Asked:
    """A query with its filters; what is no choice was left out.

    `language` is empty for all languages. `is_exact` asks for the words as they are
    spelt, without correcting them.
    """

    text: str = ""
    language: str = ""
    kinds: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    areas: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    rulings: tuple[str, ...] = ()
    is_by_date: bool = False
    is_exact: bool = False
    page: str = "1"
    home: str = "pl"

    @property
    def filters(self) -> dict[str, tuple[Any, ...]]:
        """The filters by the name that each has in the address."""
        return {
            "kind": self.kinds,
            "year": self.years,
            "area": self.areas,
            "organisation": self.organisations,
            "ruling": self.rulings,
        }

    @property
    def is_filtered(self) -> bool:
        """Whether any filter is in use."""
        return any(self.filters.values())

    @property
    def address(self) -> str:
        """The query string of the same question, on its first page."""
        return "?" + urlencode(list(self._pairs()))

    def _pairs(self) -> Iterable[tuple[str, Any]]:
        yield "q", self.text
        for name, values in self.filters.items():
            yield from ((name, value) for value in values)
        if self.language != self.home:
            yield "language", self.language or ALL_LANGUAGES
        if self.is_by_date:
            yield "sort", BY_DATE
        if self.is_exact:
            yield "exact", 1

    def without(self, name: str, value: Any) -> "Asked":
        """The same question without one filter."""
        field = FIELDS[name]
        values = tuple(one for one in getattr(self, field) if one != value)
        return self.with_values(**{field: values})

    def with_values(self, **values: Any) -> "Asked":
        """The same question with other values."""
        return replace(self, **values)

    def without_filters(self) -> "Asked":
        """The same question without any filter."""
        return self.with_values(**dict.fromkeys(FIELDS.values(), ()))


FIELDS = {
    "kind": "kinds",
    "year": "years",
    "area": "areas",
    "organisation": "organisations",
    "ruling": "rulings",
}


def read_question(query: QueryDict, language: str) -> Asked:
    """Return the question that an address asks, in the reader's language."""
    return Asked(
        text=read_text(query.get("q", "")),
        language=read_language(query.get("language"), language),
        kinds=chosen(query.getlist("kind"), Kind.values),
        years=read_years(query.getlist("year")),
        areas=read_slugs(query.getlist("area")),
        organisations=read_slugs(query.getlist("organisation")),
        rulings=chosen(query.getlist("ruling"), Ruling.values),
        is_by_date=query.get("sort") == BY_DATE,
        is_exact=query.get("exact") == "1",
        page=query.get("page", "1"),
        home=language,
    )


def read_text(text: str) -> str:
    """Return a query on one line, cut to what anybody would read."""
    printable = "".join(c if c.isprintable() else " " for c in text[: 4 * LONGEST_TEXT])
    return " ".join(printable.split())[:LONGEST_TEXT].strip()


def read_language(asked: str | None, language: str) -> str:
    """Return the language to search: the reader's own unless asked for another."""
    if asked == ALL_LANGUAGES:
        return ""
    codes: Mapping[str, Any] = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    return asked if asked and asked in codes else language


def read_years(values: Sequence[str]) -> tuple[int, ...]:
    """Return the years among some texts."""
    years = (int(v) for v in values if v.isascii() and v.isdigit() and len(v) == 4)
    return tuple(dict.fromkeys(years))[:MOST_TICKED]


def read_slugs(values: Sequence[str]) -> tuple[str, ...]:
    """Return what can be slugs among some texts."""
    slugs = (v for v in values if v and len(v) <= 255 and v.isprintable())
    return tuple(dict.fromkeys(slugs))[:MOST_TICKED]


def chosen(values: Sequence[str], choices: Sequence[str]) -> tuple[str, ...]:
    """Return those of some texts that are choices, each once."""
    return tuple(dict.fromkeys(value for value in values if value in choices))
