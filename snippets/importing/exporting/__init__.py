"""Organisations taken out of the register: exports, templates, rows refused."""

from .refused import REASONS, refused_rows
from .resource import OrganisationExportResource
from .template import TEMPLATE_FORMATS, write_template
from .writing import FORMATS, ExportFormat, write_organisations

__all__ = [
    "FORMATS",
    "REASONS",
    "TEMPLATE_FORMATS",
    "ExportFormat",
    "OrganisationExportResource",
    "refused_rows",
    "write_organisations",
    "write_template",
]
