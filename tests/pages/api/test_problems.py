"""What is wrong with a request is said in the reader's language, all of it."""

import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from django.utils.translation import override
from pydantic import BaseModel, Field, TypeAdapter, ValidationError

from pages.api.problems import word_fault


class Colour(StrEnum):
    """Two values."""

    RED = "red"
    BLUE = "blue"


class Picture(BaseModel):
    """One of two blocks."""

    type: Literal["picture"]


class Text(BaseModel):
    """The other one."""

    type: Literal["text"]


Block = Annotated[Picture | Text, Field(discriminator="type")]

CASES: tuple[tuple[Any, Any, str], ...] = (
    (Literal["a", "b", "c"], "d", "Allowed values: 'a', 'b', 'c'."),
    (Literal["a"], "d", "Allowed values: 'a'."),
    (Literal["this or that", "b"], "d", "Allowed values: 'this or that', 'b'."),
    (Colour, "green", "Allowed values: 'red', 'blue'."),
    (Block, {"type": "sound"}, "Allowed values: 'picture', 'text'."),
    (Block, {}, "The field “type” is missing."),
    (int, 1.5, "This is not a whole number."),
    (bool, [], "This is neither true nor false."),
    (datetime.date, "2024-01-01T10:00", "This is not a date."),
    (datetime.date, [], "This is not a date."),
    (datetime.datetime, "2024-13-01", "This is not a date with a time."),
    (datetime.datetime, [], "This is not a date with a time."),
    (Annotated[str, Field(pattern="^a$")], "b", "It does not have the right format."),
)


def faults(kind: Any, value: Any) -> list[Any]:
    """Return what pydantic finds wrong with a value."""
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(value)
    return caught.value.errors()


@pytest.mark.parametrize(("kind", "value", "message"), CASES)
def test_fault_is_worded(kind, value, message):
    with override("en"):
        assert [word_fault(fault)["msg"] for fault in faults(kind, value)] == [message]


@pytest.mark.parametrize("language", ["pl", "uk", "be"])
@pytest.mark.parametrize(("kind", "value", "message"), CASES)
def test_fault_is_worded_in_the_language_of_the_reader(kind, value, message, language):
    with override(language):
        worded = word_fault(faults(kind, value)[0])["msg"]
    assert worded != message
    assert "{" not in worded
    assert " or " not in worded.replace("this or that", "")
