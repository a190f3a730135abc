"""What leaves the site leaves the open data too, before the night."""

from django_tasks import task

from .publishing import publish
from .settings import open_data

BACKEND, QUEUE = "background", "exports"


@task(backend=BACKEND, queue_name=QUEUE)
def write_again(only: str) -> None:
    """Write one dataset anew, or all of them without a name."""
    folder = open_data().folder
    if folder is not None:
        # A run that began before may have read what is hidden by now.
        publish(folder, only=only, waits=True)
