"""The demo content and its loader; only development settings install it."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The demo."""

    name = "demo"
    verbose_name = "Demo"
