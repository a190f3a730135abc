"""The site as an app, so that Django runs its checks."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """No models: settings, addresses and what must hold before they are served."""

    name = "config"
    label = "site_config"

    def ready(self) -> None:
        from . import checks  # noqa: F401 - registers them, once settings are ready
