from typing import Self

from django.contrib.admin import display
from django.db import models
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from .current import check_is_current
from .listed import Listed
from .logos import WithLogo
from .organisations import Organisation
from .translated import TranslatedName, localized
from .units import CityUnit


class ProjectQuerySet(models.QuerySet["Project"]):
    def with_roles(self) -> Self:
        roles = ProjectRole.objects.select_related("organisation", "unit", "logo")
        return self.select_related("logo").prefetch_related(Prefetch("roles", roles))


class Project(index.Indexed, WithLogo, Listed, TranslatedName, ClusterableModel):
    """A funded project within which meetings are held."""

    description = models.TextField(_("description"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    description_uk = models.TextField(_("description in Ukrainian"), blank=True)
    description_be = models.TextField(_("description in Belarusian"), blank=True)
    funding_note = models.TextField(
        _("note on funding"),
        blank=True,
        help_text=_("The sentence that the funder requires beside its logo."),
    )
    funding_note_en = models.TextField(_("note on funding, in English"), blank=True)
    funding_note_uk = models.TextField(_("note on funding, in Ukrainian"), blank=True)
    funding_note_be = models.TextField(_("note on funding, in Belarusian"), blank=True)

    objects = ProjectQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("description"),
        index.FilterField("sort_key"),
    ]

    class Meta(Listed.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    @property
    def localized_description(self) -> str:
        return localized(self, "description")

    @property
    @display(description=_("note on funding"))
    def localized_funding_note(self) -> str:
        return localized(self, "funding_note")


class ProjectRole(WithLogo, Orderable):
    """Who does what in a project: a registered organisation, a city unit or another."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organiser")
        PARTNER = "partner", _("partner")
        FUNDER = "funder", _("funder")
        PATRON = "patron", _("patron")
        MODERATOR = "moderator", _("moderator")

    once_per = ("project", "role")  # see `snippets.merging.doubles`

    project = ParentalKey(Project, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=20, choices=Role)
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="project_roles",
    )
    unit = models.ForeignKey(
        CityUnit,
        verbose_name=_("city unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="project_roles",
    )
    name = models.CharField(
        _("name of another body"),
        max_length=255,
        blank=True,
        help_text=_("Only if it is in neither register."),
    )
    name_as_written = models.CharField(
        _("name as written in the project"),
        max_length=255,
        blank=True,
        help_text=_("Shown instead of the name in the register."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("role in a project")
        verbose_name_plural = _("roles in projects")
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(organisation__isnull=False, unit__isnull=True, name="")
                    | Q(organisation__isnull=True, unit__isnull=False, name="")
                    | (Q(organisation__isnull=True, unit__isnull=True) & ~Q(name=""))
                ),
                name="%(app_label)s_%(class)s_one_body",
                violation_error_message=_(
                    "Give exactly one: an organisation, a city unit or another name."
                ),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.display_name}"

    def clean(self) -> None:
        super().clean()
        check_is_current(self)

    @property
    def display_name(self) -> str:
        """The name as the project writes it, or else as the register does."""
        if self.name_as_written:
            return self.name_as_written
        if self.organisation:
            return self.organisation.name
        return self.unit.localized_name if self.unit else self.name
