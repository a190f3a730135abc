"""What the registers need of the site they are installed in."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from .importing.tasks import BACKEND, QUEUE
from .needs import miss_apps
from .private_files import PRIVATE
from .queues import miss_queue


@register
def check_apps(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the apps of others that lists and forms are made with."""
    return miss_apps(
        "wagtail.snippets",
        "django_filters",
        consequence="the registers have no place in the admin.",
        code="snippets.E001",
    )


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue that long lists wait in."""
    consequence = "lists of organisations could not be imported."
    return miss_queue(BACKEND, QUEUE, consequence=consequence, code="snippets.E002")


@register
def check_storage(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the place of files for staff only, or find it where everybody may look."""
    storages: dict[str, Any] = settings.STORAGES
    storage = storages.get(PRIVATE)
    if storage is None:
        return [
            Error(
                f"STORAGES has no “{PRIVATE}”: imported lists, scans of letters and "
                "papers with contact data need a place that no address leads to.",
                hint="Add a FileSystemStorage outside MEDIA_ROOT, its base_url None.",
                id="snippets.E003",
            )
        ]
    location = storage.get("OPTIONS", {}).get("location")
    public = [
        Path(root) for root in (settings.MEDIA_ROOT, settings.STATIC_ROOT) if root
    ]
    if location and any(Path(location).is_relative_to(root) for root in public):
        return [
            Error(
                f"The storage “{PRIVATE}” lies where the web server hands files out: "
                "everybody could read letters of residents.",
                hint="Put it outside MEDIA_ROOT and STATIC_ROOT.",
                id="snippets.E004",
            )
        ]
    return []
