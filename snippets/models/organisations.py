from typing import Self

from django.contrib.admin import display
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.models import ClusterableModel
from wagtail.api import APIField
from wagtail.search import index

from snippets.collation import OTHER_INITIAL, initial, key_bounds, letter_bounds
from snippets.fields import FoldedField

from .areas import Sphere
from .circles import check_no_circle
from .current import check_is_current
from .legal_forms import LegalForm
from .listed import Listed
from .logos import WithLogo
from .registered import Registered
from .slugs import Slugged
from .translated import told


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def unmerged(self) -> Self:
        """Those that were not found to be another one of the register."""
        return self.filter(merged_into=None)

    def in_directory(self) -> Self:
        """Those that exist: the public list leaves out the ones struck off."""
        return self.unmerged().exclude(status=Organisation.Status.STRUCK_OFF)

    def starting_with(self, letter: str) -> Self:
        """Those listed under `letter`; `#` stands for numbers and symbols."""
        if letter == OTHER_INITIAL:
            first, end = letter_bounds()
            return self.filter(Q(sort_key__lt=first) | Q(sort_key__gte=end))
        # By a range: no prefix search of SQLite uses an index.
        first, end = key_bounds(letter)
        return self.filter(sort_key__gte=first, sort_key__lt=end)

    def with_spheres(self) -> Self:
        return self.prefetch_related("spheres")


class Organisation(
    index.Indexed, WithLogo, Slugged, Listed, Registered, ClusterableModel
):
    """A non-governmental organisation or another body of public benefit."""

    class Status(models.TextChoices):
        ACTIVE = "active", pgettext_lazy("status of an organisation", "active")
        IN_LIQUIDATION = "in_liquidation", _("in liquidation")
        STRUCK_OFF = "struck_off", _("struck off")
        UNKNOWN = "unknown", pgettext_lazy("status of an organisation", "unknown")

    name = models.CharField(
        _("full name"), max_length=255, help_text=_("As in the register, in Polish.")
    )
    folded_name = FoldedField(source="name")
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    folded_short_name = FoldedField(source="short_name")
    folded_city = FoldedField(source="city")
    legal_form = models.CharField(
        _("legal form"), max_length=30, choices=LegalForm, blank=True
    )
    about = models.TextField(
        _("what it does"), blank=True, help_text=_("In two or three sentences.")
    )
    spheres = models.ManyToManyField(
        Sphere,
        verbose_name=_("spheres of public tasks"),
        blank=True,
        related_name="organisations",
    )
    acts_in_city = models.BooleanField(
        _("acts in the city"),
        default=True,
        help_text=_("Its seat may be elsewhere."),
    )
    status = models.CharField(
        _("status"), max_length=20, choices=Status, default=Status.ACTIVE
    )
    verified_at = models.DateField(
        _("checked on"),
        null=True,
        blank=True,
        help_text=_("The day these data were last compared with the register."),
    )

    parent = models.ForeignKey(
        "self",
        verbose_name=_("branch of"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="branches",
    )
    member_of = models.ManyToManyField(
        "self",
        verbose_name=_("member of"),
        through="Membership",
        through_fields=("organisation", "federation"),
        symmetrical=False,
        blank=True,
        related_name="members",
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="merged",
        help_text=_("The entry that stands for this one, and that its page leads to."),
    )
    website = models.URLField(_("website"), blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    phone = models.CharField(_("public phone"), max_length=100, blank=True)
    private_note = models.TextField(
        _("private note"), blank=True, help_text=_("Seen by staff only.")
    )

    objects = OrganisationQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=3),
        index.AutocompleteField("name"),
        index.SearchField("short_name", boost=3),
        index.AutocompleteField("short_name"),
        index.RelatedFields(
            "aliases", [index.SearchField("name"), index.AutocompleteField("name")]
        ),
        index.SearchField("about"),
        index.SearchField("city"),
        index.SearchField("register_numbers"),
        index.AutocompleteField("register_numbers"),
        index.FilterField("sort_key"),
        index.FilterField("legal_form"),
        index.FilterField("status"),
        index.FilterField("opp"),
        index.FilterField("acts_in_city"),
        index.FilterField("city"),
        index.FilterField("merged_into_id"),
        index.FilterField("verified_at"),
        index.FilterField("id"),
    ]

    # What the directory and the open data say, and no more: `private_note` and the
    # contact persons are nobody's but the staff's.
    api_fields = [
        *told("name", "short_name", "aliases", "slug", "legal_form", "status"),
        *told("about", "spheres", "parent", "website", "email", "phone"),
        APIField("member_of"),
        *Registered.api_fields,
        *told("acts_in_city", "verified_at"),
    ]

    class Meta(Registered.Meta, Listed.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        indexes = [
            # What the public list looks through, from any page of it.
            models.Index(
                fields=["sort_key", "id", "merged_into", "status"],
                name="snippets_organisation_listed",
            ),
            models.Index(fields=["district"], name="snippets_organisation_district"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        check_no_circle(self)
        check_is_current(self, "parent")

    def slug_source(self) -> str:
        return self.short_name or self.name

    @property
    def url(self) -> str:
        return reverse("organisation", args=[self.slug])

    @property
    def current(self) -> "Organisation":
        """The entry that stands for this one: itself unless it was merged."""
        # One step is enough: a merger points at the kept entry all that was merged
        # into the other one before.
        return self.merged_into or self

    @property
    def initial(self) -> str:
        return initial(self.name)

    @property
    def register_numbers(self) -> str:
        """Numbers for search: as digits, in groups, and KRS without its zeros."""
        numbers = (self.krs, self.nip, self.regon, self.other_register_number)
        bare = self.krs.lstrip("0")
        grouped = (self.krs_grouped, self.nip_grouped, self.regon_grouped)
        return " ".join(number for number in (*numbers, *grouped, bare) if number)

    @property
    @display(description=_("spheres of public tasks"))
    def sphere_codes(self) -> str:
        """„1, 16”; load the spheres beforehand with `with_spheres()`."""
        return ", ".join(sphere.code for sphere in self.spheres.all())
