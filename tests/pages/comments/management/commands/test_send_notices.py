"""Cron's safety net beside the worker of the queue."""

import datetime
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone

from pages.comments.limits import ADDRESS_KEPT
from pages.comments.mail.mailing import claim, notify
from pages.comments.models import (
    Notice,
    NoticeKind,
    NoticeState,
    SubmissionAttempt,
)
from tests.pages.comments.cases import OfficeCase
from tests.pages.comments.servers import CLOSED

HOUR = datetime.timedelta(hours=1)


def send_notices():
    """Run the command; return its exit code and what it says on stderr."""
    said = StringIO()
    try:
        call_command("send_notices", stderr=said)
    except SystemExit as exit_:
        return exit_.code, said.getvalue()
    return 0, said.getvalue()


class TestCommand(OfficeCase):
    def notice(self):
        comment = self.comment(email="jan@example.org")
        return notify(comment, NoticeKind.RECEIPT)

    def test_nothing_is_said_when_nothing_is_due(self):
        assert send_notices() == (0, "")

    def test_what_is_due_is_sent_and_told_without_the_address(self):
        notice = self.notice()

        assert send_notices() == (0, f"{notice.pk} receipt: sent\n")
        assert [one.to for one in mail.outbox] == [["jan@example.org"]]

    def test_what_a_worker_took_long_ago_is_sent(self):
        claim(self.notice().pk)
        assert send_notices() == (0, "")
        Notice.objects.update(claimed_at=timezone.now() - HOUR)

        assert send_notices()[0] == 0
        assert len(mail.outbox) == 1

    @override_settings(**CLOSED)
    def test_exit_code_is_1_when_a_mail_could_not_be_sent(self):
        notice = self.notice()

        code, said = send_notices()

        assert code == 1
        assert said == f"{notice.pk} receipt: not sent, tried again later\n"

    @override_settings(**CLOSED)
    def test_mail_that_is_given_up_is_told(self):
        self.notice()
        Notice.objects.update(attempts=8)

        code, said = send_notices()

        assert code == 1
        assert "not sent, given up" in said
        assert Notice.objects.get().state == NoticeState.FAILED

    def test_exit_code_is_0_when_a_mail_is_not_needed_any_more(self):
        notice = self.notice()
        notice.comment.email = ""
        notice.comment.save()

        assert send_notices() == (0, f"{notice.pk} receipt: not needed any more\n")

    def test_hashes_of_addresses_are_forgotten_though_nobody_sends_anything(self):
        SubmissionAttempt.objects.create(
            address="old", at=timezone.now() - ADDRESS_KEPT - HOUR
        )
        SubmissionAttempt.objects.create(
            address="kept", at=timezone.now() - ADDRESS_KEPT + HOUR
        )

        send_notices()

        assert SubmissionAttempt.objects.get().address == "kept"


def test_help_says_what_it_does(capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("send_notices", "--help")

    assert ended.value.code == 0
    assert (
        "Send the mail to authors of comments and to contact" in capsys.readouterr().out
    )
