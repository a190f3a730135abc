"""Refuses through the API what cannot be blocks, before Wagtail takes it apart.

Wagtail 8.0 reads the blocks that are sent as if they were well formed, and answers
others with an error of the server.
"""

from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import Annotated, Any

from django.db.models import Field, IntegerField
from pydantic import AfterValidator, ValidationError
from pydantic_core import InitErrorDetails
from wagtail.api.v3.schemas.generators import write
from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

# What is told of one block of a stream.
ITEM = frozenset(("type", "value", "id"))
Place = tuple[str | int, ...]
# What a value must be, and pydantic's name of the fault where it is not.
FORMS: tuple[tuple[Any, type, str], ...] = (
    ((StreamBlock, ListBlock), list, "list_type"),
    (StructBlock, dict, "dict_type"),
)


def key_form(block: ChooserBlock) -> type[int | str]:
    """Return of what form the key is by which a chosen thing is written."""
    field = block.model_class._meta.pk
    while field.is_relation:
        field = field.target_field
    return int if isinstance(field, IntegerField) else str


def find_faults(block: Any, value: Any, at: Place = ()) -> Iterator[InitErrorDetails]:
    """Yield what keeps a value from being a block's, and where in it that is."""
    if value is None:
        return
    form, code = _form_of(block)
    if not isinstance(value, form):
        yield _fault(code, at, value)
        return
    if isinstance(block, StreamBlock):
        for number, item in enumerate(value):
            yield from _item_faults(block, item, (*at, number))
    elif isinstance(block, StructBlock):
        yield from _unknown(value, block.child_blocks, at)
    for child, part, name in _parts(block, value):
        yield from find_faults(child, part, (*at, name))


def _parts(block: Any, value: Any) -> Iterator[tuple[Any, Any, str | int]]:
    """Yield what is in a list or an object: the block, its value and its place."""
    if isinstance(block, ListBlock):
        for number, item in enumerate(value):
            yield block.child_block, item, number
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield child, value.get(name), name


def _form_of(block: Any) -> tuple[Any, str]:
    for kinds, form, code in FORMS:
        if isinstance(block, kinds):
            return form, code
    if isinstance(block, ChooserBlock):
        is_number = key_form(block) is int
        return (int, "int_type") if is_number else (str, "string_type")
    return object, ""


def _item_faults(block: Any, item: Any, at: Place) -> Iterator[InitErrorDetails]:
    """Yield the faults of one block of a stream."""
    if not isinstance(item, dict):
        yield _fault("dict_type", at, item)
        return
    for name in ("type", "value"):
        if name not in item:
            yield _fault("missing", (*at, name), item)
    yield from _unknown(item, ITEM, at)
    if not isinstance(item.get("id") or "", str):
        yield _fault("string_type", (*at, "id"), item["id"])
    kind = item.get("type", "")
    if isinstance(kind, str) and kind in block.child_blocks:
        child = block.child_blocks[kind]
        yield from find_faults(child, item.get("value"), (*at, "value"))
    elif "type" in item:
        known = ", ".join(map(repr, block.child_blocks))
        yield _fault("literal_error", (*at, "type"), kind, expected=known)


def _unknown(
    value: Mapping[str, Any], known: Container[str], at: Place
) -> Iterator[InitErrorDetails]:
    """Yield the names that nothing would keep."""
    for name in value:
        if name not in known:
            yield _fault("extra_forbidden", (*at, name), value[name])


def _fault(code: str, at: Place, value: Any, **context: Any) -> InitErrorDetails:
    return {"type": code, "loc": at, "input": value, "ctx": context}


def check_blocks(block: Any, value: Any) -> Any:
    """Return a value; or raise ValidationError, which says what is wrong and where."""
    if faults := list(find_faults(block, value)):
        raise ValidationError.from_exception_data("blocks", faults)
    return value


def blocks_schema(generator: Any, field: Field) -> tuple[Any, Any]:
    """Return what the API takes for a field of blocks."""
    block = field.stream_block  # type: ignore[attr-defined]
    return Annotated[list[Any], AfterValidator(partial(check_blocks, block))], []


def check_written_blocks() -> None:
    """Let the API check blocks of all pages, when they are made and when changed."""
    for generator in (write.create_generator, write.patch_generator):
        generator.register_field_schema(StreamField, blocks_schema)
