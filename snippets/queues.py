"""The queues that long work waits in, which the settings of a site have to name."""

from django.conf import settings
from django.core.checks import CheckMessage, Error


def miss_queue(
    backend: str, queue: str, *, consequence: str, code: str
) -> list[CheckMessage]:
    """Return an error where TASKS has no such queue, with what comes of it."""
    tasks = getattr(settings, "TASKS", {})
    if queue in tasks.get(backend, {}).get("QUEUES", ()):
        return []
    return [
        Error(
            f"TASKS has no backend “{backend}” with the queue “{queue}”: {consequence}",
            hint="Add one, of django_tasks_db for example, and start its worker.",
            id=code,
        )
    ]
