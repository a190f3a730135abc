from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .translated import localized


class WithLogo(models.Model):
    """Something shown with its logo, which never stands without a description."""

    logo = models.ForeignKey(
        "wagtailimages.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    logo_alt = models.CharField(
        _("description of the logo"),
        max_length=255,
        blank=True,
        help_text=_("What the logo shows, for people who cannot see it."),
    )
    logo_alt_en = models.CharField(
        _("description of the logo, in English"), max_length=255, blank=True
    )
    logo_alt_uk = models.CharField(
        _("description of the logo, in Ukrainian"), max_length=255, blank=True
    )
    logo_alt_be = models.CharField(
        _("description of the logo, in Belarusian"), max_length=255, blank=True
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.logo_id and not self.logo_alt.strip():
            raise ValidationError(
                {"logo_alt": _("Describe the logo for people who cannot see it.")}
            )

    @property
    def localized_logo_alt(self) -> str:
        return localized(self, "logo_alt")
