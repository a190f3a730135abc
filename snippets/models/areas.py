from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.search import index

from .slugs import Slugged
from .translated import NAMES, TranslatedName, told
from .units import CityUnit


class Sphere(TranslatedName):
    """A sphere of public tasks: a point of art. 4 sec. 1 of the public benefit act."""

    code = models.CharField(
        _("point"),
        max_length=5,
        unique=True,
        help_text=_("The number of the point in the statute, for example 1a."),
    )
    order = models.PositiveSmallIntegerField(_("place in order"), default=0)

    api_fields = [*NAMES, *told("code", "order")]

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("sphere of public tasks")
        verbose_name_plural = _("spheres of public tasks")

    def __str__(self) -> str:
        return f"{self.code}. {self.localized_name}"


class PriorityAreaQuerySet(models.QuerySet["PriorityArea"]):
    def with_spheres(self) -> Self:
        return self.prefetch_related("spheres")


class PriorityArea(index.Indexed, Slugged, TranslatedName, ClusterableModel):
    """An area of the programme under which priority tasks are listed."""

    order = models.PositiveSmallIntegerField(_("place in order"), blank=True)
    lead_unit = models.ForeignKey(
        CityUnit,
        verbose_name=_("lead unit"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="priority_areas",
        help_text=_("The city unit that answers for this area."),
    )
    spheres = ParentalManyToManyField(
        Sphere,
        verbose_name=_("spheres of public tasks"),
        blank=True,
        related_name="priority_areas",
    )

    objects = PriorityAreaQuerySet.as_manager()

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("name_en"),
        index.SearchField("name_uk"),
        index.SearchField("name_be"),
        index.FilterField("name"),
        index.FilterField("order"),
        index.FilterField("lead_unit_id"),
    ]

    api_fields = [
        *NAMES,
        *told("slug", "order", "lead_unit", "spheres"),
    ]

    class Meta:
        ordering = ["order", "pk"]
        verbose_name = _("priority area")
        verbose_name_plural = _("priority areas")

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.order is None:
            last = PriorityArea.objects.aggregate(last=models.Max("order"))["last"]
            self.order = (last or 0) + 1
        super().save(*args, **kwargs)
