"""The room of the open data."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OpenDataConfig(AppConfig):
    """The room where what is public is given away as files, with their catalogue."""

    name = "pages.open_data"
    label = "open_data"
    verbose_name = _("Open data")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Check the site, write the files each night, and when something goes."""
        from pages.comments.privacy import registry

        from . import checks, receivers  # noqa: F401 - registers them
        from .nightly import export_each_night
        from .receivers import drop_name

        registry.register_nightly(export_each_night)
        registry.register_follower(drop_name)
