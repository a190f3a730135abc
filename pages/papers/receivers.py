"""A file goes with the row that it belongs to."""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .models import AnswerSheet, PaperJob


@receiver(post_delete, sender=PaperJob)
@receiver(post_delete, sender=AnswerSheet)
def forget_file(instance: Any, **kwargs: Any) -> None:
    """Delete a file whose row is gone, with a user or a consultation too."""
    file = instance.file
    if file:
        transaction.on_commit(partial(file.storage.delete, file.name))
