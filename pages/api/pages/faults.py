"""Where in what was sent the fault is that a form found.

Wagtail names the fields of its forms, counts rows together with those that are kept
already, and says of blocks only that something is wrong with them.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.forms import BaseForm
from django.forms.formsets import ORDERING_FIELD_NAME
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.utils.forms import FormValidationError

Path = tuple[str | int, ...]
Faults = dict[Path, list[tuple[str, str]]]
BLOCKS = (
    StreamBlockValidationError,
    ListBlockValidationError,
    StructBlockValidationError,
)


def find_form_faults(form: BaseForm, path: Path = ()) -> Faults:
    """Return what a form found, by the places in what was sent."""
    faults: Faults = defaultdict(list)
    for at, errors in _errors_of(form, path):
        for error in errors.as_data():
            for place, text, code in _faults_of(error, at):
                faults[place].append((text, code))
    for name, formset in getattr(form, "formsets", {}).items():
        for number, row in enumerate(formset.forms):
            if not (formset.can_delete and formset._should_delete_form(row)):
                sent = _sent_number(formset, row, number)
                faults |= find_form_faults(row, (*path, name, sent))
    return faults


def _errors_of(form: BaseForm, path: Path) -> Iterator[tuple[Path, Any]]:
    for name, errors in form.errors.items():
        yield (*path, _sent_name(form, name)), errors
    for name, formset in getattr(form, "formsets", {}).items():
        yield (*path, name), formset.non_form_errors()


def _sent_name(form: Any, name: str) -> str:
    """Return under what name a field is sent: „area_id” for a link to an area."""
    try:
        field = form._meta.model._meta.get_field(name)
    except (AttributeError, FieldDoesNotExist):
        return name
    is_key = field.many_to_one or field.one_to_one
    return str(field.attname) if is_key and field.concrete else name


def _sent_number(formset: Any, row: BaseForm, number: int) -> int:
    """Return which of the rows that were sent it is."""
    place = row.data.get(f"{row.prefix}-{ORDERING_FIELD_NAME}")
    return int(place) - 1 if formset.can_order and place else number


def _faults_of(error: ValidationError, at: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield the faults of a field, those of blocks each at its block."""
    if not isinstance(error, BLOCKS):
        for one in error.error_list:
            yield at, " ".join(one.messages), one.code or "invalid"
        return
    for own in error.non_block_errors.as_data():
        yield from _faults_of(own, at)
    inner = ("value",) if isinstance(error, StreamBlockValidationError) else ()
    for name, found in error.block_errors.items():
        yield from _faults_of(found, (*at, name, *inner))


def place_form_faults() -> None:
    """Let Wagtail's actions say so."""

    def from_form(cls: Any, form: BaseForm, path: Path = ()) -> Faults:
        return find_form_faults(form, path)

    FormValidationError.get_form_errors_as_dict = classmethod(from_form)
