"""The app of the headless API."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ApiConfig(AppConfig):
    """Joins our resources to Wagtail's API."""

    name = "pages.api"
    label = "participation_api"
    verbose_name = _("headless API")

    def ready(self) -> None:
        # Each is imported when the one before is done: Wagtail makes its schemas from
        # the fields when its registry is imported, and its routers from the schemas.
        from .streams.fields import type_fields

        type_fields()
        from .pages.schemas import extend_schemas

        extend_schemas()
        from .joining import join

        join()
        from . import checks  # noqa: F401 - registers itself
