"""Words and abbreviations that mean the same to a reader who searches."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

MOST_WORDS = 12


def content_languages() -> list[tuple[str, Any]]:
    """Return the languages of the site; a site's own are in no migration of ours."""
    return list(settings.WAGTAIL_CONTENT_LANGUAGES)


def first_language() -> str:
    """Return the language that staff mostly write in."""
    return str(settings.LANGUAGE_CODE)


class Synonym(models.Model):
    """A group of words and phrases of one language; who looks for one finds all."""

    language = models.CharField(
        _("language"),
        max_length=10,
        choices=content_languages,
        default=first_language,
    )
    words = models.TextField(
        _("words that mean the same"),
        max_length=1000,
        help_text=_(
            "One word, abbreviation or phrase a line, in its basic form: NGO, and "
            "below it organizacja pozarządowa."
        ),
    )

    class Meta:
        ordering = ["language", "words"]
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")

    def __str__(self) -> str:
        return " = ".join(self.lines)

    @property
    def lines(self) -> list[str]:
        """The words, each once, as they were written."""
        lines = (" ".join(line.split()) for line in self.words.splitlines())
        return list(dict.fromkeys(line for line in lines if line))

    def clean(self) -> None:
        """Ask for two words at least, and not for too many."""
        super().clean()
        self.words = "\n".join(self.lines)
        if len(self.lines) < 2:
            message = gettext("Write at least two words, each on a line of its own.")
            raise ValidationError({"words": message})
        if len(self.lines) > MOST_WORDS:
            message = gettext("Write at most %(number)s words.")
            raise ValidationError({"words": message % {"number": MOST_WORDS}})
