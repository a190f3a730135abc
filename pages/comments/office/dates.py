"""Moves the last day of a consultation, and what hangs on it."""

import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from pages.comments.models import Consultation, PublicComment


def move_last_day(
    *, consultation: Consultation, before: datetime.date, user: Any
) -> int:
    """Let a new last day, saved already, decide which comments are late; note it.

    Returns how many comments are late now, or late no more.
    """
    with transaction.atomic():
        comments = PublicComment.objects.filter(consultation=consultation)
        end = consultation.closes_at
        late = comments.filter(is_late=False, received_at__gte=end)
        in_time = comments.filter(is_late=True, received_at__lt=end)
        changed = int(late.update(is_late=True) + in_time.update(is_late=False))
        data = {
            "before": before.isoformat(),
            "after": consultation.closes_on.isoformat(),
            "comments": changed,
        }
        log(consultation, "public_comments.move_end", user=user, data=data)
    return changed
