"""Where the scan of a letter is kept: apart from what the public can open."""

import secrets
from pathlib import PurePath
from typing import TYPE_CHECKING

from snippets.private_files import PRIVATE, private_storage

if TYPE_CHECKING:
    from .comment import PublicComment

__all__ = ["PRIVATE", "private_storage", "scan_path"]


def scan_path(comment: "PublicComment", filename: str) -> str:
    """Return where a scan is kept: its own name may say whose it is."""
    suffix = PurePath(filename).suffix.lower()
    return f"comments/{comment.year}/{secrets.token_hex(16)}{suffix}"
