"""Stores cards as entries, and takes entries out."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.functions import Coalesce
from modelsearch.backends import get_search_backends_with_name

from search.models import CatalogueEntry, CatalogueQuerySet
from search.vocabulary import learn
from snippets.importing.parts import in_parts
from snippets.models import Organisation, PriorityArea

from .cards import Card

AT_ONCE = 500
KEY = ("kind", "subject", "language")
TOLD = (
    *("page_id", "title", "parts", "further", "number", "facts"),
    *("date", "year", "ruling"),
)


def store(cards: Iterable[Card]) -> int:
    """Store cards and index what changed; return how many did.

    An entry that says the same already costs no more than a look.
    """
    return sum(store_some(some) for some in in_parts(cards, AT_ONCE))


def store_some(cards: Sequence[Card]) -> int:
    """Store some hundreds of cards: a fixed number of queries beside the index."""
    # In one order, so that of two who store the same one waits for the other.
    by_key = {card.key: card for card in sorted(cards, key=lambda card: card.key)}
    known = read_known(by_key)
    kept = kept_numbers(by_key.values())
    changed = [
        card
        for card in by_key.values()
        if state_of(card.entry, *relations_of(card, kept)) != known.get(card.key)
    ]
    if not changed:
        return 0
    entries = [card.entry for card in changed]
    with transaction.atomic():
        CatalogueEntry.objects.bulk_create(
            entries,
            update_conflicts=True,
            unique_fields=KEY,
            update_fields=[name.removesuffix("_id") for name in TOLD],
        )
        replace_relations(changed, kept)
        for _name, backend in get_search_backends_with_name(with_auto_update=True):
            backend.add_bulk(CatalogueEntry, entries)
    learn(entries)
    return len(changed)


def withdraw(entries: CatalogueQuerySet) -> int:
    """Take entries out of the catalogue and of the index; return how many."""
    number = 0
    for some in in_parts(entries.order_by().values_list("pk", flat=True), AT_ONCE):
        with transaction.atomic():
            CatalogueEntry.objects.filter(pk__in=some).delete()
        number += len(some)
    return number


def replace(old: CatalogueQuerySet, cards: Iterable[Card]) -> int:
    """Store cards, and withdraw those of the old entries that are not among them."""
    new = list(cards)
    changed = store(new)
    keys = {card.key for card in new}
    gone = [
        pk
        for pk, *key in old.order_by().values_list("pk", *KEY)
        if tuple(key) not in keys
    ]
    return changed + withdraw(CatalogueEntry.objects.filter(pk__in=gone))


def read_known(keys: Collection[tuple[str, str, str]]) -> dict[Any, Any]:
    """Return what the entries of some keys say now."""
    subjects = {subject for _kind, subject, _language in keys}
    kinds = {kind for kind, _subject, _language in keys}
    entries = {
        entry.pk: entry
        for entry in CatalogueEntry.objects.filter(kind__in=kinds, subject__in=subjects)
    }
    areas = read_relations(CatalogueEntry.areas.through, "priorityarea_id", entries)
    organisations = read_relations(
        CatalogueEntry.organisations.through, "organisation_id", entries
    )
    nothing: frozenset[int] = frozenset()
    return {
        (entry.kind, entry.subject, entry.language): state_of(
            entry, areas.get(pk, nothing), organisations.get(pk, nothing)
        )
        for pk, entry in entries.items()
    }


def read_relations(
    through: type[Model], column: str, entries: Collection[int]
) -> dict[int, frozenset[int]]:
    """Return what entries are about, by primary key: one query."""
    found: dict[int, set[int]] = {}
    rows = through._default_manager.filter(catalogueentry__in=list(entries))
    for entry, other in rows.values_list("catalogueentry_id", column):
        found.setdefault(entry, set()).add(other)
    return {entry: frozenset(others) for entry, others in found.items()}


def state_of(
    entry: CatalogueEntry, areas: frozenset[int], organisations: frozenset[int]
) -> tuple[Any, ...]:
    """Return all that an entry says, to be compared."""
    return (*(getattr(entry, name) for name in TOLD), areas, organisations)


def kept_numbers(cards: Collection[Card]) -> Mapping[str, Mapping[int, int]]:
    """Return which areas and organisations that cards name exist, by what they name.

    For an organisation that was merged into another one that one is meant.
    """
    areas = {pk for card in cards for pk in card.areas}
    organisations = {pk for card in cards for pk in card.organisations}
    current = Coalesce("merged_into", "pk")
    kept = PriorityArea.objects.filter(pk__in=areas).values_list("pk", "pk")
    found = Organisation.objects.filter(pk__in=organisations)
    return {
        "areas": dict(kept),
        "organisations": dict(found.values_list("pk", current)),
    }


def relations_of(
    card: Card, kept: Mapping[str, Mapping[int, int]]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the areas and organisations of a card that exist."""
    areas, organisations = kept["areas"], kept["organisations"]
    return (
        frozenset(areas[pk] for pk in card.areas if pk in areas),
        frozenset(
            organisations[pk] for pk in card.organisations if pk in organisations
        ),
    )


def replace_relations(
    cards: Sequence[Card], kept: Mapping[str, Mapping[int, int]]
) -> None:
    """Store what entries are about, in place of what they were about before."""
    pks = [card.entry.pk for card in cards]
    through_areas: Any = CatalogueEntry.areas.through
    through_organisations: Any = CatalogueEntry.organisations.through
    for through in (through_areas, through_organisations):
        through.objects.filter(catalogueentry__in=pks).delete()
    pairs = [(card.entry.pk, *relations_of(card, kept)) for card in cards]
    through_areas.objects.bulk_create(
        through_areas(catalogueentry_id=pk, priorityarea_id=area)
        for pk, areas, _organisations in pairs
        for area in areas
    )
    through_organisations.objects.bulk_create(
        through_organisations(catalogueentry_id=pk, organisation_id=organisation)
        for pk, _areas, organisations in pairs
        for organisation in organisations
    )
