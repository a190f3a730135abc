"""The app of webhooks."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WebhooksConfig(AppConfig):
    """The room that tells other programs what the public can see, or no longer can."""

    name = "pages.webhooks"
    label = "participation_webhooks"
    verbose_name = _("Webhooks")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Follow what is published, and let old deliveries go each night."""
        from pages.comments.mail import others
        from pages.comments.privacy import registry

        from . import checks, receivers  # noqa: F401 - registers them
        from .delivering import queue
        from .forgetting import forget_old

        others.register(queue.deliver_due)
        registry.register_nightly(forget_old)
