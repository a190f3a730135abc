"""What is hidden or closed does not wait for the night: the files are written again.

A minute later, so that hiding a hundred comments writes them once.
"""

import datetime
from functools import partial
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_unpublished, post_page_move

from pages.comments.models import PublicComment
from pages.comments.states import VISIBLE

from .datasets.comments import COMMENTS
from .published import CATALOGUE
from .settings import open_data
from .tasks import write_again

WAIT = datetime.timedelta(minutes=1)
ALL = ""


@receiver(post_save, sender=PublicComment)
def drop_comment(instance: PublicComment, **kwargs: Any) -> None:
    """Let a comment go that was published and is not any more."""
    if instance.published_at is not None and instance.state not in VISIBLE:
        write_soon(COMMENTS.name)


def drop_name(comment: PublicComment) -> None:
    """Let the name of a comment go, once it is erased."""
    write_soon(COMMENTS.name)


@receiver(page_unpublished)
@receiver(post_page_move)
@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=Page)
def drop_page(**kwargs: Any) -> None:
    """Let a page go that not everybody can read any more, and what is on it."""
    write_soon(ALL)


def write_soon(only: str) -> None:
    """Write a dataset anew once what happens now is settled, if there are files."""
    folder = open_data().folder
    if folder is not None and (folder / CATALOGUE).exists():
        transaction.on_commit(partial(_enqueue, only), robust=True)


def _enqueue(only: str) -> None:
    if not cache.add(f"open_data.write_again.{only}", 1, WAIT.total_seconds()):
        return
    if write_again.get_backend().supports_defer:
        write_again.using(run_after=timezone.now() + WAIT).enqueue(only)
    else:
        write_again.enqueue(only)
