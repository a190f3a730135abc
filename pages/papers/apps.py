"""The room of the papers of a consultation."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PapersConfig(AppConfig):
    """The room where a consultation becomes tables and documents, and comes back."""

    name = "pages.papers"
    label = "consultation_papers"
    verbose_name = _("Papers of consultations")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Check the site, and let files go with their rows, or with contact data."""
        from pages.comments.privacy import registry

        from . import checks, receivers  # noqa: F401 - registers them
        from .forgetting import forget_all_old, forget_contacts

        registry.register(forget_contacts)
        registry.register_nightly(forget_all_old)
