"""The words of what is published: what a mistyped word is compared with."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class VocabularyWord(models.Model):
    """A word of the catalogue, folded and as it is spelt, and in how many entries."""

    language = models.CharField(_("language"), max_length=10)
    word = models.CharField(_("folded word"), max_length=64)
    spelling = models.CharField(_("spelling"), max_length=64)
    keys = models.TextField(_("search keys"), blank=True)
    entries = models.PositiveIntegerField(_("number of entries"), default=1)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["language", "word"], name="word_once_in_a_vocabulary"
            )
        ]
        verbose_name = _("word of the search vocabulary")
        verbose_name_plural = _("words of the search vocabulary")

    def __str__(self) -> str:
        return self.spelling
