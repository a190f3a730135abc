"""Work that waits for the worker of the queue."""

from django_tasks import task

from .delivering import queue

BACKEND, QUEUE = "background", "webhooks"


@task(backend=BACKEND, queue_name=QUEUE)
def send_due_webhooks() -> int:
    """Send the deliveries that are due; return how many arrived."""
    return queue.send_due()
