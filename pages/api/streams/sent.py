"""What may be sent to a column, where pydantic takes more than can be kept."""

import re
from datetime import time
from typing import Annotated, Any

from django.db.models import DateField, DateTimeField, Field, ForeignKey, TimeField
from ninja.orm.fields import get_schema_field
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticKnownError
from wagtail.api.v3.schemas.generators.write import create_generator, patch_generator

LONG_KEY = re.compile("[-+]?[0-9]{19,}")
MOMENTS: dict[type[Field[Any, Any]], str] = {
    DateField: "date_type",
    DateTimeField: "datetime_type",
    TimeField: "time_type",
}


def check_key(value: Any) -> Any:
    """Refuse a key that no database holds, and „true”, which is taken for 1."""
    if isinstance(value, bool):
        raise PydanticKnownError("int_type")
    if isinstance(value, int | str) and LONG_KEY.fullmatch(str(value)):
        raise PydanticKnownError("int_parsing_size")
    return value


def check_zone(value: Any) -> Any:
    """Refuse a time of the day with a zone: it is that of the city."""
    if isinstance(value, time) and value.tzinfo:
        raise PydanticKnownError("timezone_naive")
    return value


def foreign_key_input(generator: Any, field: ForeignKey[Any]) -> tuple[Any, Any]:
    """Return the key by which another row is chosen."""
    kind, info = get_schema_field(field)
    return Annotated[kind, BeforeValidator(check_key)], info


def moment_input(generator: Any, field: Field[Any, Any]) -> tuple[Any, Any]:
    """Return a moment, which is a text: pydantic takes numbers for seconds too."""
    kind: Any
    kind, info = get_schema_field(field)
    code: Any = next(MOMENTS[one] for one in type(field).__mro__ if one in MOMENTS)

    def refuse_numbers(value: Any) -> Any:
        if isinstance(value, int | float):
            raise PydanticKnownError(code)
        return value

    checks = BeforeValidator(refuse_numbers), AfterValidator(check_zone)
    moment: Any = Annotated
    return moment[kind, *checks], info


def narrow_sent() -> None:
    """Register this with Wagtail's generators, before they are first used."""
    for generator in (create_generator, patch_generator):
        generator.register_field_schema(ForeignKey, foreign_key_input)
        for column in MOMENTS:
            generator.register_field_schema(column, moment_input)
