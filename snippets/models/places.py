from django.contrib.admin import display
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from .addresses import one_line_address
from .listed import Listed
from .translated import NAMES, TRANSLATIONS, TranslatedName, localized, told
from .units import CityUnit


class Place(index.Indexed, Listed, TranslatedName):
    """A place where meetings are held or comments are received."""

    street = models.CharField(
        _("street and number"),
        max_length=255,
        blank=True,
        help_text=_("For example: ul. Bema 60/1."),
    )
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    unit = models.ForeignKey(
        CityUnit,
        verbose_name=_("seat of the unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="places",
        help_text=_("The city unit that has its seat here, if any."),
    )
    accessibility = models.TextField(
        _("accessibility"),
        blank=True,
        help_text=_(
            "Entrance, lift, toilet, induction loop, parking: what a person needs to "
            "know before coming."
        ),
    )
    accessibility_en = models.TextField(_("accessibility, in English"), blank=True)
    accessibility_uk = models.TextField(_("accessibility, in Ukrainian"), blank=True)
    accessibility_be = models.TextField(_("accessibility, in Belarusian"), blank=True)

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("street"),
        index.AutocompleteField("street"),
        index.FilterField("street"),
        index.FilterField("city"),
        index.FilterField("unit_id"),
        index.FilterField("sort_key"),
    ]

    api_fields = [
        *NAMES,
        *told("street", "postcode", "city", "unit", "accessibility"),
        *told(*(f"accessibility_{language}" for language in TRANSLATIONS)),
    ]

    class Meta(Listed.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    @property
    @display(description=_("address"))
    def address(self) -> str:
        return one_line_address(self.street, self.postcode, self.city)

    @property
    def localized_accessibility(self) -> str:
        return localized(self, "accessibility")
