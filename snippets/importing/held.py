"""What an organisation holds, in the form in which lists are compared with it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model, QuerySet
from django.db.models.fields import NOT_PROVIDED

from snippets.folding import fold
from snippets.models import Organisation

# Fields that are more than a column of the register.
RELATED = ("aliases", "spheres", "parent", "contact_persons")
# The ways of writing them differ from list to list: „BIAŁYSTOK” is no change.
FOLDED = frozenset(
    (
        "name",
        "short_name",
        "street",
        "city",
        "district",
        "municipality",
        "county",
        "voivodeship",
        "other_register",
        "other_register_number",
        "parent",
        "phone",
    )
)
# Lists only add to these; what a list lacks stays.
ADDED_TO = frozenset(("aliases", "contact_persons"))

# Whose lines a file may run together: paragraphs that came back as one are no change.
TEXTS = frozenset(("about", "private_note"))

PERSON_PARTS = ("name", "role", "email", "phone")


def with_related(
    organisations: QuerySet[Organisation], fields: Iterable[str] = RELATED
) -> QuerySet[Organisation]:
    """Load all that `held_value` reads of some fields: at most four queries."""
    wanted = set(fields)
    many = [name for name in RELATED if name in wanted and name != "parent"]
    one = ["parent"] if "parent" in wanted else []
    return organisations.select_related("imported_values", *one).prefetch_related(*many)


def held_value(organisation: Organisation, field: str) -> Any:
    """Return what a field holds: a text, a yes or no, or a list, as JSON has them."""
    if field == "aliases":
        return [alias.name for alias in organisation.aliases.all()]
    if field == "spheres":
        return [sphere.code for sphere in organisation.spheres.all()]
    if field == "contact_persons":
        return [person_value(person) for person in organisation.contact_persons.all()]
    if field == "parent":
        parent = organisation.parent
        return (parent.krs or parent.name) if parent else ""
    value = getattr(organisation, field)
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return "" if value is None else value


def person_value(person: Model) -> dict[str, str]:
    """Return a contact person as a list has one."""
    return {part: getattr(person, part) for part in PERSON_PARTS}


def default_value(field: str) -> Any:
    """Return what a field holds before anybody entered anything."""
    if field in RELATED:
        return "" if field == "parent" else []
    column = Organisation._meta.get_field(field)
    default = getattr(column, "default", NOT_PROVIDED)
    return "" if default in (NOT_PROVIDED, None) else default


def is_same(field: str, held: Any, said: Any) -> bool:
    """Whether a list says of a field what is held already."""
    if held == said:
        return True
    if field == "aliases":
        return folded(said) <= folded(held)
    if field == "contact_persons":
        return all(person in held for person in said)
    if field == "spheres":
        return set(held) == set(said)
    if field in TEXTS:
        return str(held).split() == str(said).split()
    return field in FOLDED and fold(str(held)) == fold(str(said))


def folded(names: Iterable[str]) -> set[str]:
    """Return names in the form in which they are the same."""
    return {fold(name) for name in names}
