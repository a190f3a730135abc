"""The room of the directory of organisations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    """The room where anybody may look organisations up and report errors."""

    name = "pages.directory"
    label = "directory"
    verbose_name = _("Directory of organisations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Check what the room needs of the site."""
        from . import checks  # noqa: F401 - registers them
