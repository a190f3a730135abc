"""Who stands behind a project: partners, funder and their logos."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from snippets.models import Project, ProjectRole, localized

LOGO_FILTER = "max-480x168"
LOGO_HEIGHT = 56


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
    """Return what to print of a project; three queries, however many logos."""
    if project is None:
        return None
    roles = list(project.roles.select_related("organisation", "unit"))
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
    """Return the project's own logo, then those of its roles: two queries."""
    from wagtail.images import get_image_model  # the model is known once apps are

    owners: list[Project | ProjectRole] = [project, *roles]
    pks = [owner.logo_id for owner in owners if owner.logo_id]
    images = get_image_model().objects.prefetch_renditions(LOGO_FILTER).in_bulk(pks)
    logos = []
    for owner in owners:
        image = images.get(owner.logo_id)
        if image is None:
            continue
        rendition = image.get_rendition(LOGO_FILTER)
        width = round(rendition.width * LOGO_HEIGHT / rendition.height)
        alt = localized(owner, "logo_alt")
        logos.append(Logo(rendition.url, alt, width, LOGO_HEIGHT))
    return logos
