"""What an amendment comes from: findings, organisations and city units."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .amendment import Amendment


class AmendmentFinding(Orderable):
    """A finding of a meeting that an amendment comes from."""

    amendment = ParentalKey(
        Amendment, on_delete=models.CASCADE, related_name="finding_links"
    )
    finding = models.ForeignKey(
        "meetings.Finding",
        models.CASCADE,
        related_name="amendment_links",
        verbose_name=_("finding"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return str(self.finding)


class AmendmentOrganisation(Orderable):
    """An organisation that proposed an amendment."""

    once_per = ("amendment",)  # see `snippets.merging.doubles`

    amendment = ParentalKey(
        Amendment, on_delete=models.CASCADE, related_name="organisations"
    )
    organisation = models.ForeignKey(
        "snippets.Organisation",
        models.PROTECT,
        related_name="amendment_links",
        verbose_name=_("organisation"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("organisation that proposed")
        verbose_name_plural = _("organisations that proposed")

    def __str__(self) -> str:
        return str(self.organisation)


class AmendmentUnit(Orderable):
    """A city unit that proposed an amendment."""

    amendment = ParentalKey(Amendment, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(
        "snippets.CityUnit",
        models.PROTECT,
        related_name="amendment_links",
        verbose_name=_("city unit"),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("city unit that proposed")
        verbose_name_plural = _("city units that proposed")

    def __str__(self) -> str:
        return str(self.unit)
