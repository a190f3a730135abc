"""The readers of Wagtail's own blocks."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Literal, NotRequired

from wagtail import blocks
from wagtail.blocks.field_block import BaseChoiceBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail.blocks.struct_block import BaseStructBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from pages.api.links import PageLink, ThingLink, page_link
from pages.api.pictures import DocumentLink, Picture, tell_document, tell_picture
from pages.api.things import link_thing
from pages.base.writing import TEXTS, key_form

from .loading import Loaded
from .readers import Reader, register, tell
from .types import BlockTypes, Typing, block_name, item_type, pascal

PLAIN_STREAMS = (blocks.StreamBlock, BaseStreamBlock)
PLAIN_STRUCTS = (blocks.StructBlock, BaseStructBlock)


def stream_typing(types: BlockTypes, block: Any, path: str) -> Any:
    path = block_name(block, path, PLAIN_STREAMS)
    return types.stream(
        item_type(types, name, types.of(child, way), way)
        for name, child in block.child_blocks.items()
        for way in [path + pascal(name)]
    )


def tell_stream(loaded: Loaded, block: Any, value: Any) -> Any:
    return [
        {
            "type": child.block_type,
            "value": tell(loaded, child.block, child.value),
            "id": child.id,
        }
        for child in value or ()
    ]


def struct_typing(types: BlockTypes, block: Any, path: str) -> Any:
    path = block_name(block, path, PLAIN_STRUCTS)
    fields: dict[str, Any] = {}
    for name, child in block.child_blocks.items():
        kind = types.of(child, path + pascal(name))
        fields[name] = NotRequired[kind] if types.for_input else kind
    return types.shape(path, fields)


def tell_struct(loaded: Loaded, block: Any, value: Any) -> Any:
    return {
        name: tell(loaded, child, value.get(name))
        for name, child in block.child_blocks.items()
    }


def list_typing(types: BlockTypes, block: Any, path: str) -> Any:
    return list[types.of(block.child_block, f"{path}Item")]  # type: ignore[misc]


def tell_list(loaded: Loaded, block: Any, value: Any) -> Any:
    return [tell(loaded, block.child_block, item) for item in value or ()]


def _values(choices: Iterable[Any]) -> Iterable[Any]:
    for value, label in choices:
        if isinstance(label, list | tuple):
            yield from (inner for inner, _label in label)
        else:
            yield value


def choice_typing(types: BlockTypes, block: Any, path: str) -> Any:
    choices = block._constructor_kwargs["choices"]
    values = () if callable(choices) else tuple(_values(choices))
    kind: Any = str
    if values and all(isinstance(value, str | int) for value in values):
        kind = Literal[values]
    if isinstance(block, blocks.MultipleChoiceBlock):
        return list[kind]
    return kind | None


def key_typing(types: BlockTypes, block: Any, path: str) -> Any:
    """Return the type of the key by which a chosen thing is written."""
    return key_form(block) | None


def picture_input(types: BlockTypes, block: Any, path: str) -> Any:
    return types.shape(
        "Picture", {"image": int, "alt_text": str, "decorative": NotRequired[bool]}
    )


def always(kind: Any) -> Typing:
    """Return the typing of blocks whose value is always of one type."""
    return lambda types, block, path: kind


def tell_page(loaded: Loaded, block: Any, value: Any) -> Any:
    page = loaded.page(value.pk) if value else None
    return page_link(loaded.request, page) if loaded.request else None


def tell_thing(loaded: Loaded, block: Any, value: Any) -> Any:
    return link_thing(loaded.request, value) if value and loaded.request else None


def tell_file(loaded: Loaded, block: Any, value: Any) -> Any:
    return tell_document(loaded.request, value) if value else None


def tell_image(loaded: Loaded, block: Any, value: Any) -> Any:
    if not value:
        return None
    return tell_picture(loaded.request, value, loaded.renditions(value))


def tell_rich_text(loaded: Loaded, block: Any, value: Any) -> Any:
    return loaded.text(value.source if value else "", block.features)


def tell_plain(loaded: Loaded, block: Any, value: Any) -> Any:
    return block.get_api_representation(value, context={"request": loaded.request})


def register_kinds() -> None:
    """Register the readers of Wagtail's blocks."""
    register(BaseStreamBlock, Reader(stream_typing, stream_typing, tell_stream))
    register(BaseStructBlock, Reader(struct_typing, struct_typing, tell_struct))
    register(blocks.ListBlock, Reader(list_typing, list_typing, tell_list))
    register(BaseChoiceBlock, Reader(choice_typing, choice_typing, tell_plain))
    for cls in (blocks.ChoiceBlock, blocks.MultipleChoiceBlock):
        register(cls, Reader(choice_typing, choice_typing, tell_plain))
    register(ImageBlock, Reader(always(Picture | None), picture_input, tell_image))
    for cls, told, telling in (
        (blocks.ChooserBlock, ThingLink, tell_thing),
        (blocks.PageChooserBlock, PageLink, tell_page),
        (DocumentChooserBlock, DocumentLink, tell_file),
        (ImageChooserBlock, Picture, tell_image),
    ):
        register(cls, Reader(always(told | None), key_typing, telling))
    text = always(str)
    register(blocks.RichTextBlock, Reader(text, text, tell_rich_text))
    for cls in TEXTS:
        register(cls, Reader(text, text, tell_plain))
    for cls, kind in (
        (blocks.StaticBlock, None),
        (blocks.BooleanBlock, bool),
        (blocks.IntegerBlock, int | None),
        (blocks.FloatBlock, float | None),
        (blocks.DecimalBlock, Decimal | None),
        (blocks.DateBlock, date | None),
        (blocks.TimeBlock, time | None),
        (blocks.DateTimeBlock, datetime | None),
    ):
        register(cls, Reader(always(kind), always(kind), tell_plain))
