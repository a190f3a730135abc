"""Files that no address leads to: staff get them from views."""

from django.core.files.storage import Storage, storages

# The storage whose files only staff may open, in STORAGES.
PRIVATE = "private"


def private_storage() -> Storage:
    """Return the storage of what is never public."""
    return storages[PRIVATE]
