"""Tells the catalogue of organisations, and of what the registers call things."""

from typing import Any

from django.db.models import Q
from django.db.models.signals import m2m_changed, post_delete, post_save

from snippets.models import CityUnit, Organisation, OrganisationAlias, PriorityArea
from snippets.signals import organisations_changed

from .catalogue import naming
from .catalogue.connecting import follow
from .catalogue.guarding import guard, of_kind
from .catalogue.organisations import refresh_organisations
from .catalogue.storing import withdraw
from .models import CatalogueEntry, Kind


@follow(post_save, sender=Organisation)
def organisation_was_saved(
    instance: Organisation, raw: bool = False, **kwargs: Any
) -> None:
    """Catalogue an organisation of the directory, and what names it."""
    if not raw:
        refresh_named([instance.pk])


@follow((post_save, post_delete), sender=OrganisationAlias)
def organisation_was_renamed(instance: OrganisationAlias, **kwargs: Any) -> None:
    """Catalogue an organisation under the names it has now."""
    if not kwargs.get("raw"):
        with guard(of_kind(Kind.ORGANISATION, instance.organisation_id)):
            refresh_organisations(
                Organisation.objects.filter(pk=instance.organisation_id)
            )


@follow(m2m_changed, sender=Organisation.spheres.through)
def spheres_were_changed(
    instance: Any, action: str, reverse: bool, **kwargs: Any
) -> None:
    """Catalogue an organisation in the areas of its spheres."""
    if action.startswith("post_") and not reverse:
        with guard(of_kind(Kind.ORGANISATION, instance.pk)):
            refresh_organisations(Organisation.objects.filter(pk=instance.pk))


@follow(m2m_changed, sender=PriorityArea.spheres.through)
def areas_were_changed(
    instance: Any, action: str, reverse: bool, pk_set: Any = None, **kwargs: Any
) -> None:
    """Catalogue organisations in the areas that their spheres belong to now."""
    if not action.startswith("post_"):
        return
    areas = (pk_set or ()) if reverse else [instance.pk]
    spheres = [instance.pk] if reverse else (pk_set or ())
    with guard():
        listed = CatalogueEntry.objects.filter(
            kind=Kind.ORGANISATION, areas__in=areas
        ).values_list("subject", flat=True)
        concerned = Q(spheres__in=spheres) | Q(pk__in=[int(pk) for pk in listed])
        found = Organisation.objects.filter(concerned).values("pk")
        refresh_organisations(Organisation.objects.filter(pk__in=found))


@follow(organisations_changed)
def organisations_were_changed(
    pks: list[int], has_moved: bool = False, **kwargs: Any
) -> None:
    """Catalogue organisations that were written many at once, or merged."""
    refresh_named(pks, has_moved=has_moved)


def refresh_named(pks: list[int], *, has_moved: bool = False) -> None:
    """Catalogue organisations, and what names them."""
    subjects = [str(pk) for pk in pks]
    entries = CatalogueEntry.objects.filter(
        kind=Kind.ORGANISATION, subject__in=subjects
    )
    with guard(entries):
        refresh_organisations(Organisation.objects.filter(pk__in=pks))
        naming.refresh_about(pks, is_any=has_moved)


@follow(post_delete, sender=Organisation)
def organisation_was_deleted(instance: Organisation, **kwargs: Any) -> None:
    """Take an organisation out of the catalogue."""
    with guard():
        withdraw(of_kind(Kind.ORGANISATION, instance.pk))


@follow(post_save, sender=CityUnit)
def unit_was_saved(
    instance: CityUnit, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Catalogue the meetings that a unit of the city came to under its name now."""
    if not raw and not created:
        with guard():
            naming.refresh_meetings_with(instance)
