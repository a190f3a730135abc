"""How many hits each filter would leave: counted with all other filters in use."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, PositiveSmallIntegerField, Q, Value
from django.utils.translation import get_language

from search.models import CatalogueEntry, CatalogueQuerySet

from .asking import Asked

# Slug, name and number of hits.
Related = Sequence[tuple[str, str, int]]

MOST_ORGANISATIONS = 15
TRANSLATED = {f"priorityarea__name_{language}" for language in ("en", "uk", "be")}
# The filters that an entry has one value of, counted together in one query.
SINGLE = ("kind", "year", "ruling")


@dataclass(frozen=True)
class Combination:
    """How many hits have the same kind, year and ruling."""

    values: Mapping[str, Any]
    number: int

    def passes(self, asked: Asked, *, but: str = "") -> bool:
        """Whether the filters, but for one, let it through."""
        filters = asked.filters
        return all(
            not filters[name] or self.values[name] in filters[name]
            for name in SINGLE
            if name != but
        )


@dataclass(frozen=True)
class Counts:
    """The number of hits, and of those that each value of each filter would leave."""

    total: int
    kinds: Mapping[str, int]
    years: Mapping[int, int]
    rulings: Mapping[str, int]
    areas: Related
    organisations: Related


def combine(
    hits: CatalogueQuerySet, foreign: CatalogueQuerySet, asked: Asked
) -> tuple[list[Combination], dict[str, int]]:
    """Count hits by kind, year and ruling, and those in other languages: one query.

    Of areas and organisations only those asked for are counted.
    """
    nothing = Value(None, output_field=PositiveSmallIntegerField())
    here = {"place": Value(""), "of": F("kind"), "at": F("year"), "by": F("ruling")}
    there = {"place": F("language"), "of": Value(""), "at": nothing, "by": Value("")}
    counted: list[Any] = [
        rows.order_by().values(**columns).annotate(number=Count("pk"))
        for rows, columns in ((about(hits, asked), here), (foreign, there))
    ]
    combinations, languages = [], {}
    for row in counted[0].union(counted[1], all=True):
        if row["place"]:
            languages[row["place"]] = row["number"]
        else:
            values = {"kind": row["of"], "year": row["at"], "ruling": row["by"]}
            combinations.append(Combination(values, row["number"]))
    return combinations, languages


def count(
    hits: CatalogueQuerySet, combinations: Sequence[Combination], asked: Asked
) -> Counts:
    """Count hits, which no filter has narrowed yet, by each filter: one query more."""
    areas, organisations = count_related(hits, asked)
    return Counts(
        total=sum(one.number for one in combinations if one.passes(asked)),
        kinds=tally(combinations, asked, "kind"),
        years=tally(combinations, asked, "year"),
        rulings=tally(combinations, asked, "ruling"),
        areas=areas,
        organisations=organisations,
    )


def tally(combinations: Sequence[Combination], asked: Asked, name: str) -> Counter[Any]:
    """Count the values of one filter."""
    counter: Counter[Any] = Counter()
    for one in combinations:
        if one.values[name] and one.passes(asked, but=name):
            counter[one.values[name]] += one.number
    return counter


def narrow(hits: CatalogueQuerySet, asked: Asked) -> CatalogueQuerySet:
    """Return the hits that all filters let through."""
    return about(narrow_single(hits, asked), asked)


def narrow_single(hits: CatalogueQuerySet, asked: Asked) -> CatalogueQuerySet:
    """Narrow hits by the filters that an entry has one value of."""
    for name in SINGLE:
        values = asked.filters[name]
        if values:
            hits = hits.filter(**{f"{name}__in": values})
    return hits


def about(hits: CatalogueQuerySet, asked: Asked, *, but: str = "") -> CatalogueQuerySet:
    """Narrow hits by areas and organisations, or by one of the two."""
    areas: Any = CatalogueEntry.areas.through.objects
    organisations: Any = CatalogueEntry.organisations.through.objects
    if asked.areas and but != "area":
        rows = areas.filter(priorityarea__slug__in=asked.areas)
        hits = hits.filter(pk__in=rows.values("catalogueentry"))
    if asked.organisations and but != "organisation":
        rows = organisations.filter(organisation__slug__in=asked.organisations)
        hits = hits.filter(pk__in=rows.values("catalogueentry"))
    return hits


def count_related(hits: CatalogueQuerySet, asked: Asked) -> tuple[Related, Related]:
    """Count hits by area, in the order of the programme, and by organisation.

    Of organisations those in most hits come first. An organisation's own entry alone
    is no filter worth offering.
    """
    single = narrow_single(hits, asked)
    translated = f"priorityarea__name_{get_language()}"
    by_area = related(
        CatalogueEntry.areas.through,
        about(single, asked, but="area"),
        is_area=Value(1),
        order=F("priorityarea__order"),
        slug=F("priorityarea__slug"),
        name=F("priorityarea__name"),
        here=F(translated) if translated in TRANSLATED else Value(""),
    )
    by_organisation = related(
        CatalogueEntry.organisations.through,
        about(single, asked, but="organisation"),
        is_area=Value(0),
        order=Value(0),
        slug=F("organisation__slug"),
        name=F("organisation__name"),
        here=Value(""),
    ).filter(Q(number__gt=1) | Q(slug__in=asked.organisations))
    areas: list[Any] = []
    organisations: list[Any] = []
    for row in by_area.union(by_organisation, all=True):
        (areas if row["is_area"] else organisations).append(row)
    areas.sort(key=lambda row: (row["order"], row["slug"]))
    organisations.sort(key=lambda row: (-row["number"], row["name"]))
    return triples(areas), triples(organisations[:MOST_ORGANISATIONS])


def related(through: Any, hits: CatalogueQuerySet, **columns: Any) -> Any:
    """Return how many hits each related thing has, with other columns of it."""
    rows = through.objects.filter(catalogueentry__in=hits.order_by().values("pk"))
    return rows.values(**columns).annotate(number=Count("pk")).order_by()


def triples(rows: Sequence[Mapping[str, Any]]) -> Related:
    """Return slug, name in the active language, and number."""
    return [(row["slug"], row["here"] or row["name"], row["number"]) for row in rows]
