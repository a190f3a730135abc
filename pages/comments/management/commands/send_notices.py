"""`manage.py send_notices`: what the queue's worker does, for cron as a safety net."""

import sys
from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand

from pages.comments.mail.mailing import deliver_due
from pages.comments.mail.others import deliver_others
from pages.comments.models import NoticeState
from pages.comments.sending.attempts import forget_attempts

# The progress names no author and no address: cron may mail it to anybody.
SAID: dict[str, str] = {
    NoticeState.SENT: "sent",
    NoticeState.DROPPED: "not needed any more",
    NoticeState.WAITING: "not sent, tried again later",
    NoticeState.FAILED: "not sent, given up",
}


class Command(BaseCommand):
    help = (
        "Send the mail to authors of comments and to contact persons of organisations "
        "that is due, also what a worker took and did not send; forget the hashes of "
        "visitors' addresses after seven days. Tells each mail on stderr; exits 1 if "
        "one could not be sent."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        forget_attempts()
        is_failed = False
        for notice in chain(deliver_due(), deliver_others()):
            self.stderr.write(f"{notice.pk} {notice.kind}: {SAID[notice.state]}")
            is_failed |= notice.state in (NoticeState.WAITING, NoticeState.FAILED)
        if is_failed:
            sys.exit(1)
