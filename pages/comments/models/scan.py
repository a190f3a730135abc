"""Where the scan of a letter is kept: apart from what the public can open."""

import secrets
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.core.files.storage import Storage, storages

if TYPE_CHECKING:
    from .comment import PublicComment

# The storage whose files only staff may open, in STORAGES; see checks.
PRIVATE = "private"


def private_storage() -> Storage:
    """Return the storage of what is never public."""
    return storages[PRIVATE]


def scan_path(comment: "PublicComment", filename: str) -> str:
    """Return where a scan is kept: its own name may say whose it is."""
    suffix = PurePath(filename).suffix.lower()
    return f"comments/{comment.year}/{secrets.token_hex(16)}{suffix}"
