"""Refuses through the API what cannot be blocks, before Wagtail takes it apart.

Wagtail 8.0 reads the blocks that are sent as if they were well formed. It answers
others with an error of the server, or keeps something else in silence: a list as a
text, and nothing for a thing that does not exist.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import partial
from typing import Annotated, Any, get_args

from django.core.exceptions import ValidationError as FormError
from django.db.models import Field, IntegerField
from django.forms import ModelChoiceField
from pydantic import AfterValidator, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError
from wagtail import blocks
from wagtail.api.rich_text import RichTextInputFormat
from wagtail.api.v3.schemas.generators import write
from wagtail.blocks import ChooserBlock, ListBlock, StreamBlock, StructBlock
from wagtail.fields import StreamField

# What is told of one block of a stream, and of a rich text that is not HTML.
ITEM = frozenset(("type", "value", "id"))
ENVELOPE = frozenset(("format", "content"))
INPUT_FORMATS = get_args(RichTextInputFormat)
Place = tuple[str | int, ...]
# Where „true” is not taken for a number or a text.
FREE = (bool, object)
# A block by which something is chosen, the key, and where that is.
Choice = tuple[ChooserBlock, Any, Place]
MOMENTS: dict[type[Any], str] = {
    blocks.DateTimeBlock: "datetime",
    blocks.DateBlock: "date",
    blocks.TimeBlock: "time",
}
TEXTS = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.RegexBlock,
    blocks.URLBlock,
    blocks.EmailBlock,
    blocks.RawHTMLBlock,
)
# What a value must be, and pydantic's name of the fault where it is not.
FORMS: tuple[tuple[Any, Any, str], ...] = (
    ((StreamBlock, ListBlock), list, "list_type"),
    (StructBlock, dict, "dict_type"),
    ((*TEXTS, *MOMENTS), str, "string_type"),
    (blocks.RichTextBlock, str | dict, "string_type"),
    (blocks.BooleanBlock, bool, "bool_type"),
    (blocks.IntegerBlock, int, "int_type"),
    (blocks.FloatBlock, int | float, "float_type"),
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
    if not isinstance(value, form) or (isinstance(value, bool) and form not in FREE):
        yield _fault(code, at, value)
        return
    yield from _leaf_faults(block, value, at)
    if isinstance(block, StreamBlock):
        for number, item in enumerate(value):
            yield from _item_faults(block, item, (*at, number))
    elif isinstance(block, StructBlock):
        yield from _unknown(value, block.child_blocks, at)
    for child, part, name in _parts(block, value):
        yield from find_faults(child, part, (*at, name))


def _leaf_faults(block: Any, value: Any, at: Place) -> Iterator[InitErrorDetails]:
    """Yield what is wrong with a moment, or with a rich text that says its form."""
    if isinstance(block, blocks.RichTextBlock) and isinstance(value, dict):
        yield from _unknown(value, ENVELOPE, at)
        if not isinstance(value.get("content"), str):
            code = "string_type" if "content" in value else "missing"
            yield _fault(code, (*at, "content"), value.get("content"))
        form = value.get("format", INPUT_FORMATS[0])
        if form not in INPUT_FORMATS:
            known = ", ".join(map(repr, INPUT_FORMATS))
            yield _fault("literal_error", (*at, "format"), form, expected=known)
    for kind, name in MOMENTS.items():
        if isinstance(block, kind) and value and not _reads(block, value):
            yield _fault(f"{name}_parsing", at, value, error="")


def _reads(block: Any, value: str) -> bool:
    """Whether a text is a moment; of what is none Wagtail keeps nothing."""
    try:
        return block.to_python(value) is not None
    except ValueError:
        return False


def find_choices(block: Any, value: Any, at: Place = ()) -> Iterator[Choice]:
    """Yield what is chosen in the value of a block that has no faults."""
    if value is None:
        return
    if isinstance(block, ChooserBlock):
        yield block, value, at
    elif isinstance(block, StreamBlock):
        for number, item in enumerate(value):
            child = block.child_blocks[item["type"]]
            yield from find_choices(child, item["value"], (*at, number, "value"))
    for child, part, name in _parts(block, value):
        yield from find_choices(child, part, (*at, name))


def find_missing(block: Any, value: Any) -> Iterator[InitErrorDetails]:
    """Yield where something is chosen that does not exist: one query a model."""
    chosen = defaultdict(list)
    for chooser, key, at in find_choices(block, value):
        chosen[chooser.model_class].append((key, at))
    message = str(ModelChoiceField.default_error_messages["invalid_choice"])
    for model, places in chosen.items():
        keys = {key for key, _at in places if _can_be_key(model, key)}
        known = set(model.objects.filter(pk__in=keys).values_list("pk", flat=True))
        for key, at in places:
            if key not in keys or model._meta.pk.to_python(key) not in known:
                code = PydanticCustomError("invalid_choice", message)
                yield InitErrorDetails(type=code, loc=at, input=key)


def _can_be_key(model: Any, key: Any) -> bool:
    if isinstance(key, int):
        return 0 < key < 2**63
    try:
        model._meta.pk.to_python(key)
    except FormError:
        return False
    return True


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
    faults = list(find_faults(block, value)) or list(find_missing(block, value))
    if faults:
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
