from django.db import models
from django.utils.translation import gettext_lazy as _

from snippets.models.organisations import Organisation


class ImportedValues(models.Model):
    """What lists last wrote into an organisation; what differs was entered by hand."""

    organisation = models.OneToOneField(
        Organisation,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="imported_values",
    )
    # By the key of the field, as it is compared: see `snippets.importing.held`.
    values = models.JSONField(default=dict)
    # Folded [name, town] of rows without any number that were taken to mean it.
    names = models.JSONField(default=list)

    class Meta:
        verbose_name = _("values from lists")
        verbose_name_plural = _("values from lists")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"
