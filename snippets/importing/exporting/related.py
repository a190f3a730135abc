"""What belongs to organisations, as values of many of them at once.

Django's own prefetching makes a manager and a queryset for each organisation: with
30,000 of them that takes longer than all the rest of an export.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from snippets.importing.held import PERSON_PARTS
from snippets.models import ContactPerson, Organisation, OrganisationAlias

Pairs = Iterable[tuple[int, Any]]


def _aliases(keys: list[int]) -> Pairs:
    aliases = OrganisationAlias.objects.filter(organisation__in=keys)
    return aliases.values_list("organisation", "name")


def _spheres(keys: list[int]) -> Pairs:
    links = Organisation.spheres.through.objects.filter(organisation__in=keys)
    return links.order_by("sphere__order", "sphere__code").values_list(
        "organisation", "sphere__code"
    )


def _contact_persons(keys: list[int]) -> Pairs:
    people = ContactPerson.objects.filter(organisation__in=keys)
    for key, *parts in people.values_list("organisation", *PERSON_PARTS):
        yield key, dict(zip(PERSON_PARTS, parts, strict=True))


RELATED: dict[str, Callable[[list[int]], Pairs]] = {
    "aliases": _aliases,
    "spheres": _spheres,
    "contact_persons": _contact_persons,
}


def load_related(
    field: str, organisations: Iterable[Organisation]
) -> Mapping[int, list[Any]]:
    """Return the values of a field by the key of the organisation, in their order."""
    values: dict[int, list[Any]] = defaultdict(list)
    for key, value in RELATED[field]([one.pk for one in organisations]):
        values[key].append(value)
    return values
