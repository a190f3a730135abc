"""Published answers: everybody is told, and what changes meanwhile is heeded."""

import pytest
from django.core.exceptions import PermissionDenied

from pages.comments.models import (
    AnswerAmendment,
    AnswerKeptError,
    AnswerState,
    Notice,
    NoticeKind,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.office.answering import (
    approve_answer,
    keep_draft,
    leave_out,
    missing_in,
    publish_answer,
    return_answer,
    revise_answer,
)
from pages.comments.office.covering import AnswerRefusedError, comments_of
from pages.comments.office.moderating import hide_comment, restore_comment
from pages.comments.sending.correcting import correct_comment, withdraw_comment
from pages.comments.states import State

from .cases import AnswerCase, sent_mail


class TestPublishing(AnswerCase):
    def test_one_answer_covers_seven_comments_and_tells_each_author_with_an_email(self):
        comments = [self.comment(email=f"autor{n}@example.org") for n in range(6)]
        silent = self.comment()

        answer = self.published(*comments, silent)

        assert self.states(*comments, silent) == [State.ANSWERED] * 7
        assert answer.covered.count() == 7
        mails = sent_mail()
        assert sorted(to for mail in mails for to in mail.to) == [
            f"autor{n}@example.org" for n in range(6)
        ]
        for mail, comment in zip(mails, comments, strict=True):
            assert comment.code in mail.subject
            assert "Nie ma środków." in mail.body

    def test_answer_that_nobody_approved_is_not_published(self):
        answer = self.drafted()

        with pytest.raises(AnswerRefusedError):
            publish_answer(answer=answer, user=self.head)
        with pytest.raises(PermissionDenied):
            publish_answer(answer=self.approved(), user=self.clerk)

    def test_answer_that_lost_its_reason_to_be_is_not_published(self):
        answer = self.approved()
        OfficialAnswer.objects.filter(pk=answer.pk).update(reasons="")

        with pytest.raises(AnswerRefusedError):
            publish_answer(answer=answer, user=self.head)

    def test_change_that_an_accepted_comment_leads_to_is_agreed(self):
        for ruling, expected in (("accepted", "agreed"), ("partly", "proposed")):
            amendment = self.amendment(status="proposed")
            answer = self.drafted(ruling=ruling)
            AnswerAmendment.objects.create(answer=answer, amendment=amendment)
            approve_answer(answer=answer, user=self.head)

            publish_answer(answer=answer, user=self.head)

            amendment.refresh_from_db()
            assert amendment.status == expected

    def test_published_answer_is_neither_changed_nor_deleted(self):
        answer = self.published()
        comment = comments_of(answer).get()

        with pytest.raises(AnswerKeptError):
            keep_draft(answer=answer, user=self.unit)
        with pytest.raises(AnswerKeptError):
            leave_out(answer=answer, comment=comment, user=self.unit)
        with pytest.raises(AnswerKeptError):
            answer.delete()
        with pytest.raises(AnswerKeptError):
            OfficialAnswer.objects.all().delete()

    def test_answer_is_kept_as_it_is_now_when_it_was_read_before(self):
        answer = self.approved()
        stale = OfficialAnswer.objects.get(pk=answer.pk)
        publish_answer(answer=answer, user=self.head)
        assert stale.is_open

        with pytest.raises(AnswerKeptError):
            keep_draft(answer=stale, user=self.unit)

        answer.refresh_from_db()
        assert answer.state == AnswerState.PUBLISHED


class TestRevising(AnswerCase):
    def revised(self, answer, **values):
        new = revise_answer(answer=answer, user=self.unit)
        for name, value in {"correction": "Podano kwotę.", **values}.items():
            setattr(new, name, value)
        new.save()
        return new

    def test_earlier_version_stays_public_beside_the_new_one(self):
        comment = self.comment(email="jan@example.org")
        first = self.published(comment)
        sent_mail()
        new = self.revised(first, reasons="Brak 5 000 zł.")
        assert list(OfficialAnswer.objects.public()) == [first]

        approve_answer(answer=new, user=self.head)
        publish_answer(answer=new, user=self.head)

        assert set(OfficialAnswer.objects.public()) == {first, new}
        first.refresh_from_db()
        assert (first.state, first.reasons) == (AnswerState.REVISED, "Nie ma środków.")
        assert list(comments_of(new)) == [comment]
        assert self.states(comment) == [State.ANSWERED]
        [mail] = sent_mail()
        assert "Brak 5 000 zł." in mail.body
        assert "Podano kwotę." in mail.body

    def test_new_version_says_what_was_corrected(self):
        new = self.revised(self.published(), correction=" ")

        assert missing_in(new) == ["It does not say what was corrected."]

    def test_new_version_has_the_same_changes(self):
        amendment = self.amendment()
        first = self.drafted(ruling="accepted")
        AnswerAmendment.objects.create(answer=first, amendment=amendment)
        approve_answer(answer=first, user=self.head)
        first = publish_answer(answer=first, user=self.head)

        assert self.revised(first).amendments.get().amendment == amendment

    def test_only_one_new_version_is_drafted_at_a_time(self):
        first = self.published()
        self.revised(first)

        with pytest.raises(AnswerRefusedError):
            revise_answer(answer=first, user=self.clerk)
        with pytest.raises(PermissionDenied):
            revise_answer(answer=self.published(), user=self.stranger)

    def test_answer_that_is_not_published_has_no_new_version(self):
        for answer in (self.drafted(), self.approved()):
            with pytest.raises(AnswerRefusedError):
                revise_answer(answer=answer, user=self.unit)


class TestMeanwhile(AnswerCase):
    """What authors and clerks do while an answer waits."""

    def test_corrected_comment_drops_out_of_the_answer_that_waits(self):
        for make in (self.drafted, self.approved):
            comment, other = self.comment(), self.comment()
            answer = make(comment, other)

            correct_comment(comment=comment, values={"text": "Co innego."})

            assert self.states(comment) == [State.REGISTERED]
            assert list(comments_of(answer)) == [other]

    def test_answer_left_without_comments_says_so_and_is_not_published(self):
        comment = self.comment()
        answer = self.approved(comment)

        withdraw_comment(comment=comment)

        assert missing_in(answer) == ["It covers no comment."]
        with pytest.raises(AnswerRefusedError):
            publish_answer(answer=answer, user=self.head)
        assert self.states(comment) == [State.WITHDRAWN]
        assert not Notice.objects.exists()

    def test_author_of_a_hidden_comment_is_told_once_it_is_shown_again(self):
        comment = self.comment(email="jan@example.org")
        answer = self.approved(comment)
        hide_comment(comment=comment, reason="mistake", user=self.clerk)
        sent_mail()

        publish_answer(answer=answer, user=self.head)

        assert self.states(comment) == [State.HIDDEN]
        assert sent_mail() == []
        restore_comment(
            comment=PublicComment.objects.get(pk=comment.pk), user=self.clerk
        )
        assert self.states(comment) == [State.ANSWERED]
        [mail] = sent_mail()
        assert "Nie ma środków." in mail.body

    def test_comment_hidden_while_its_answer_is_returned_is_drafted_again(self):
        comment = self.comment()
        answer = self.approved(comment)
        hide_comment(comment=comment, reason="mistake", user=self.clerk)
        return_answer(answer=answer, user=self.head)

        restore_comment(
            comment=PublicComment.objects.get(pk=comment.pk), user=self.clerk
        )
        approve_answer(answer=answer, user=self.head)
        publish_answer(answer=answer, user=self.head)

        assert self.states(comment) == [State.ANSWERED]

    def test_author_whose_email_was_erased_is_not_written_to(self):
        comment = self.comment(email="jan@example.org")
        answer = self.approved(comment)
        PublicComment.objects.update(email="")

        publish_answer(answer=answer, user=self.head)

        assert not Notice.objects.filter(kind=NoticeKind.ANSWERED).exists()
