from collections.abc import Callable
from typing import Any

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import string_to_ascii

SLUG_LENGTH = 100


class Slugged(models.Model):
    """Something with a public address: its slug is made once and then kept."""

    slug = models.SlugField(
        _("end of the address"),
        max_length=SLUG_LENGTH,
        unique=True,
        blank=True,
        help_text=_(
            "The last part of the public address. It is made from the name when left "
            "blank. Changing it later breaks links that people have saved."
        ),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self.slug:
            others = type(self)._default_manager.exclude(pk=self.pk)
            self.slug = self.free_slug(lambda slug: others.filter(slug=slug).exists())
        super().save(*args, **kwargs)

    def slug_source(self) -> str:
        return str(getattr(self, "name", ""))

    def free_slug(self, is_taken: Callable[[str], bool]) -> str:
        """A slug nobody has yet: „Łąka” gives `laka`, the next one `laka-2`."""
        stem = slugify(string_to_ascii(self.slug_source())) or self._meta.model_name
        stem = str(stem)[:SLUG_LENGTH].strip("-")
        slug, number = stem, 1
        while is_taken(slug):
            number += 1
            ending = f"-{number}"
            slug = stem[: SLUG_LENGTH - len(ending)].rstrip("-") + ending
        return slug
