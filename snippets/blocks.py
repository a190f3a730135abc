import copy
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from wagtail.snippets.blocks import SnippetChooserBlock


class RegisterChooserBlock(SnippetChooserBlock):
    """A choice from a register: many choices cost one query, relations and all."""

    register: ClassVar[str]
    related: ClassVar[tuple[str, ...]]

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(self.register, **kwargs)

    def bulk_to_python(self, values: Iterable[Any]) -> list[models.Model | None]:
        rows = self.model_class.objects.select_related(*self.related).in_bulk(values)
        # Wagtail asks for an own object in every place, even where a choice repeats.
        return [copy.copy(rows.get(value)) for value in values]


class OrganisationChooserBlock(RegisterChooserBlock):
    """The choice of an organisation."""

    register = "snippets.Organisation"
    related = ("logo", "parent")


class CityUnitChooserBlock(RegisterChooserBlock):
    """The choice of a city unit."""

    register = "snippets.CityUnit"
    related = ("parent",)


class PriorityAreaChooserBlock(RegisterChooserBlock):
    """The choice of a priority area."""

    register = "snippets.PriorityArea"
    related = ("lead_unit",)
