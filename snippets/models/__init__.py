"""The registers a city keeps: who takes part, where, and in which areas."""

from .aliases import Alias
from .areas import PriorityArea, PriorityAreaQuerySet, Sphere
from .legal_forms import LegalForm
from .organisation_rows import ContactPerson, Membership, OrganisationAlias
from .organisations import Organisation, OrganisationQuerySet
from .places import Place
from .projects import Project, ProjectQuerySet, ProjectRole
from .slugs import Slugged
from .translated import TranslatedName, localized
from .units import CityUnit, CityUnitAlias

__all__ = [
    "Alias",
    "CityUnit",
    "CityUnitAlias",
    "ContactPerson",
    "LegalForm",
    "Membership",
    "Organisation",
    "OrganisationAlias",
    "OrganisationQuerySet",
    "Place",
    "PriorityArea",
    "PriorityAreaQuerySet",
    "Project",
    "ProjectQuerySet",
    "ProjectRole",
    "Slugged",
    "Sphere",
    "TranslatedName",
    "localized",
]
