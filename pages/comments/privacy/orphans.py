"""Scans that no comment names: replaced by better ones, or never registered."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.core.files.storage import Storage
from django.utils import timezone

from pages.comments.models import PublicComment

FOLDER = "comments"
# A comment that is being entered has its file before it has its row.
YOUNG = timedelta(days=1)


def delete_orphans(*, dry_run: bool = False) -> int:
    """Delete the scans that no comment names; return how many there are."""
    storage, found = scan_storage(), 0
    for name in list(_orphans(storage)):
        found += 1
        if not dry_run:
            storage.delete(name)
    return found


def scan_storage() -> Storage:
    """Return where scans are kept."""
    field: Any = PublicComment._meta.get_field("scan")
    storage: Storage = field.storage
    return storage


def _orphans(storage: Storage) -> Iterator[str]:
    """Yield the names of files, a year's folder at a time."""
    if not storage.exists(FOLDER):
        return
    for year in storage.listdir(FOLDER)[0]:
        folder = f"{FOLDER}/{year}"
        named = set(
            PublicComment.objects.filter(scan__startswith=f"{folder}/")
            .order_by()
            .values_list("scan", flat=True)
        )
        for file in storage.listdir(folder)[1]:
            name = f"{folder}/{file}"
            if name not in named and _is_old(storage, name):
                yield name


def _is_old(storage: Storage, name: str) -> bool:
    return storage.get_modified_time(name) < timezone.now() - YOUNG
