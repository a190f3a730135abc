"""Tables that came back wait for the worker of the queue."""

from uuid import UUID

from django_tasks import task

from .taking_in import take_in

BACKEND, QUEUE = "background", "imports"


@task(backend=BACKEND, queue_name=QUEUE)
def take_sheet_in(uid: str, leaves_conflicts: bool) -> None:
    """Write a table as it was confirmed."""
    take_in(UUID(uid), leaves_conflicts=leaves_conflicts)
