"""Mail to somebody whose contact data are erased: what waits, fails or is sent."""

from django.core import mail

from pages.comments.mail.mailing import claim, deliver, notify, send_due
from pages.comments.models import Notice, NoticeKind, NoticeState
from pages.comments.office.answering import publish_answer
from pages.comments.privacy.erasing import erase_contacts
from tests.pages.comments.cases import AnswerCase
from tests.pages.comments.privacy.author import CONTACT, stored


class TestMail(AnswerCase):
    def erase(self, comment):
        return erase_contacts(comment=comment, by_author=True)

    def test_mail_that_waits_does_not_go_out(self):
        comment = self.comment(**CONTACT)
        notice = notify(comment, NoticeKind.RECEIPT)

        self.erase(comment)

        assert Notice.objects.get().state == NoticeState.DROPPED
        assert (send_due(), len(mail.outbox), notice.message) == (0, 0, "")

    def test_mail_that_was_given_up_troubles_nobody_any_more(self):
        comment = self.comment(**CONTACT)
        notify(comment, NoticeKind.RECEIPT)
        Notice.objects.update(state=NoticeState.FAILED, error="550")

        self.erase(comment)

        assert not Notice.objects.troubled().exists()

    def test_mail_that_is_being_sent_right_now_ends_as_sent(self):
        comment = self.comment(**CONTACT)
        taken = claim(notify(comment, NoticeKind.RECEIPT).pk)

        self.erase(comment)
        assert deliver(taken) is True

        assert Notice.objects.get().state == NoticeState.SENT
        assert stored(comment).email == ""

    def test_mail_that_a_dead_worker_had_taken_is_dropped(self):
        comment = self.comment(**CONTACT)
        notice = notify(comment, NoticeKind.RECEIPT)
        claim(notice.pk)
        self.erase(comment)
        Notice.objects.update(state=NoticeState.WAITING)

        assert send_due() == 0

        assert Notice.objects.get().state == NoticeState.DROPPED

    def test_answer_that_was_queued_goes_to_nobody_and_is_published(self):
        first, second = self.comment(**CONTACT), self.comment(email="jan@example.org")
        self.published(first, second)
        assert Notice.objects.filter(state=NoticeState.WAITING).count() == 2

        self.erase(first)
        send_due()

        assert [one.to for one in mail.outbox] == [["jan@example.org"]]
        assert self.states(first, second) == ["answered", "answered"]

    def test_answer_published_after_the_erasure_is_told_to_nobody(self):
        comment = self.comment(**CONTACT)
        answer = self.approved(comment)
        self.erase(comment)

        publish_answer(answer=answer, user=self.head)

        assert self.states(comment) == ["answered"]
        assert not Notice.objects.exists()
