from collections.abc import Iterable
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _

from snippets.fields import DerivedField, SortKeyField


class Listed(models.Model):
    """Something listed in Polish alphabetical order of its name."""

    sort_key = SortKeyField(source="name")

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]

    def save(
        self,
        *args: Any,
        update_fields: Iterable[str] | None = None,
        **kwargs: Any,
    ) -> None:
        if update_fields is not None:
            update_fields = {*update_fields, *self.derived_from(update_fields)}
        super().save(*args, update_fields=update_fields, **kwargs)

    @classmethod
    def derived_from(cls, sources: Iterable[str]) -> set[str]:
        """Return the names of the fields that are made from some others."""
        return {
            field.name
            for field in cls._meta.concrete_fields
            if isinstance(field, DerivedField) and field.source in sources
        }

    def derive(self) -> None:
        """Make the derived fields anew, where a save does not."""
        for field in self._meta.concrete_fields:
            if isinstance(field, DerivedField):
                field.pre_save(self, add=False)

    @display(description=_("name"), ordering="sort_key")
    def listed_name(self) -> str:
        """The name as a column that admin lists sort alphabetically."""
        return str(self)
