"""Refuses through the API what cannot be blocks, before Wagtail takes it apart.

Wagtail 8.0 reads the blocks that are sent as if they were well formed, and answers
others with an error of the server.
"""

from collections.abc import Iterator
from functools import partial
from typing import Annotated, Any

from django.db.models import Field
from pydantic import AfterValidator
from wagtail.api.v3.schemas.generators import write
from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

FORMS: tuple[tuple[Any, type, str], ...] = (
    ((StreamBlock, ListBlock), list, "a list"),
    (StructBlock, dict, "an object"),
    (ChooserBlock, int, "the number of what is chosen"),
)


def check_blocks(block: Any, value: Any, at: str) -> None:
    """Raise ValueError, which says where, unless a value has a block's form."""
    if value is None:
        return
    for kinds, form, what in FORMS:
        if isinstance(block, kinds) and not isinstance(value, form):
            raise ValueError(f"{at} must be {what}")
    for child, inner, place in _inside(block, value, at):
        check_blocks(child, inner, place)


def _inside(block: Any, value: Any, at: str) -> Iterator[tuple[Any, Any, str]]:
    """Yield the blocks in a block, their values and where they are."""
    if isinstance(block, StreamBlock):
        for number, item in enumerate(value):
            yield from _read_item(block, item, f"{at}.{number}")
    elif isinstance(block, ListBlock):
        for number, item in enumerate(value):
            yield block.child_block, item, f"{at}.{number}"
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield child, value.get(name), f"{at}.{name}"


def _read_item(block: Any, item: Any, at: str) -> Iterator[tuple[Any, Any, str]]:
    """Yield the block of a stream; one of an unknown type Wagtail refuses itself."""
    if not (isinstance(item, dict) and isinstance(item.get("type"), str)):
        raise ValueError(f"{at} must be an object with a type")
    if "value" not in item or not isinstance(item.get("id") or "", str):
        raise ValueError(f"{at} must be a block with a value, its id a text")
    if item["type"] in block.child_blocks:
        yield block.child_blocks[item["type"]], item["value"], at


def blocks_schema(generator: Any, field: Field) -> tuple[Any, Any]:
    """Return what the API takes for a field of blocks."""

    def check(block: Any, value: list[Any]) -> list[Any]:
        check_blocks(block, value, field.name)
        return value

    block = field.stream_block  # type: ignore[attr-defined]
    return Annotated[list[Any], AfterValidator(partial(check, block))], []


def check_written_blocks() -> None:
    """Let the API check blocks of all pages, when they are made and when changed."""
    for generator in (write.create_generator, write.patch_generator):
        generator.register_field_schema(StreamField, blocks_schema)
