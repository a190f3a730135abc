"""What the room needs of the site it is installed in."""

from collections.abc import Iterable
from typing import Any

from django.core import checks
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured
from django.urls import NoReverseMatch, reverse

from snippets.queues import miss_queue

from .settings import SETTING, open_data
from .tasks import BACKEND, QUEUE


@register
def check_settings(**kwargs: Any) -> Iterable[CheckMessage]:
    """Refuse a setting that is not understood; miss a folder."""
    try:
        asked = open_data()
    except ImproperlyConfigured as error:
        return [Error(str(error), id="open_data.E001")]
    if asked.folder is None or not asked.folder.is_absolute():
        return [
            checks.Warning(
                f"{SETTING} names no folder: no open data are written at night.",
                hint="Name the whole path of a folder of its own, from /.",
                id="open_data.W001",
            )
        ]
    return []


@register
def check_addresses(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the addresses of the files and of the page about them."""
    try:
        reverse("open_data_file", args=["catalog.jsonld"])
        reverse("open_data")
    except NoReverseMatch:
        return [
            Error(
                "The addresses of the open data are not in the site's urls.",
                hint="Include pages.open_data.file_urls at “open-data/”, and "
                "pages.open_data.urls inside i18n_patterns.",
                id="open_data.E002",
            )
        ]
    return []


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue in which files wait to be written again."""
    consequence = "what is hidden would stay in the open data until the night."
    return miss_queue(BACKEND, QUEUE, consequence=consequence, code="open_data.E003")
