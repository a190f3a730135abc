"""Erases contact data once their time is over.

The consultation names the day for what it was kept for. An address that nobody ever
confirmed may be a stranger's, so it goes after a month, whatever that day is.
"""

import datetime
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages.comments.models import (
    WARSAW,
    CommentLink,
    Consultation,
    LinkPurpose,
    PublicComment,
)

from .contacts import holding_contacts
from .erasing import erase_contacts
from .registry import erasers, forgetters

logger = logging.getLogger(__name__)

EXPIRED = "public_comments.erase_expired"
# As long as a link to confirm may be asked for again.
UNCONFIRMED_KEPT = datetime.timedelta(days=30)
BATCH = 100
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Expired:
    """What was erased of a consultation, or would be; numbers of things.

    `unconfirmed` are those of the comments that were never registered; `elsewhere`
    is what other rooms erased; `left` what could not be erased this time.
    """

    consultation: Consultation
    comments: int = 0
    unconfirmed: int = 0
    elsewhere: int = 0
    left: int = 0

    @property
    def is_nothing(self) -> bool:
        """Whether there was nothing to erase."""
        return not (self.comments or self.elsewhere or self.left)


def is_due(consultation: Consultation) -> bool:
    """Whether the day has come that a consultation's contact data are erased on."""
    day = consultation.erase_contacts_on
    return day is not None and day <= timezone.now().astimezone(WARSAW).date()


def expired_comments(consultation: Consultation) -> Any:
    """Return the comments whose contact data should be gone by now."""
    comments = PublicComment.objects.filter(consultation=consultation)
    if not is_due(consultation):
        comments = comments.filter(
            number__isnull=True, received_at__lt=timezone.now() - UNCONFIRMED_KEPT
        )
    return holding_contacts(comments)


def erase_expired(
    consultation: Consultation,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Expired:
    """Erase what is due of one consultation, and note the numbers on it.

    A batch is a transaction: what was erased before a run is cut off stays so, and
    the next one goes on. `progress` is told after each batch how many were seen.
    """
    rows = expired_comments(consultation).order_by("pk").values_list("pk", "number")
    seen: list[tuple[int, int | None]] = list(rows)
    if not dry_run:
        for done in _erase_in_batches([pk for pk, _number in seen]):
            if progress:
                progress(done)
    elsewhere, failed = _erase_elsewhere(consultation, dry_run=dry_run)
    left = 0 if dry_run else expired_comments(consultation).count()
    expired = Expired(
        consultation,
        comments=len(seen),
        unconfirmed=sum(number is None for _pk, number in seen),
        elsewhere=elsewhere,
        left=left + failed,
    )
    if not dry_run and (seen or elsewhere):
        data = {
            "comments": expired.comments - left,
            "unconfirmed": expired.unconfirmed,
            "elsewhere": elsewhere,
        }
        log(consultation, EXPIRED, data=data)
    return expired


def _erase_in_batches(keys: list[int]) -> Iterator[int]:
    """Erase the contact data of comments; yield how many are done so far."""
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        with transaction.atomic():
            for comment in PublicComment.objects.filter(pk__in=batch).order_by("pk"):
                erase_contacts(comment=comment)
        yield start + len(batch)


def _erase_elsewhere(consultation: Consultation, *, dry_run: bool) -> tuple[int, int]:
    """Let other rooms erase; return how many things went, and how many rooms failed.

    One that fails keeps no other from erasing: the next night tries again.
    """
    if not is_due(consultation):
        return 0, 0
    return _each(partial(eraser, consultation, dry_run) for eraser in erasers())


def forget_elsewhere(*, dry_run: bool) -> tuple[int, int]:
    """Let other rooms forget what is over; return how much went, how many failed."""
    return _each(partial(forgetter, dry_run) for forgetter in forgetters())


def _each(works: Iterable["partial[int]"]) -> tuple[int, int]:
    done = failed = 0
    for work in works:
        try:
            done += work()
        except Exception:
            logger.exception("Nothing was erased by %s", work.func.__module__)
            failed += 1
    return done, failed


def forget_links() -> int:
    """Delete the links to one's own data whose time is over; return how many."""
    now = timezone.now()
    links = CommentLink.objects.filter(purpose=LinkPurpose.DATA, expires_at__lt=now)
    return int(links.delete()[0])
