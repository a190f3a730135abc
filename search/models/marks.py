"""What the index was made with."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexMark(models.Model):
    """The analyser whose keys the index holds; there is one row at most."""

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    analyser = models.CharField(_("analyser"), max_length=500)
    rebuilt_at = models.DateTimeField(_("rebuilt at"), default=timezone.now)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(id=1), name="search_index_marked_once"
            )
        ]
        verbose_name = _("mark of the search index")
        verbose_name_plural = _("marks of the search index")

    def __str__(self) -> str:
        return self.analyser
