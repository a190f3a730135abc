"""What the search is asked, and what it answers."""

import datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field

from pages.api.locales import LocaleChoice, LocaleCode
from pages.comments.models import Ruling
from search.models import Kind
from search.queries.asking import LONGEST_TEXT, MOST_TICKED
from search.queries.finding import PAGED

FacetName = Literal["kind", "year", "area", "ruling", "organisation"]
Year = Annotated[int, Field(ge=1000, le=9999)]
Slug = Annotated[str, Field(max_length=255, pattern=r"^[-\w]+$")]


def ticked(what: str) -> Any:
    """Return a filter that may be given more than once."""
    return Field(
        [], max_length=MOST_TICKED, description=f"{what}; any of those given counts."
    )


class SearchQuestion(Schema):
    """What is looked for, and among what."""

    q: str = Field(
        description=f"The words; what is beyond {LONGEST_TEXT} characters is left out."
    )
    kind: list[Kind] = ticked("What kinds of things are looked for")
    year: list[Year] = ticked("The years that they are of")
    ruling: list[Ruling] = ticked("How the office ruled on comments")
    area: list[Slug] = ticked("Slugs of priority areas")
    organisation: list[Slug] = ticked("Slugs of organisations")
    locale: LocaleChoice | None = Field(
        None,
        description="The language of what is looked for, or `all`; without it that of "
        "`Accept-Language`.",
    )
    sort: Literal["relevance", "date"] = Field(
        "relevance", description="The best match first, or the newest."
    )
    exact: bool = Field(False, description="Take words as they are spelt.")
    limit: int = Field(20, ge=1, description="How many hits, at most 100.")
    offset: int = Field(
        0,
        ge=0,
        le=PAGED,
        description=f"How many hits to skip; the first {PAGED} can be listed.",
    )


class MarkedText(Schema):
    """A run of text; whether it is a word that was looked for."""

    text: str
    match: bool


class SearchPlace(Schema):
    """A page above a hit."""

    title: str
    url: str


class SearchPassage(Schema):
    """A passage that a hit was found for, or its first words."""

    part: str = Field(
        description="Where it stands: `body`, `lead`, `finding`, `answer`, and so on."
    )
    label: str = Field(description="The same in words; empty for the body.")
    segments: list[MarkedText]
    is_cut_before: bool
    is_cut_after: bool


class SearchHit(Schema):
    """One thing that was found."""

    kind: Kind
    kind_label: str
    id: str = Field(
        description="The key among those of its kind: its id, of a clause its uid."
    )
    title: list[MarkedText]
    passage: SearchPassage | None
    trail: list[SearchPlace] = Field(
        description="The pages above it, without the home page."
    )
    notes: list[str] = Field(description="What is worth knowing besides, in words.")
    url: str
    api_url: str | None = Field(description="Where the API tells more.")
    locale: LocaleCode | None = Field(
        description="Its language; none where it is the same in all."
    )
    date: datetime.date | None
    year: int | None = Field(description="The year of the programme it belongs to.")
    ruling: Ruling | None = Field(description="Of a comment: how the office ruled.")


class SearchFacetValue(Schema):
    """A value that a filter can have."""

    value: str
    label: str
    count: int = Field(description="How many hits it leaves beside the other filters.")
    is_chosen: bool


class SearchFacet(Schema):
    """A filter that has a choice to offer."""

    name: FacetName = Field(description="The parameter that takes its values.")
    label: str
    values: list[SearchFacetValue]


class SearchCorrection(Schema):
    """Words that were taken for other ones; `exact=true` takes them as they are."""

    asked: str
    used: str


class SearchElsewhere(Schema):
    """How many hits there are in another language."""

    locale: LocaleCode
    name: str = Field(description="What the language calls itself.")
    count: int


class SearchPromotion(Schema):
    """What staff recommend for these words."""

    title: str
    url: str
    description: str


class SearchShortcut(Schema):
    """What the words cite by its number, such as a clause or a comment."""

    title: str
    url: str
    hint: str


class SearchResults(Schema):
    """A piece of what was found, the first of the ranking on top."""

    q: str = Field(description="The words as they were read.")
    locale: LocaleCode | None = Field(description="The language; none for all.")
    count: int = Field(description="How many have all of the words.")
    listed: int = Field(description="How many of these can be listed.")
    hits: list[SearchHit]
    partly: list[SearchHit] = Field(
        description="Where few have all of the words: those that have some."
    )
    next_offset: int | None = Field(
        description="The `offset` of the next piece; none after the last one."
    )
    hidden: int = Field(
        description="Where the filters leave nothing: how many hits they hide."
    )
    facets: list[SearchFacet]
    correction: SearchCorrection | None
    elsewhere: list[SearchElsewhere]
    promotions: list[SearchPromotion] = Field(
        description="On the first piece, without filters."
    )
    shortcuts: list[SearchShortcut] = Field(
        description="On the first piece, without filters."
    )


class SearchSuggestion(Schema):
    """One thing that a reader may be looking for."""

    title: str
    url: str
    hint: str = Field(description="What it is, in words.")


class SearchSuggestions(Schema):
    """What may be meant by the letters that were typed."""

    q: str = Field(description="The letters as they were read.")
    suggestions: list[SearchSuggestion]
