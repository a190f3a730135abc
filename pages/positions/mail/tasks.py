"""Work that waits for the worker of the queue."""

from django_tasks import task

from pages.comments.mail.tasks import BACKEND, QUEUE

from .mailing import send_due


@task(backend=BACKEND, queue_name=QUEUE)
def send_position_mail() -> int:
    """Send the mail that is due; return how many were sent."""
    return send_due()
