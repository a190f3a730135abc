from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.search import index

from .aliases import Alias
from .circles import check_no_circle
from .listed import Listed
from .slugs import Slugged
from .translated import NAMES, TranslatedName, told


class CityUnit(index.Indexed, Slugged, Listed, TranslatedName, ClusterableModel):
    """A department, bureau, centre or other unit of the city office."""

    class Kind(models.TextChoices):
        DEPARTMENT = "department", _("department")
        BUREAU = "bureau", _("bureau")
        CENTRE = "centre", _("centre")
        UNIT = "unit", _("municipal unit")

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind, default=Kind.DEPARTMENT
    )
    parent = models.ForeignKey(
        "self",
        verbose_name=_("part of the unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="parts",
        help_text=_("The larger unit this one belongs to, if any."),
    )
    valid_from = models.DateField(_("works since"), null=True, blank=True)
    valid_to = models.DateField(
        _("worked until"),
        null=True,
        blank=True,
        help_text=_("Fill in when the unit is closed, renamed or merged."),
    )
    email = models.EmailField(_("public e-mail"), blank=True)
    phone = models.CharField(_("public phone"), max_length=100, blank=True)
    address = models.CharField(_("address"), max_length=255, blank=True)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("name_en"),
        index.SearchField("name_uk"),
        index.SearchField("name_be"),
        index.RelatedFields(
            "aliases", [index.SearchField("name"), index.AutocompleteField("name")]
        ),
        index.FilterField("kind"),
        index.FilterField("parent_id"),
        index.FilterField("sort_key"),
        index.FilterField("valid_from"),
        index.FilterField("valid_to"),
    ]

    api_fields = [
        *NAMES,
        *told("aliases", "slug", "kind", "parent", "valid_from", "valid_to"),
        *told("email", "phone", "address"),
    ]

    class Meta(Listed.Meta):
        verbose_name = _("city unit")
        verbose_name_plural = _("city units")

    def clean(self) -> None:
        super().clean()
        check_no_circle(self)
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError(
                {"valid_to": _("A unit cannot be closed before it starts to work.")}
            )


class CityUnitAlias(Alias):
    """Another name of a city unit: an earlier one, or one that documents use."""

    unit = ParentalKey(CityUnit, on_delete=models.CASCADE, related_name="aliases")

    class Meta(Alias.Meta):
        verbose_name = _("other name of a city unit")
        verbose_name_plural = _("other names of city units")

    @property
    def body(self) -> CityUnit:
        return self.unit
