"""Model fields that keep register numbers as digits and names as sort keys."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Field
from django.utils.translation import gettext_lazy as _

from .collation import sort_key
from .folding import fold
from .identifiers import (
    Identifier,
    IdentifierStatus,
    group_krs,
    group_nip,
    group_regon,
    read_krs,
    read_nip,
    read_regon,
)

RAW_INPUT_LENGTH = 60

IDENTIFIER_MESSAGES = {
    IdentifierStatus.INVALID_CHECKSUM: _(
        "The check digit does not match: one of the digits is wrong."
    ),
    IdentifierStatus.INVALID_LENGTH: _("The number has too few or too many digits."),
    IdentifierStatus.NOT_A_NUMBER: _("This is not a register number."),
    IdentifierStatus.PLACEHOLDER: _(
        "This is a filler, not a real number. Leave the field blank instead."
    ),
    IdentifierStatus.DAMAGED: _(
        "A spreadsheet has rounded this number and its last digits are lost. Copy it "
        "from the register again."
    ),
    IdentifierStatus.OTHER_REGISTER: _(
        "This looks like a number in another register. Enter it as the number in the "
        "other register."
    ),
    IdentifierStatus.PESEL: _(
        "This is the PESEL number of a person. It must not be kept here."
    ),
}


class IdentifierField(models.CharField):
    """A register number: any usual way of writing it is read, only digits are kept."""

    digits: int
    read: Callable[[object], Identifier]
    group: Callable[[str], str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("blank", True)
        kwargs["max_length"] = self.digits
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def clean(self, value: Any, model_instance: models.Model | None) -> Any:
        found = type(self).read(value)
        if message := IDENTIFIER_MESSAGES.get(found.status):
            raise ValidationError(message, code=found.status.value)
        return super().clean(found.digits, model_instance)

    def formfield(self, *args: Any, **kwargs: Any) -> Field | None:
        return super().formfield(*args, **{"max_length": RAW_INPUT_LENGTH, **kwargs})


class KRSField(IdentifierField):
    """A number in the National Court Register, ten digits."""

    digits = 10
    read = staticmethod(read_krs)
    group = staticmethod(group_krs)


class NIPField(IdentifierField):
    """A tax identification number, ten digits."""

    digits = 10
    read = staticmethod(read_nip)
    group = staticmethod(group_nip)


class REGONField(IdentifierField):
    """A statistical number, nine digits or fourteen for a local unit."""

    digits = 14
    read = staticmethod(read_regon)
    group = staticmethod(group_regon)


class DerivedField(models.CharField):
    """A text that is made from another field on every save, never entered."""

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        self.source = source
        kwargs.setdefault("max_length", 300)
        super().__init__(*args, **{**kwargs, "editable": False})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["editable"]
        return name, path, args, {**kwargs, "source": self.source}

    def derive(self, text: str) -> str:
        """Return what is kept of a text; at most `max_length` characters."""
        raise NotImplementedError

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        text = self.derive(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, text)
        return text


class SortKeyField(DerivedField):
    """The place of another field in Polish alphabetical order."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "db_index": True})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["db_index"]
        return name, path, args, kwargs

    def derive(self, text: str) -> str:
        return sort_key(text, self.max_length)


class FoldedField(DerivedField):
    """Another field without case, accents and punctuation, to find words in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"default": "", **kwargs})

    def derive(self, text: str) -> str:
        return fold(text)[: self.max_length]
