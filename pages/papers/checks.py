"""What the room needs of the site it is installed in.

The place of private files is checked by the registers, which it builds on.
"""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, register

from snippets.queues import miss_queue

from .tasks import BACKEND, QUEUE


@register
def check_tasks(**kwargs: Any) -> Iterable[CheckMessage]:
    """Miss the queue that long papers wait in."""
    consequence = "papers of large consultations could not be made."
    return miss_queue(
        BACKEND, QUEUE, consequence=consequence, code="consultation_papers.E001"
    )
