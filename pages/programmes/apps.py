"""Programmes, their drafts, clauses and priority tasks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """The room of the text that is being written."""

    name = "pages.programmes"
    label = "programmes"
    verbose_name = _("Programmes of cooperation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Connect what keeps closed versions where they are, and who follows them."""
        from . import checks, following, guards  # noqa: F401 - they need the models
