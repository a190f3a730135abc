from typing import Any

from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from snippets.formulas import disarm
from snippets.models.translated import TRANSLATIONS


class RegisterIndexView(IndexView):
    """The list of a register; its CSV export cannot run as a formula."""

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        cell = super().preprocess_field_value(field, value, export_format)
        # XLSX cells carry their type, a CSV cell is what the spreadsheet takes it for.
        is_untyped = export_format == self.FORMAT_CSV and isinstance(cell, str)
        return disarm(cell) if is_untyped else cell


class RegisterViewSet(SnippetViewSet):
    """What all registers share: staff can inspect a row, but not copy it."""

    index_view_class = RegisterIndexView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_per_page = 50


def translated_panel(field: str, heading: Any, *, collapsed: bool = False) -> Panel:
    """The Polish text and its translations, one under another."""
    columns = [field, *(f"{field}_{language}" for language in TRANSLATIONS)]
    return MultiFieldPanel(
        [FieldPanel(column) for column in columns],
        heading=heading,
        classname="collapsed" if collapsed else "",
    )
