"""A comment with an e-mail counts once its author has confirmed it."""

import pytest
from django.core.exceptions import PermissionDenied

from pages.comments.models import (
    CommentRegister,
    LinkPurpose,
    Notice,
    NoticeKind,
    PublicComment,
)
from pages.comments.office.moderating import hide_comment, restore_comment
from pages.comments.sending.confirming import (
    LinkExpiredError,
    LinkUsedError,
    confirm_comment,
    register_comment,
)
from pages.comments.sending.links import find_link, make_link
from pages.comments.sending.submitting import send_link_again
from pages.comments.states import State
from tests.pages.comments.cases import OfficeCase, history
from tests.pages.comments.visiting import Clock, moment


class TestConfirming(OfficeCase):
    def setUp(self):
        super().setUp()
        self.clock = Clock(moment(2026, 5, 4, 12))
        self.addCleanup(self.clock.stop)
        self.waiting = self.comment("unconfirmed", email="jan@example.org", number=None)

    def link(self):
        return make_link(comment=self.waiting, purpose=LinkPurpose.CONFIRM)[0]

    def test_comment_gets_its_number_and_its_author_a_receipt(self):
        receipt = confirm_comment(link=self.link())

        self.waiting.refresh_from_db()
        assert receipt.comment == self.waiting
        assert (self.waiting.state, self.waiting.number) == (State.REGISTERED, 1)
        assert Notice.objects.get().kind == NoticeKind.RECEIPT
        assert find_link(
            uid=receipt.link.uid, secret=receipt.secret, purpose=LinkPurpose.FOLLOW
        )
        assert [(name, user) for name, user, _data in history(self.waiting)] == [
            ("register", None)
        ]

    def test_link_works_once(self):
        link = self.link()
        confirm_comment(link=link)

        for other in (link, self.link()):
            with pytest.raises(LinkUsedError):
                confirm_comment(link=other)

        assert CommentRegister.objects.get().last_number == 1

    def test_link_works_for_a_day(self):
        link = self.link()
        self.clock.wait(hours=24)
        with pytest.raises(LinkExpiredError):
            confirm_comment(link=link)
        self.waiting.refresh_from_db()
        assert self.waiting.number is None
        assert not CommentRegister.objects.exists()

        self.clock.wait(seconds=-1)
        assert confirm_comment(link=link).comment.number == 1

    def test_new_link_ends_the_earlier_ones(self):
        link = self.link()

        send_link_again(comment=self.waiting)

        with pytest.raises(LinkExpiredError):
            confirm_comment(link=link)
        assert Notice.objects.get().kind == NoticeKind.CONFIRM

    def test_comment_sent_in_time_may_be_confirmed_after_the_last_day(self):
        self.consultation.opens_on = self.consultation.closes_on = self.clock.now.date()
        self.consultation.save()
        self.clock.now = moment(2026, 5, 5, 11)

        comment = confirm_comment(link=self.link()).comment

        assert (comment.number, comment.is_late) == (1, False)

    def test_hidden_comment_is_confirmed_only_after_it_was_restored(self):
        hide_comment(comment=self.waiting, reason="spam", user=self.clerk)
        link = self.link()
        with pytest.raises(LinkUsedError):
            confirm_comment(link=link)
        assert not Notice.objects.exists()

        restore_comment(
            comment=PublicComment.objects.get(pk=self.waiting.pk), user=self.clerk
        )

        assert confirm_comment(link=link).comment.number == 1

    def test_comment_is_published_at_once_when_nobody_moderates(self):
        self.consultation.is_moderated = False
        self.consultation.save()

        confirm_comment(link=self.link())

        self.waiting.refresh_from_db()
        assert self.waiting.state == State.PUBLISHED

    def test_staff_register_in_the_authors_place(self):
        with pytest.raises(PermissionDenied):
            register_comment(comment=self.waiting, user=self.unit)

        register_comment(comment=self.waiting, user=self.clerk)

        self.waiting.refresh_from_db()
        assert self.waiting.number == 1
        assert history(self.waiting)[0][1] == self.clerk
        assert not Notice.objects.exists()
        with pytest.raises(LinkUsedError):
            confirm_comment(link=self.link())
