"""The list of organisations in the admin, and what can be done with all of it."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button, HeaderButton

from snippets.importing.rights import may_import
from snippets.merging import may_merge
from snippets.merging.views import mergers_address
from snippets.models import Organisation

from .base import RegisterIndexView

# What of a list's address says which part of the list is shown, not how.
NOT_SELECTING = ("p", "_w_filter_fragment", "export")


class OrganisationIndexView(RegisterIndexView):
    """The list of organisations; its export is a page of its own, in more formats."""

    FORMATS = ()
    show_export_buttons = False

    @cached_property
    def header_buttons(self) -> list[Button]:
        buttons: list[Button] = super().header_buttons
        if may_import(self.request.user):
            label, url = (
                _("Import from a spreadsheet"),
                register_address("import_upload"),
            )
            buttons.append(HeaderButton(label, url=url, icon_name="upload"))
        return buttons

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        return [
            *super().header_more_buttons,
            Button(
                _("Export"),
                url=self.get_export_url(),
                icon_name="download",
                priority=90,
            ),
            Button(
                _("Template for a list"),
                url=register_address("template"),
                icon_name="doc-empty",
                priority=100,
            ),
            *self.merging_buttons(),
        ]

    def merging_buttons(self) -> list[Button]:
        """Return the button that leads to the mergers, for those who may merge."""
        if not may_merge(self.request.user):
            return []
        return [
            Button(
                _("Mergers of organisations"),
                url=mergers_address(),
                icon_name="link",
                priority=110,
            )
        ]

    def get_export_url(self, _format: str = "") -> str:
        """Return where the organisations that are shown can be exported."""
        chosen = self.request.GET.copy()
        for name in NOT_SELECTING:
            chosen.pop(name, None)
        address = register_address("export")
        return f"{address}?{chosen.urlencode()}" if chosen else address


def register_address(name: str) -> str:
    """Return the address of a view of the register that is about no one entry."""
    return reverse(Organisation.snippet_viewset.get_url_name(name))
