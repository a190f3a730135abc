"""Writes the open data each night, into the folder that the site names."""

from .publishing import publish
from .settings import open_data


def export_each_night(dry_run: bool) -> int:
    """Write the files anew; nothing of it counts as forgotten.

    It comes after what is erased at night, which is then in no file any more.
    """
    folder = open_data().folder
    if folder is not None and not dry_run:
        publish(folder, waits=True)
    return 0
