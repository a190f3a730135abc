"""Meetings of the working group and their reports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """The room of what was said, by whom and where."""

    name = "pages.meetings"
    label = "meetings"
    verbose_name = _("Meetings")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Check what the room needs of the site."""
        from . import checks  # noqa: F401 - registers them
