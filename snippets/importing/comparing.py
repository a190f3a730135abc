"""Compares what a list says with what is held, and with what lists said before.

Three ways, as versions of a text are merged: what the list has not changed since the
last time stays as it is; what nobody touched since then follows the list; where both
moved, a person is asked.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ObjectDoesNotExist

from snippets.models import Organisation

from .held import ADDED_TO, default_value, held_value, is_same
from .results import Change


def compare(
    organisation: Organisation, values: Mapping[str, Any]
) -> tuple[list[Change], list[str]]:
    """Return the changes, and the fields where a person's word is newer."""
    said_before = listed_values(organisation)
    changes, kept = [], []
    for field, said in values.items():
        held = held_value(organisation, field)
        if is_same(field, held, said):
            continue
        if field in ADDED_TO:
            changes.append(Change(field, held, said))
            continue
        if field in said_before and is_same(field, said_before[field], said):
            kept.append(field)
            continue
        before = said_before.get(field, default_value(field))
        is_by_hand = not is_same(field, held, before)
        changes.append(Change(field, held, said, is_by_hand))
    return changes, kept


def differences(earlier: Mapping[str, Any], values: Mapping[str, Any]) -> list[Change]:
    """Return what a row says other than an earlier one about the same organisation."""
    changes = []
    for field, said in values.items():
        before = earlier.get(field, default_value(field))
        if not is_same(field, before, said):
            changes.append(Change(field, before, said))
    return changes


def listed_values(organisation: Organisation) -> dict[str, Any]:
    """Return what lists last said of an organisation; nothing if none ever did."""
    try:
        values: dict[str, Any] = organisation.imported_values.values
    except ObjectDoesNotExist:
        return {}
    return values
