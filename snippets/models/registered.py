from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from snippets.fields import KRSField, NIPField, REGONField
from snippets.identifiers import group_krs, group_nip, group_regon

from .addresses import one_line_address
from .translated import told


class Registered(models.Model):
    """What public registers say of a body: its numbers, its status, its seat."""

    krs = KRSField(_("KRS number"))
    nip = NIPField(_("NIP number"))
    regon = REGONField(_("REGON number"))
    other_register = models.CharField(
        _("other register"),
        max_length=255,
        blank=True,
        help_text=_("For example: the record of simple associations."),
    )
    other_register_number = models.CharField(
        _("number in the other register"), max_length=100, blank=True
    )
    opp = models.BooleanField(_("public benefit organisation"), default=False)
    opp_since = models.DateField(
        _("public benefit organisation since"), null=True, blank=True
    )
    street = models.CharField(_("street and number"), max_length=255, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("town"), max_length=100, blank=True)
    district = models.CharField(
        _("district"),
        max_length=100,
        blank=True,
        help_text=_("The district or estate of its seat, for example: Dojlidy."),
    )
    municipality = models.CharField(_("municipality"), max_length=100, blank=True)
    county = models.CharField(_("county"), max_length=100, blank=True)
    voivodeship = models.CharField(_("voivodeship"), max_length=50, blank=True)
    teryt = models.CharField(_("TERYT code"), max_length=7, blank=True)

    api_fields = told(
        *("krs", "nip", "regon", "other_register", "other_register_number"),
        *("opp", "opp_since", "street", "postcode", "city", "district"),
        *("municipality", "county", "voivodeship", "teryt"),
    )

    class Meta:
        abstract = True
        # NIP is not unique: branches share it with their parent, schools with the city.
        constraints = [
            models.UniqueConstraint(
                fields=["krs"],
                condition=~Q(krs=""),
                name="%(app_label)s_%(class)s_unique_krs",
                violation_error_message=_(
                    "Another organisation has this KRS number. A branch without legal "
                    "personality has no KRS number of its own: leave it blank and "
                    "choose the organisation it is a branch of."
                ),
            ),
            models.UniqueConstraint(
                fields=["regon"],
                condition=~Q(regon=""),
                name="%(app_label)s_%(class)s_unique_regon",
                violation_error_message=_(
                    "Another organisation has this REGON number."
                ),
            ),
        ]

    @property
    @display(description=_("KRS number"))
    def krs_grouped(self) -> str:
        return group_krs(self.krs)

    @property
    @display(description=_("NIP number"))
    def nip_grouped(self) -> str:
        return group_nip(self.nip)

    @property
    @display(description=_("REGON number"))
    def regon_grouped(self) -> str:
        return group_regon(self.regon)

    @property
    @display(description=_("seat"))
    def seat(self) -> str:
        return one_line_address(self.street, self.postcode, self.city)
