"""The fields in which two entries differ, and what the kept one may hold of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.template.defaultfilters import yesno
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from snippets.fields import IdentifierField
from snippets.models import Organisation

KEPT, MERGED = "kept", "merged"
# Its address leads to the entry that stays.
OWN = frozenset(("slug",))
FIRST = ("name", "short_name", "legal_form")
# What makes sense only together: half of one address and half of another is none.
TOGETHER: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "other_register": (
        _("Other register"),
        ("other_register", "other_register_number"),
    ),
    "opp": (_("Public benefit organisation"), ("opp", "opp_since")),
    "seat": (
        _("Seat"),
        (
            *("street", "postcode", "city", "district"),
            *("municipality", "county", "voivodeship", "teryt"),
        ),
    ),
    "logo": (
        _("Logo"),
        ("logo", *(f"logo_alt{ending}" for ending in ("", "_en", "_uk", "_be"))),
    ),
}
BLANKS = ("", None, False)


@dataclass(frozen=True)
class Option:
    """What the kept entry would hold: values by field, and how they are read."""

    values: Mapping[str, Any]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """Fields that differ; `is_filling` where the merged entry only adds to the kept."""

    key: str
    label: str
    kept: Option
    merged: Option
    is_filling: bool

    @property
    def default(self) -> str:
        """What is taken unless a person chooses otherwise."""
        return MERGED if self.is_filling else KEPT

    def values(self, chosen: str) -> Mapping[str, Any]:
        """Return what the kept entry is to hold, by field."""
        return self.merged.values if chosen == MERGED else self.kept.values


def find_choices(kept: Organisation, merged: Organisation) -> list[Choice]:
    """Return the fields that differ, the name first."""
    found = (
        _compare(key, label, fields, kept, merged) for key, label, fields in _groups()
    )
    return [choice for choice in found if choice]


def chosen_values(choices: list[Choice], chosen: Mapping[str, str]) -> dict[str, Any]:
    """Return the values that change in the kept entry, by field."""
    changed: dict[str, Any] = {}
    for choice in choices:
        values = choice.values(chosen.get(choice.key, choice.default))
        changed |= {
            name: value
            for name, value in values.items()
            if value != choice.kept.values[name]
        }
    return changed


def is_blank(value: Any) -> bool:
    """Whether a field says nothing, as far as the other entry may fill it."""
    return value in (*BLANKS, Organisation.Status.UNKNOWN)


def own_fields() -> list[models.Field[Any, Any]]:
    """Return the columns that say something of an organisation, its name first."""
    fields = [
        field
        for field in Organisation._meta.concrete_fields
        if field.editable and not field.primary_key and field.name not in OWN
    ]
    return sorted(fields, key=lambda field: field.name not in FIRST)


def _groups() -> Iterator[tuple[str, str, list[models.Field[Any, Any]]]]:
    grouped = {name: key for key, (_label, names) in TOGETHER.items() for name in names}
    fields = own_fields()
    seen = set()
    for field in fields:
        key = grouped.get(field.name, field.name)
        if key in seen:
            continue
        seen.add(key)
        if key not in TOGETHER:
            yield key, capfirst(str(field.verbose_name)), [field]
            continue
        label, names = TOGETHER[key]
        yield key, str(label), [field for field in fields if field.name in names]


def _compare(
    key: str,
    label: str,
    fields: list[models.Field[Any, Any]],
    kept: Organisation,
    merged: Organisation,
) -> Choice | None:
    """Return what can be chosen of some fields; None where nothing would be gained."""
    ours = {field.name: getattr(kept, field.attname) for field in fields}
    theirs = {field.name: getattr(merged, field.attname) for field in fields}
    if all(is_blank(theirs[name]) or theirs[name] == ours[name] for name in ours):
        return None
    is_filling = all(
        is_blank(ours[name]) or is_blank(theirs[name]) or ours[name] == theirs[name]
        for name in ours
    )
    # Where nothing contradicts, what only the kept entry says stays beside it.
    sources = {
        name: kept if is_filling and is_blank(theirs[name]) else merged for name in ours
    }
    return Choice(
        key=key,
        label=label,
        kept=Option(ours, _words(fields, dict.fromkeys(ours, kept))),
        merged=Option(
            {f.name: getattr(sources[f.name], f.attname) for f in fields},
            _words(fields, sources),
        ),
        is_filling=is_filling,
    )


def _words(
    fields: list[models.Field[Any, Any]], sources: Mapping[str, Organisation]
) -> tuple[str, ...]:
    said = [(field, say(field, sources[field.name])) for field in fields]
    if len(fields) == 1:
        return tuple(text for _field, text in said if text)
    return tuple(
        f"{capfirst(str(field.verbose_name))}: {text}" for field, text in said if text
    )


def say(field: models.Field[Any, Any], organisation: Organisation) -> str:
    """Return what a field holds as staff read it."""
    value = getattr(organisation, field.name)
    if isinstance(field, models.BooleanField):
        return capfirst(str(yesno(value)))
    if value in BLANKS:
        return ""
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return date_format(value, "j E Y")
    if isinstance(field, IdentifierField):
        return type(field).group(value)
    return str(value)
