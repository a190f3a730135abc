"""Long lists wait for the worker of the queue."""

from django_tasks import task

from .working import check_batch, import_batch

BACKEND, QUEUE = "background", "imports"


@task(backend=BACKEND, queue_name=QUEUE)
def check_list(batch: int) -> None:
    """Judge the rows of a batch."""
    check_batch(batch)


@task(backend=BACKEND, queue_name=QUEUE)
def import_list(batch: int, user: int | None) -> None:
    """Import a batch as it was agreed to."""
    import_batch(batch, user=user)
