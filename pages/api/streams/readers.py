"""How each kind of block is told: the type of its value, and the value itself.

A block of a host's own class that says by `get_api_representation` how it is told keeps
its way, and is typed as anything.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wagtail.blocks import Block, ListBlock, PageChooserBlock, RichTextBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from .loading import Loaded
from .types import BlockTypes, Typing

Telling = Callable[[Loaded, Any, Any], Any]


@dataclass(frozen=True)
class Reader:
    """The type of a block's value when told and when written, and how it is told."""

    told: Typing
    written: Typing
    tell: Telling


_READERS: dict[type[Block], Reader] = {}


def register(block_class: type[Block], reader: Reader) -> None:
    """Say how blocks of a class, and of those made from it, are told."""
    _READERS[block_class] = reader


def reader_of(block: Block) -> Reader:
    """Return how a block is told."""
    block_class: Any = type(block)
    for cls in block_class.__mro__:
        if reader := _READERS.get(cls):
            own = block_class.get_api_representation
            return reader if own is cls.get_api_representation else ANYTHING
    return ANYTHING


def tell(loaded: Loaded, block: Block, value: Any) -> Any:
    """Return the value of a block as plain data."""
    return reader_of(block).tell(loaded, block, value)


def _typed_as_anything(types: BlockTypes, block: Block, path: str) -> Any:
    return Any


def _by_itself(loaded: Loaded, block: Block, value: Any) -> Any:
    return block.get_api_representation(value, context={"request": loaded.request})


ANYTHING = Reader(_typed_as_anything, _typed_as_anything, _by_itself)


def leaves(block: Block, value: Any) -> Iterator[tuple[Block, Any]]:
    """Yield the blocks in a value that hold no other ones, with what is in them."""
    if isinstance(block, ImageBlock) or value is None:
        yield block, value
    elif isinstance(block, BaseStreamBlock):
        for child in value:
            yield from leaves(child.block, child.value)
    elif isinstance(block, BaseStructBlock):
        for name, part in block.child_blocks.items():
            yield from leaves(part, value.get(name))
    elif isinstance(block, ListBlock):
        for item in value:
            yield from leaves(block.child_block, item)
    else:
        yield block, value


def load_stream(loaded: Loaded, block: Block, value: Any) -> None:
    """Read at once what the texts, pictures and links to pages of a stream need."""
    texts, images, pages = [], [], []
    for leaf, content in leaves(block, value):
        if not content:
            continue
        if isinstance(leaf, RichTextBlock):
            texts.append(content.source)
        elif isinstance(leaf, ImageBlock | ImageChooserBlock):
            images.append(content)
        elif isinstance(leaf, PageChooserBlock):
            pages.append(content.pk)
    loaded.load_texts(texts)
    loaded.load_pictures(images)
    loaded.load_pages(pages)
