"""Work that waits for the worker of the queue."""

from django_tasks import task

from .mailing import send_due

BACKEND, QUEUE = "background", "mail"


@task(backend=BACKEND, queue_name=QUEUE)
def send_due_mail() -> int:
    """Send the mail that is due; return how many were sent."""
    return send_due()
