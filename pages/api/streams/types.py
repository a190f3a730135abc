"""The types of StreamFields in the document: a union of blocks, told by their `type`.

The shape is that of Wagtail 8.1, which types streams by itself; only what a chooser, a
picture and a rich text give is ours (see `readers`). What is told is not checked
against the types on its way out: blocks have made it, and tests compare the two.
"""

from collections.abc import Callable, Iterable
from typing import Annotated, Any, Literal, NotRequired, Union

from pydantic import ConfigDict, Field, TypeAdapter
from typing_extensions import TypedDict
from wagtail.blocks import Block
from wagtail.fields import StreamField

Typing = Callable[["BlockTypes", Block, str], Any]
# Made from names that are known only when it runs, which no type checker can follow.
_typed_dict: Any = TypedDict
# What is sent has no names but these: others would be lost in silence.
_CLOSED = ConfigDict(extra="forbid")


def pascal(name: str) -> str:
    """Return „agreed_wording” as „AgreedWording”."""
    return "".join(part[:1].upper() + part[1:] for part in name.split("_"))


def block_name(block: Block, path: str, plain: tuple[type[Block], ...]) -> str:
    """Return what a block's type is called: its class, or its way where it has none."""
    return path if type(block) in plain else type(block).__name__


class BlockTypes:
    """Makes the types, each shape once for all streams.

    `for_input` is for what is written. `typings` says what the value of a block is, by
    the block's class.
    """

    def __init__(
        self, typing_of: Callable[[Block], Typing], *, for_input: bool = False
    ) -> None:
        self.for_input = for_input
        self._typing_of = typing_of
        self._shapes: dict[Any, Any] = {}
        self._names: set[str] = set()

    def of(self, block: Block, path: str) -> Any:
        """Return the type of a block's value; `path` names it where it has no name."""
        return self._typing_of(block)(self, block, path)

    def shape(self, name: str, fields: dict[str, Any]) -> Any:
        """Return a dictionary type, one for the same fields under the same name."""
        key = (name, tuple(fields.items()))
        if key not in self._shapes:
            shape: Any = _typed_dict(self._free(name), fields)
            if self.for_input:
                shape.__pydantic_config__ = _CLOSED
            self._shapes[key] = shape
        return self._shapes[key]

    def _free(self, name: str) -> str:
        suffix = "Input" if self.for_input else ""
        free, number = f"{name}{suffix}", 1
        while free in self._names:
            number += 1
            free = f"{name}{number}{suffix}"
        self._names.add(free)
        return free

    def stream(self, items: Iterable[Any]) -> Any:
        """Return a list of blocks, each told by its `type`."""
        members = tuple(items)
        if len(members) == 1:
            return list.__class_getitem__(members[0])
        if members not in self._shapes:
            union: Any = Union.__getitem__(members)
            union = Annotated[union, Field(discriminator="type")]
            self._shapes[members] = list.__class_getitem__(union)
        return self._shapes[members]


class StreamSchema:
    """Annotates a field with the type of its stream, made when it is first wanted."""

    def __init__(self, types: BlockTypes, field: StreamField) -> None:
        self.types = types
        self.field = field
        self._adapter: TypeAdapter[Any] | None = None

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> Any:
        if self._adapter is None:
            name = f"{self.field.model._meta.object_name}{pascal(self.field.name)}"
            self._adapter = TypeAdapter(self.types.of(self.field.stream_block, name))
        return handler(self._adapter.core_schema)


def item_type(types: BlockTypes, name: str, value: Any, path: str) -> Any:
    """Return the type of one block of a stream."""
    key: Any = str | None
    if types.for_input:
        key = NotRequired[key]
    return types.shape(
        f"{path}Item", {"type": Literal[name], "value": value, "id": key}
    )
