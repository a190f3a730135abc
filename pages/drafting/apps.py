"""Amendments and the reasons of changes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftingConfig(AppConfig):
    """The room where drafts are made from what meetings found."""

    name = "pages.drafting"
    label = "drafting"
    verbose_name = _("Work on drafts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what follows the versions of programmes."""
        from pages.programmes import panels, reasons

        from . import receivers, sources  # noqa: F401 - its receivers need the models
        from .checklist import checklist_panel
        from .proposing import amendment_from_finding
        from .public import public_reasons

        sources.register("finding", amendment_from_finding)
        reasons.register(public_reasons)
        panels.register(checklist_panel)
