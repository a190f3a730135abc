from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch.tasks import insert_or_update_object_task
from wagtail.models import Orderable

from snippets.fields import FoldedField

from .translated import told


class Alias(Orderable, models.Model):
    """Another name under which a body appears in documents, and is searched."""

    name = models.CharField(_("other name"), max_length=255)
    folded_name = FoldedField(source="name")
    note = models.CharField(
        _("note on the name"),
        max_length=255,
        blank=True,
        help_text=_(
            "Where the name comes from, for example: as written in the report of "
            "26 July 2013."
        ),
    )

    api_fields = told("name")

    class Meta(Orderable.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.index_body()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted: tuple[int, dict[str, int]] = super().delete(*args, **kwargs)
        self.index_body()
        return deleted

    @property
    def body(self) -> models.Model:
        """What has this name."""
        raise NotImplementedError

    def index_body(self) -> None:
        """Index the body anew: a form stores and indexes it before its aliases."""
        meta = self.body._meta
        insert_or_update_object_task.enqueue(
            meta.app_label, meta.model_name, str(self.body.pk)
        )
