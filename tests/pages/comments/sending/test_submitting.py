"""A comment is taken in once, in its time, with the next number."""

import datetime
from uuid import uuid4

import pytest
from django.test import override_settings
from django.utils import timezone

from pages.comments.models import (
    CommentLink,
    CommentRegister,
    LinkPurpose,
    Notice,
    NoticeKind,
    PublicComment,
)
from pages.comments.sending.links import find_link
from pages.comments.sending.seals import Seal, new_seal, read_seal
from pages.comments.sending.submitting import (
    ConsultationClosedError,
)
from pages.comments.states import State
from tests.pages.comments.cases import (
    OfficeCase,
    history,
    sent_mail,
    submission,
    submit,
)
from tests.pages.comments.visiting import Clock, moment

EMAIL = "jan@example.org"


class TestTaking(OfficeCase):
    def test_comment_without_an_email_is_registered_with_a_private_link(self):
        receipt = submit(self.consultation, name="Jan Próbny")

        comment = PublicComment.objects.get()
        assert receipt.comment == comment
        assert (comment.state, comment.number) == (State.REGISTERED, 1)
        assert comment.year == self.consultation.year
        assert comment.quoted == "wspieranie sąsiadów"
        assert find_link(
            uid=receipt.link.uid, secret=receipt.secret, purpose=LinkPurpose.FOLLOW
        )
        assert not Notice.objects.exists()

    def test_comment_with_an_email_waits_without_a_number(self):
        receipt = submit(self.consultation, email=EMAIL)

        comment = PublicComment.objects.get()
        assert (comment.state, comment.number) == (State.UNCONFIRMED, None)
        assert (receipt.link, receipt.secret) == (None, "")
        assert Notice.objects.get().kind == NoticeKind.CONFIRM
        assert not CommentLink.objects.exists()
        assert not CommentRegister.objects.exists()

    def test_comment_is_published_at_once_when_nobody_moderates(self):
        self.consultation.is_moderated = False
        self.consultation.save()

        comment = submit(self.consultation).comment

        comment.refresh_from_db()
        assert comment.state == State.PUBLISHED
        assert [(name, user) for name, user, _data in history(comment)] == [
            ("publish", None)
        ]

    def test_comment_on_the_whole_version_has_no_place(self):
        comment = submit(self.consultation, clause=None).comment

        assert (comment.clause, comment.quoted, comment.area) == (None, "", None)

    def test_comment_on_a_clause_of_no_such_version_is_refused(self):
        with pytest.raises(LookupError):
            submit(self.consultation, clause=uuid4())

        assert not PublicComment.objects.exists()

    def test_numbers_follow_one_another_whatever_is_refused_between(self):
        submit(self.consultation)
        with pytest.raises(LookupError):
            submit(self.consultation, clause=uuid4())
        submit(self.consultation, email=EMAIL)

        assert submit(self.consultation, text="Druga.").comment.number == 2


class TestRepeating(OfficeCase):
    def test_form_sent_twice_gives_the_same_receipt(self):
        seal = read_seal(new_seal())

        first = submit(self.consultation, seal)
        second = submit(self.consultation, seal)

        assert second.comment == first.comment
        assert (second.link, second.secret) == (first.link, first.secret)
        assert PublicComment.objects.count() == 1
        assert CommentRegister.objects.get().last_number == 1

    def test_form_with_an_email_sent_twice_gives_one_mail(self):
        seal = read_seal(new_seal())

        first, second = (
            submit(self.consultation, seal, email=EMAIL) for _time in range(2)
        )

        assert second.comment == first.comment
        assert second.secret == ""
        assert Notice.objects.count() == 1

    def test_form_sent_again_after_it_was_confirmed_does_not_give_its_link_away(self):
        seal = read_seal(new_seal())
        first = submit(self.consultation, seal, email=EMAIL)
        sent_mail()

        second = submit(self.consultation, seal, email=EMAIL)

        assert second.comment == first.comment
        assert (second.link, second.secret) == (None, "")

    def test_form_changed_and_sent_again_is_another_comment(self):
        seal = read_seal(new_seal())

        submit(self.consultation, seal)
        submit(self.consultation, seal, text="Co innego.")

        assert list(
            PublicComment.objects.order_by("number").values_list("number", flat=True)
        ) == [1, 2]

    def test_same_words_of_two_people_are_two_comments(self):
        submit(self.consultation)
        submit(self.consultation)
        submit(self.consultation, email=EMAIL)
        submit(self.consultation, email="anna@example.org")

        assert PublicComment.objects.count() == 4
        assert PublicComment.objects.values("fingerprint").distinct().count() == 1

    def test_same_words_of_the_same_email_are_one_comment_however_far_it_is(self):
        for state in set(State) - {State.UNCONFIRMED, State.WITHDRAWN}:
            comment = submit(self.consultation, email=EMAIL, text=state).comment
            PublicComment.objects.filter(pk=comment.pk).update(state=state)

            again = submit(self.consultation, email=EMAIL.upper(), text=state.upper())

            assert (again.comment, again.link, again.secret) == (comment, None, "")

    def test_who_lost_the_receipt_and_sends_again_gets_it_once_an_hour(self):
        self.comment(email=EMAIL, fingerprint=submission().fingerprint)

        for minutes, receipts in ((0, 1), (59, 1), (61, 2), (0, 2)):
            made_at = timezone.now() - datetime.timedelta(minutes=minutes)
            Notice.objects.update(created_at=made_at)
            submit(self.consultation, email=EMAIL)
            assert Notice.objects.filter(kind=NoticeKind.RECEIPT).count() == receipts

        assert [mail.to for mail in sent_mail()] == [[EMAIL]] * 2

    def test_same_words_may_be_sent_again_after_they_were_withdrawn(self):
        comment = submit(self.consultation, email=EMAIL).comment
        PublicComment.objects.update(state=State.WITHDRAWN)

        assert submit(self.consultation, email=EMAIL).comment != comment

    def test_who_lost_the_mail_and_sends_again_gets_another_one(self):
        comment = submit(self.consultation, email=EMAIL).comment
        [lost] = sent_mail()

        again = submit(self.consultation, email=EMAIL)

        assert again.comment == comment
        [mail] = sent_mail()
        assert mail.to == lost.to == [EMAIL]
        first, second = CommentLink.objects.order_by("created_at")
        assert first.is_expired
        assert not second.is_expired

    @override_settings(PUBLIC_COMMENTS={"most_unconfirmed": 2})
    def test_nobody_is_written_to_without_end(self):
        for _time in range(3):
            known = submit(self.consultation, email=EMAIL).comment
        assert Notice.objects.count() == 2

        kept = submit(self.consultation, email=EMAIL, text="Druga.").comment
        assert (kept.state, Notice.objects.count()) == (State.UNCONFIRMED, 2)
        submit(self.consultation, email="anna@example.org")
        assert Notice.objects.count() == 3

        PublicComment.objects.filter(pk=known.pk).update(state=State.REGISTERED)
        assert submit(self.consultation, email=EMAIL, text="Druga.").comment == kept
        assert Notice.objects.filter(comment=kept).count() == 1


class TestTimes(OfficeCase):
    def setUp(self):
        super().setUp()
        self.clock = Clock(moment(2026, 5, 4, 12))
        self.addCleanup(self.clock.stop)

    def open(self, first, last):
        self.consultation.opens_on = datetime.date.fromisoformat(first)
        self.consultation.closes_on = datetime.date.fromisoformat(last)
        self.consultation.save()

    def sent(self, *at, opened=None):
        """Send a form at a time in Poland; return the comment, None if refused."""
        self.clock.now = moment(*at)
        opened_at = moment(*opened) if opened else self.clock.now
        try:
            return submit(self.consultation, Seal(str(uuid4()), opened_at)).comment
        except ConsultationClosedError:
            return None

    def test_comments_are_taken_from_the_first_moment_to_the_last(self):
        self.open("2026-05-04", "2026-05-18")

        assert self.sent(2026, 5, 3, 23, 59, 59) is None
        assert self.sent(2026, 5, 4, 0, 0, 0)
        assert self.sent(2026, 5, 18, 23, 59, 59).is_late is False
        assert self.sent(2026, 5, 19, 0, 0, 0) is None

    def test_form_opened_in_time_and_sent_after_it_is_kept_and_late(self):
        self.open("2026-05-04", "2026-05-18")

        comment = self.sent(2026, 5, 19, 0, 0, 0, opened=(2026, 5, 18, 23, 59, 59))

        assert comment.is_late is True
        assert comment.number == 1

    def test_form_opened_before_the_first_day_is_not_taken_before_it(self):
        self.open("2026-05-04", "2026-05-18")

        assert self.sent(2026, 5, 3, 12, opened=(2026, 5, 3, 11)) is None

    def test_last_day_is_whole_when_the_clock_goes_back_in_it(self):
        self.open("2026-10-12", "2026-10-25")

        assert self.consultation.closes_at.utcoffset() == datetime.timedelta(hours=1)
        assert self.sent(2026, 10, 25, 23, 59, 59).is_late is False
        assert self.sent(2026, 10, 26, 0, 0, 0) is None

    def test_last_day_is_whole_when_the_clock_goes_forward_in_it(self):
        self.open("2026-03-15", "2026-03-29")

        assert self.consultation.closes_at.utcoffset() == datetime.timedelta(hours=2)
        assert self.sent(2026, 3, 29, 23, 59, 59).is_late is False
        assert self.sent(2026, 3, 30, 0, 0, 0) is None

    def test_both_hours_from_two_to_three_count_when_the_clock_goes_back(self):
        self.open("2026-10-25", "2026-10-25")
        twice = moment(2026, 10, 25, 2, 30)

        for fold in (0, 1):
            self.clock.now = twice.replace(fold=fold)
            assert submit(self.consultation, text=f"Raz {fold}.").comment.number

    def test_first_moment_is_that_of_the_clock_when_the_clock_goes_forward(self):
        self.open("2026-03-29", "2026-04-12")

        assert self.sent(2026, 3, 28, 23, 59, 59) is None
        assert self.sent(2026, 3, 29, 0, 0, 0)
