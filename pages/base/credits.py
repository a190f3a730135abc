"""Who stands behind a project: partners, funder and their logos."""

from collections.abc import Sequence, Set
from contextlib import suppress
from dataclasses import dataclass

from django.utils.translation import ngettext
from wagtail.images.models import AbstractRendition, SourceImageIOError

from snippets.models import Project, ProjectRole, localized

LOGO_FILTER = "max-480x168"
LOGO_HEIGHT = 56
# What is needed of a role: an organisation has many more columns.
PRINTED = (
    *("project", "role", "name", "name_as_written", "organisation__name", "unit"),
    *("logo", "logo_alt", "logo_alt_en", "logo_alt_uk", "logo_alt_be"),
)


@dataclass(frozen=True)
class Logo:
    """A logo ready to print; sizes are CSS pixels."""

    url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class RoleGroup:
    """The names that share one role: „Partnerzy: …”."""

    title: str
    names: Sequence[str]


@dataclass(frozen=True)
class ProjectCredits:
    """A project with its roles and logos, in the active language."""

    name: str
    description: str
    funding_note: str
    roles: Sequence[RoleGroup]
    logos: Sequence[Logo]


def read_credits(project: Project | None) -> ProjectCredits | None:
    """Return what to print of a project; two queries, however many logos."""
    if project is None:
        return None
    roles = list(project.roles.select_related("organisation", "unit").only(*PRINTED))
    grouped: dict[str, list[str]] = {}
    for role in roles:
        grouped.setdefault(role.role, []).append(role.display_name)
    return ProjectCredits(
        name=project.localized_name,
        description=localized(project, "description"),
        funding_note=localized(project, "funding_note"),
        roles=[
            RoleGroup(role_title(role, len(names)), names)
            for role, names in grouped.items()
        ],
        logos=load_logos(project, roles),
    )


def role_title(role: str, number: int) -> str:
    """Return what those who share a role are called: „Partner”, „Partnerzy”."""
    titles = {
        "organiser": ngettext("Organiser", "Organisers", number),
        "partner": ngettext("Partner", "Partners", number),
        "funder": ngettext("Funder", "Funders", number),
        "patron": ngettext("Patron", "Patrons", number),
        "moderator": ngettext("Moderator", "Moderators", number),
    }
    return titles[role]


def load_logos(project: Project, roles: Sequence[ProjectRole]) -> list[Logo]:
    """Return the project's own logo, then those of its roles: one query."""
    owners: list[Project | ProjectRole] = [project, *roles]
    renditions = load_renditions({o.logo_id for o in owners if o.logo_id})
    logos = []
    for owner in owners:
        rendition = renditions.get(owner.logo_id or 0)
        if rendition is None:
            continue
        width = round(rendition.width * LOGO_HEIGHT / rendition.height)
        alt = localized(owner, "logo_alt")
        logos.append(Logo(rendition.url, alt, width, LOGO_HEIGHT))
    return logos


def load_renditions(pks: Set[int]) -> dict[int, AbstractRendition]:
    """Return the scaled logos by image; a logo new to us is scaled here.

    One whose file is lost, or no picture any more, is left out.
    """
    from wagtail.images import get_image_model  # the model is known once apps are

    images = get_image_model()
    scaled = images.get_rendition_model().objects.filter(filter_spec=LOGO_FILTER)
    renditions = {logo.image_id: logo for logo in scaled.filter(image__in=pks)}
    for image in images.objects.filter(pk__in=pks - renditions.keys()):
        with suppress(SourceImageIOError):
            renditions[image.pk] = image.get_rendition(LOGO_FILTER)
    return renditions
