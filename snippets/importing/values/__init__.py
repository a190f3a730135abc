"""Texts of cells to values of fields, and back."""

from .choices import reads_as_legal_form
from .codes import SPHERE_CODES
from .personal import has_personal_number, hide_personal_numbers
from .reading import Read
from .record import Cleaned, clean_record, clean_value
from .writing import say

__all__ = [
    "SPHERE_CODES",
    "Cleaned",
    "Read",
    "clean_record",
    "clean_value",
    "has_personal_number",
    "hide_personal_numbers",
    "reads_as_legal_form",
    "say",
]
