"""The wizard in the admin: upload, columns, preview, report; a module for each step."""

from .urls import import_urlpatterns

__all__ = ["import_urlpatterns"]
