"""The search: what may be found, how it is kept current and how it is asked."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """The room that finds what all others publish."""

    name = "search"
    label = "participation_search"
    verbose_name = _("Search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow what is published, and check that the index fits the analyser."""
        from . import (  # noqa: F401 - registers them
            analysis,
            checks,
            receivers,
            receivers_documents,
            receivers_registers,
        )

        analysis.configure(
            belarusian_dictionary=getattr(settings, "SEARCH_BELARUSIAN_DICTIONARY", "")
        )
