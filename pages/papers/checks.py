"""What the room needs of the site it is installed in.

The place of private files is checked by the room of the comments, which it builds on.
"""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core import checks
from django.core.checks import CheckMessage, register

from .tasks import BACKEND, QUEUE


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue that long papers wait in."""
    tasks = getattr(settings, "TASKS", {})
    if QUEUE in tasks.get(BACKEND, {}).get("QUEUES", ()):
        return []
    return [
        checks.Error(
            f"TASKS has no backend “{BACKEND}” with the queue “{QUEUE}”: papers of "
            "large consultations could not be made.",
            hint="Add one, of django_tasks_db for example, and start its worker.",
            id="consultation_papers.E001",
        )
    ]
