"""Long papers wait for the worker of the queue."""

from uuid import UUID

from django_tasks import task

from .making import make_paper

BACKEND, QUEUE = "background", "exports"


@task(backend=BACKEND, queue_name=QUEUE)
def make(uid: str) -> None:
    """Make the paper that a job asks for."""
    make_paper(UUID(uid))
