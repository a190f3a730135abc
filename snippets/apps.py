from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SnippetsConfig(AppConfig):
    """The registers: organisations, city units, places, areas, projects."""

    name = "snippets"
    label = "snippets"
    verbose_name = _("Registers")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Check what the registers need of the site."""
        from . import checks  # noqa: F401 - registers them
