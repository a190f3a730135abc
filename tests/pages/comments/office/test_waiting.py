"""What waits in the office: comments, mail that does not go out, places."""

import datetime

from django.utils import timezone

from pages.comments.mail.mailing import notify
from pages.comments.models import Notice, NoticeKind
from pages.comments.office.waiting import WAITING, Waiting, read_waiting
from pages.comments.states import State
from tests.factories.comments import today
from tests.pages.comments.cases import OfficeCase

DAY = datetime.timedelta(days=1)


class TestWaiting(OfficeCase):
    def mail(self, **values):
        notice = notify(self.comment(email="jan@example.org"), NoticeKind.RECEIPT)
        Notice.objects.filter(pk=notice.pk).update(**values)

    def test_nothing_waits_in_a_new_office(self):
        self.consultation.delete()

        assert read_waiting(5) == Waiting()

    def test_comments_that_wait_for_the_office_are_counted_the_oldest_named(self):
        for state in State:
            self.comment(state, number=None, email="jan@example.org")
        old = self.comment("assigned", received_at=timezone.now() - 31 * DAY)

        waiting = read_waiting(2)

        assert waiting.comments == len(WAITING) + 1
        assert len(waiting.oldest) == 2
        first, second = waiting.oldest
        assert (first.code, first.days, first.is_overdue) == (old.code, 31, True)
        assert not second.is_overdue

    def test_comment_to_be_completed_waits_for_the_office_where_nobody_can_complete_it(
        self,
    ):
        self.comment("incomplete", email="jan@example.org")
        assert read_waiting(5).comments == 0

        silent = self.comment("incomplete", email="")
        assert [one.pk for one in read_waiting(5).oldest] == [silent.pk]

        self.consultation.closes_on = today(-1)
        self.consultation.save()
        assert read_waiting(5).comments == 2

    def test_mail_is_counted_that_was_given_up_or_does_not_go_out(self):
        now = timezone.now()
        self.mail(state="waiting")
        self.mail(state="waiting", attempts=2, due_at=now + DAY)
        self.mail(state="sent", attempts=9)
        assert read_waiting(5).failed_mail == 0

        self.mail(state="waiting", attempts=3, due_at=now + DAY)
        self.mail(state="waiting", due_at=now - DAY)
        waiting = read_waiting(5)
        assert (waiting.failed_mail, waiting.mail_state) == (2, "waiting")

        self.mail(state="failed", attempts=9)
        waiting = read_waiting(5)
        assert (waiting.failed_mail, waiting.mail_state) == (3, "failed")

    def test_one_query_tells_all(self):
        for _time in range(3):
            self.mail(state="failed")

        with self.assertNumQueries(1):
            assert read_waiting(5).failed_mail == 3
