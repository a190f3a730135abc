"""Mail to authors: queued, tried again, never lost, and no secret kept of it."""

import datetime
import json
import re
from itertools import pairwise

from django.core import mail, serializers
from django.test import override_settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages.comments.mail.mailing import claim, notify, send_again, send_due
from pages.comments.mail.queue import GIVEN_UP_AFTER, MOST_FAILURES, PAUSES, explain
from pages.comments.models import (
    CommentLink,
    Notice,
    NoticeKind,
    NoticeState,
    PublicComment,
)
from pages.comments.states import State
from tests.factories.comments import AnswerFactory
from tests.pages.comments.cases import OfficeCase, sent_mail, submit
from tests.pages.comments.servers import CLOSED, IMMEDIATE, refusing_server, tasks
from tests.pages.comments.visiting import Clock
from tests.worker import work_off

EMAIL = "jan@example.org"


class MailCase(OfficeCase):
    def setUp(self):
        super().setUp()
        # Rows are made by the real clock: it must not be ahead of this one.
        self.clock = Clock(timezone.now() + datetime.timedelta(minutes=1))
        self.addCleanup(self.clock.stop)

    def notice(self, kind=NoticeKind.RECEIPT, state="registered", **values):
        comment = self.comment(state, **{"email": EMAIL, **values})
        return notify(comment, kind)

    def reread(self, notice):
        return Notice.objects.get(pk=notice.pk)


class TestSending(MailCase):
    def test_mail_goes_out_once(self):
        notice = self.notice()

        assert [one.to for one in sent_mail()] == [[EMAIL]]
        assert sent_mail() == []
        notice = self.reread(notice)
        assert (notice.state, notice.attempts) == (NoticeState.SENT, 1)
        assert notice.sent_at == self.clock.now

    def test_nobody_without_an_address_is_written_to(self):
        assert self.notice(email="") is None
        assert not Notice.objects.exists()

    def test_address_that_nobody_confirmed_is_only_asked_to_confirm(self):
        comment = self.comment("unconfirmed", email=EMAIL)
        typed_in = self.comment("unconfirmed", email=EMAIL, channel="email")

        written = [kind for kind in NoticeKind if notify(comment, kind)]

        assert written == [NoticeKind.CONFIRM]
        assert notify(typed_in, NoticeKind.RECEIPT)

    def test_mail_waits_until_it_is_due(self):
        notice = self.notice()
        Notice.objects.update(due_at=self.clock.now + datetime.timedelta(minutes=1))

        assert sent_mail() == []
        self.clock.wait(minutes=1)
        assert len(sent_mail()) == 1
        assert self.reread(notice).state == NoticeState.SENT

    def test_what_a_worker_took_and_did_not_send_is_sent_later(self):
        notice = self.notice()
        assert claim(notice.pk) == notice
        assert claim(notice.pk) is None

        self.clock.wait(seconds=GIVEN_UP_AFTER.total_seconds())
        assert sent_mail() == []
        self.clock.wait(seconds=1)

        assert len(sent_mail()) == 1

    def test_worker_that_dies_on_the_way_has_left_a_task_behind(self):
        self.notice()
        send_due()

        assert DBTaskResult.objects.get().run_after == self.clock.now + GIVEN_UP_AFTER

    def test_address_that_was_erased_meanwhile_is_not_written_to(self):
        notice = self.notice()
        PublicComment.objects.update(email="")

        assert sent_mail() == []
        assert self.reread(notice).state == NoticeState.DROPPED

    def test_what_is_not_so_any_more_is_not_said(self):
        for kind, said, became in (
            (NoticeKind.CONFIRM, "unconfirmed", State.REGISTERED),
            (NoticeKind.ASKED_BACK, "incomplete", State.REGISTERED),
            (NoticeKind.HIDDEN, "hidden", State.PUBLISHED),
        ):
            notice = self.notice(kind, said)
            PublicComment.objects.filter(pk=notice.comment_id).update(state=became)

            assert sent_mail() == []
            assert self.reread(notice).state == NoticeState.DROPPED

    def test_answer_that_was_corrected_meanwhile_is_told_in_its_new_version_only(self):
        comment = self.comment("answered", email=EMAIL)
        old = AnswerFactory(comments=[comment], state="revised", reasons="Stare.")
        new = AnswerFactory(comments=[comment], published=True, reasons="Nowe.")
        for answer in (old, new):
            notify(comment, NoticeKind.ANSWERED, answer=answer)

        [sent] = sent_mail()

        assert "Nowe." in sent.body

    def test_header_cannot_be_made_of_an_address(self):
        notice = self.notice()
        PublicComment.objects.update(email="jan@example.org\nBcc: anna@example.org")

        assert sent_mail() == []
        notice = self.reread(notice)
        assert notice.state == NoticeState.WAITING
        assert "example.org" not in notice.error


class TestFailing(MailCase):
    def test_failed_mail_is_tried_again_later_each_time_and_then_shown(self):
        notice, times = self.notice(), []
        with override_settings(**CLOSED):
            while self.reread(notice).state == NoticeState.WAITING:
                times.append(self.clock.now)
                assert send_due() == 0
                self.clock.now = self.reread(notice).due_at

        assert tuple(after - before for before, after in pairwise(times)) == PAUSES
        assert list(PAUSES) == sorted(PAUSES)
        assert list(Notice.objects.failed()) == [notice]
        notice = self.reread(notice)
        assert notice.attempts == len(PAUSES) + 1
        assert "ConnectionRefusedError" in notice.error

    def test_mail_goes_out_when_the_server_is_back(self):
        notice = self.notice()
        with override_settings(**CLOSED):
            send_due()

        assert sent_mail() == []
        self.clock.wait(minutes=1)
        assert len(sent_mail()) == 1
        notice = self.reread(notice)
        assert (notice.state, notice.error, notice.attempts) == ("sent", "", 2)

    def test_each_next_try_waits_in_the_queue(self):
        self.notice()
        with override_settings(**CLOSED):
            send_due()

        assert DBTaskResult.objects.filter(
            run_after=self.clock.now + PAUSES[0]
        ).exists()

    def test_rest_waits_when_the_server_is_away(self):
        for _time in range(MOST_FAILURES + 2):
            self.notice()
        with override_settings(**CLOSED):
            send_due()

        tried = Notice.objects.filter(attempts=1)
        left = Notice.objects.filter(attempts=0)
        assert (tried.count(), left.count()) == (MOST_FAILURES, 2)
        assert not Notice.objects.due().exists()
        self.clock.wait(minutes=1)
        assert len(sent_mail()) == MOST_FAILURES + 2

    def test_what_the_server_said_is_kept_without_the_address(self):
        notice = self.notice()
        with refusing_server():
            assert send_due() == 0

        error = self.reread(notice).error
        assert "550" in error
        assert "no such user" in error
        assert "jan" not in error

    def test_secret_of_a_link_is_not_kept_with_an_error(self):
        secret = "s3cret-" * 7

        assert secret not in explain(ValueError(f"no address for {secret}/"))

    def test_staff_start_a_mail_anew(self):
        notice = self.notice()
        Notice.objects.update(state=NoticeState.FAILED, attempts=9)

        send_again(notice)

        assert len(sent_mail()) == 1
        assert self.reread(notice).attempts == 1

    def test_mail_that_was_sent_is_not_started_anew(self):
        notice = self.notice()
        send_due()

        send_again(notice)

        assert sent_mail() == []
        assert self.reread(notice).state == NoticeState.SENT


class TestQueue(MailCase):
    def submit(self):
        with self.captureOnCommitCallbacks(execute=True):
            return submit(self.consultation, email=EMAIL).comment

    def test_worker_sends_what_was_queued(self):
        self.submit()
        assert mail.outbox == []

        assert work_off() == ["SUCCESSFUL"]

        assert [one.to for one in mail.outbox] == [[EMAIL]]

    def test_neither_address_nor_secret_waits_in_the_database(self):
        self.submit()
        work_off()

        [sent] = mail.outbox
        secret = re.search(r"/comment/confirm/[^/]+/([^/]+)/", sent.body)[1]
        rows = [*Notice.objects.all(), *DBTaskResult.objects.all()]
        kept = serializers.serialize("json", [*rows, *CommentLink.objects.all()])
        assert len(json.loads(kept)) == 4
        assert EMAIL not in kept
        assert secret not in kept
        assert secret not in serializers.serialize("json", PublicComment.objects.all())

    def test_comment_is_taken_when_the_queue_is_away(self):
        with (
            override_settings(TASKS=tasks("tests.pages.comments.servers.DeadQueue")),
            self.assertLogs("pages.comments.mail.queue", "WARNING"),
        ):
            comment = self.submit()

        comment.refresh_from_db()
        assert comment.state == State.UNCONFIRMED
        assert len(sent_mail()) == 1

    @override_settings(TASKS=tasks(IMMEDIATE))
    def test_mail_goes_out_at_once_where_there_is_no_worker(self):
        self.submit()

        assert [one.to for one in mail.outbox] == [[EMAIL]]

    @override_settings(TASKS=tasks(IMMEDIATE), **CLOSED)
    def test_comment_is_taken_when_mail_fails_where_there_is_no_worker(self):
        comment = self.submit()

        assert PublicComment.objects.get() == comment
        assert Notice.objects.get().due_at == timezone.now() + PAUSES[0]
