"""Shared pieces of the page types."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    """The room every other page room builds on."""

    name = "pages.base"
    label = "participation_base"
    verbose_name = _("Shared page pieces")
