"""The app of the headless API."""

from django.apps import AppConfig, apps
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

REDIRECTS = "wagtail.contrib.redirects"


class ApiConfig(AppConfig):
    """Joins our resources to Wagtail's API."""

    name = "pages.api"
    label = "participation_api"
    verbose_name = _("headless API")

    def ready(self) -> None:
        # Checks come too late for it: its models are imported below.
        if not apps.is_installed(REDIRECTS):
            raise ImproperlyConfigured(
                f"pages.api needs “{REDIRECTS}” in INSTALLED_APPS."
            )
        # Each is imported when the one before is done: Wagtail makes its schemas from
        # the fields when its registry is imported, and its routers from the schemas.
        from .streams.fields import type_fields

        type_fields()
        from .pages.schemas import extend_schemas

        extend_schemas()
        from .joining import join

        join()
        from . import checks  # noqa: F401 - registers itself
