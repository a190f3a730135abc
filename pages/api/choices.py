"""Closed sets of values, as the document lists them."""

from collections.abc import Iterable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class OneOf:
    """Says of a text which values it may have: `Annotated[str, OneOf(Kind.values)]`."""

    def __init__(self, values: Iterable[str]) -> None:
        self.values = [str(value) for value in values]

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.literal_schema(list(self.values))


class ToldOneOf:
    """Says which values something told has, without a second look at it.

    A row may hold what was a choice once: that is no reason not to answer.
    """

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = list(values)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return handler(core_schema.literal_schema(self.values))
