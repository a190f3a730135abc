"""Shared pieces of the page types."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """The room every other page room builds on."""

    name = "pages.base"
    label = "participation_base"
    verbose_name = _("Shared page pieces")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Guard the publishing of translations, and the API against odd blocks."""
        from . import checks  # noqa: F401 - registers them
        from .translations import guard_translations  # needs the models
        from .writing import check_written_blocks

        guard_translations()
        check_written_blocks()
