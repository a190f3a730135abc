"""Meetings of the working group and their reports."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    """The room of what was said, by whom and where."""

    name = "pages.meetings"
    label = "meetings"
    verbose_name = _("Meetings")
