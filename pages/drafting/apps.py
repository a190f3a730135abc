"""Amendments and the reasons of changes."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DraftingConfig(AppConfig):
    """The room where drafts are made from what meetings found."""

    name = "pages.drafting"
    label = "drafting"
    verbose_name = _("Work on drafts")

    def ready(self) -> None:
        """Connect what follows the versions of programmes."""
        from . import receivers  # noqa: F401 - its receivers need the models
