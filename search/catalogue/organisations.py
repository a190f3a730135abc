"""Cards of the organisations of the directory, with other names and numbers."""

from collections.abc import Iterator
from typing import Any

from search.models import CatalogueEntry, Kind, Part
from snippets.importing.parts import in_parts
from snippets.models import Organisation

from .cards import Card, fill, title_of
from .storing import AT_ONCE, replace


def refresh_organisations(organisations: Any) -> int:
    """Make the cards anew of organisations; those not in the directory lose theirs."""
    number = 0
    for pks in in_parts(organisations.order_by().values_list("pk", flat=True), AT_ONCE):
        old = CatalogueEntry.objects.filter(
            kind=Kind.ORGANISATION, subject__in=[str(pk) for pk in pks]
        )
        listed = Organisation.objects.in_directory().filter(pk__in=pks)
        number += replace(old, organisation_cards(listed))
    return number


def organisation_cards(organisations: Any) -> Iterator[Card]:
    """Yield the cards of organisations: four queries."""
    loaded = organisations.prefetch_related("aliases", "spheres__priority_areas")
    for one in loaded.order_by():
        yield organisation_card(one)


def organisation_card(one: Organisation) -> Card:
    """Return the card of one organisation: nothing that only staff may see."""
    aliases = [alias.name for alias in one.aliases.all()]
    spheres: Any = one.spheres.all()
    entry = CatalogueEntry(
        kind=Kind.ORGANISATION,
        subject=str(one.pk),
        title=title_of(one.name),
        facts={
            "slug": one.slug,
            "suggested": [name for name in (one.short_name, *aliases) if name],
        },
    )
    texts = [
        (Part.NAMES, [one.short_name, *aliases]),
        (Part.BODY, one.about),
        (Part.NAMES, [one.city, one.district, one.register_numbers]),
    ]
    return Card(
        fill(entry, texts),
        areas=frozenset(
            area.pk for sphere in spheres for area in sphere.priority_areas.all()
        ),
        organisations=frozenset({one.pk}),
    )
