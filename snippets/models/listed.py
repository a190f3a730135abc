from collections.abc import Iterable
from typing import Any

from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _

from snippets.fields import SortKeyField


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
        if update_fields is not None and "name" in update_fields:
            update_fields = {*update_fields, "sort_key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    @display(description=_("name"), ordering="sort_key")
    def listed_name(self) -> str:
        """The name as a column that admin lists sort alphabetically."""
        return str(self)
