"""What readers looked for and did not find."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedQuery(models.Model):
    """How often a query found nothing on one day: no word of who asked.

    Queries that may name a person are not kept, and none for more than 90 days.
    """

    text = models.CharField(_("query"), max_length=100)
    language = models.CharField(_("language"), max_length=10)
    day = models.DateField(_("day"), db_index=True)
    number = models.PositiveIntegerField(_("times"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["day", "language", "text"], name="missed_once_a_day"
            )
        ]
        verbose_name = _("query that found nothing")
        verbose_name_plural = _("queries that found nothing")

    def __str__(self) -> str:
        return self.text
