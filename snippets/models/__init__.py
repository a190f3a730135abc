"""The registers a city keeps: who takes part, where, and in which areas."""

from .aliases import Alias
from .areas import PriorityArea, PriorityAreaQuerySet, Sphere
from .current import check_is_current
from .importing import (
    ColumnMapping,
    ImportBatch,
    ImportedValues,
    ImportRow,
    ImportRowQuerySet,
    Note,
)
from .legal_forms import LegalForm
from .merges import OrganisationMerge
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
    "ColumnMapping",
    "ContactPerson",
    "ImportBatch",
    "ImportRow",
    "ImportRowQuerySet",
    "ImportedValues",
    "LegalForm",
    "Membership",
    "Note",
    "Organisation",
    "OrganisationAlias",
    "OrganisationMerge",
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
    "check_is_current",
    "localized",
]
