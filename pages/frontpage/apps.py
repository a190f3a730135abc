"""The home page and everything that joins the other rooms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontpageConfig(AppConfig):
    """The room that sees all the others."""

    name = "pages.frontpage"
    label = "frontpage"
    verbose_name = _("Front page")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what follows the tree of pages."""
        from . import checks, staff  # noqa: F401 - its receivers need the models
