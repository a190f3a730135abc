"""Official answers: two pairs of eyes, a reason, and everybody told."""

import pytest
from django.core.exceptions import PermissionDenied

from pages.comments.models import (
    AnswerAmendment,
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
    Ruling,
)
from pages.comments.moving import MoveRefusedError
from pages.comments.office.answering import (
    approve_answer,
    draft_answer,
    keep_draft,
    leave_out,
    missing_in,
    publish_answer,
    return_answer,
)
from pages.comments.office.covering import AnswerRefusedError, comments_of
from pages.comments.states import State
from tests.factories.snippets import CityUnitFactory
from tests.pages.comments.cases import AnswerCase, history


class TestDrafting(AnswerCase):
    def test_answer_takes_in_the_duplicates_that_can_be_answered(self):
        first = self.comment()
        same = self.comment("assigned", duplicate_of=first)
        self.comment("registered", duplicate_of=first)
        self.comment("withdrawn", duplicate_of=first)

        answer = draft_answer(comments=[first], user=self.unit)

        assert list(comments_of(answer)) == [first, same]
        assert self.states(first, same) == [State.DRAFTED] * 2
        assert answer.drafted_by == self.unit

    def test_answer_is_of_the_unit_that_its_comments_are_assigned_to(self):
        unit = CityUnitFactory()

        answer = draft_answer(
            comments=[self.comment(), self.comment("assigned", unit=unit)],
            user=self.unit,
        )

        assert answer.unit == unit

    def test_nothing_is_drafted_when_one_comment_cannot_be_answered(self):
        first, second = self.comment(), self.comment("registered")

        with pytest.raises(MoveRefusedError):
            draft_answer(comments=[first, second], user=self.unit)

        assert not OfficialAnswer.objects.exists()
        assert self.states(first, second) == [State.PUBLISHED, State.REGISTERED]

    def test_nothing_is_drafted_by_who_may_not(self):
        for comments in ([], [self.comment()]):
            with pytest.raises(PermissionDenied):
                draft_answer(comments=comments, user=self.stranger)

        assert not OfficialAnswer.objects.exists()

    def test_comment_added_to_a_draft_is_drafted_and_one_left_out_is_not(self):
        first, second = self.comment(), self.comment()
        answer = self.drafted(first)
        CoveredComment.objects.create(answer=answer, comment=second)

        keep_draft(answer=answer, user=self.unit)
        leave_out(answer=answer, comment=first, user=self.unit)

        assert self.states(first, second) == [State.ASSIGNED, State.DRAFTED]
        assert list(comments_of(answer)) == [second]

    def test_comment_is_left_out_as_it_is_now_when_it_was_read_before(self):
        stale = self.comment()
        answer = self.drafted(PublicComment.objects.get(pk=stale.pk))
        assert stale.state == State.PUBLISHED

        leave_out(answer=answer, comment=stale, user=self.unit)

        assert self.states(stale) == [State.ASSIGNED]

    def test_comment_of_another_draft_is_refused(self):
        comment = self.comment()
        self.drafted(comment)
        answer = self.drafted()
        CoveredComment.objects.create(answer=answer, comment=comment)

        with pytest.raises(AnswerRefusedError) as refused:
            keep_draft(answer=answer, user=self.unit)

        assert comment.code in refused.value.messages[0]


class TestMissing(AnswerCase):
    def test_whole_answer_lacks_nothing(self):
        assert missing_in(self.drafted()) == []

    def test_reasons_are_missing_unless_the_comment_is_accepted(self):
        for ruling in Ruling:
            answer = self.drafted(ruling=ruling, reasons=" \n")
            AnswerAmendment.objects.create(answer=answer, amendment=self.amendment())

            missing = missing_in(answer)

            assert any("no reasons" in one for one in missing) == (
                ruling != Ruling.ACCEPTED
            )

    def test_accepted_comment_names_the_change_that_comes_of_it(self):
        answer = self.drafted(ruling="accepted", reasons="")
        assert missing_in(answer) == [
            "It names no change of the text that comes of it."
        ]

        AnswerAmendment.objects.create(answer=answer, amendment=self.amendment())

        assert missing_in(answer) == []

    def test_change_that_was_refused_is_none(self):
        for status in ("rejected", "postponed"):
            answer = self.drafted(ruling="accepted")
            AnswerAmendment.objects.create(
                answer=answer, amendment=self.amendment(status=status)
            )

            assert missing_in(answer) == [
                "A change that it names is rejected or postponed."
            ]

    def test_all_that_is_missing_is_said_at_once(self):
        comment = self.comment()
        answer = self.drafted(comment, ruling="", reasons="")
        leave_out(answer=answer, comment=comment, user=self.unit)

        assert len(missing_in(answer)) == 3
        with pytest.raises(AnswerRefusedError) as refused:
            approve_answer(answer=answer, user=self.head)
        assert len(refused.value.messages) == 3

    def test_comment_that_another_answer_settled_is_named(self):
        comment = self.comment()
        self.published(comment)
        answer = self.drafted()
        CoveredComment.objects.create(answer=answer, comment=comment)

        assert missing_in(answer) == ["A comment that it covers is answered already."]


class TestApproving(AnswerCase):
    def test_who_wrote_it_does_not_approve_it(self):
        answer = draft_answer(comments=[self.comment()], user=self.head)
        answer.ruling, answer.reasons = "noted", "Dziękujemy."
        answer.save()

        with pytest.raises(AnswerRefusedError):
            approve_answer(answer=answer, user=self.head)
        approve_answer(answer=answer, user=self.other_head)

        answer.refresh_from_db()
        assert answer.state == AnswerState.APPROVED
        assert answer.approved_by == self.other_head

    def test_who_changed_it_last_does_not_approve_it(self):
        answer = self.drafted()
        keep_draft(answer=answer, user=self.head)

        with pytest.raises(AnswerRefusedError):
            approve_answer(answer=answer, user=self.head)

    def test_who_wrote_any_of_it_does_not_approve_it(self):
        answer = self.drafted()
        keep_draft(answer=answer, user=self.head)
        keep_draft(answer=answer, user=self.unit)

        with pytest.raises(AnswerRefusedError):
            approve_answer(answer=answer, user=self.head)
        approve_answer(answer=answer, user=self.other_head)

        answer.refresh_from_db()
        assert answer.approved_by == self.other_head

    def test_who_only_started_it_may_approve_what_another_wrote(self):
        answer = draft_answer(comments=[self.comment()], user=self.head)
        answer.ruling, answer.reasons = "noted", "Dziękujemy."
        answer.save()
        keep_draft(answer=answer, user=self.unit)

        approve_answer(answer=answer, user=self.head)

        answer.refresh_from_db()
        assert answer.state == AnswerState.APPROVED

    def test_who_may_not_approve_does_not(self):
        answer = self.drafted()

        for user in (self.clerk, self.unit, self.stranger):
            with pytest.raises(PermissionDenied):
                approve_answer(answer=answer, user=user)

    def test_change_of_an_approved_answer_is_approved_anew(self):
        comment = self.comment()
        answer = self.approved(comment)

        keep_draft(answer=answer, user=self.unit)

        answer.refresh_from_db()
        assert (answer.state, answer.approved_by) == (AnswerState.DRAFT, None)
        assert self.states(comment) == [State.DRAFTED]
        with pytest.raises(AnswerRefusedError):
            publish_answer(answer=answer, user=self.head)

    def test_returned_answer_stays_its_authors_and_carries_a_note(self):
        answer = self.approved()

        return_answer(answer=answer, user=self.head, note="Proszę podać podstawę.")

        answer.refresh_from_db()
        assert (answer.state, answer.drafted_by) == (AnswerState.DRAFT, self.unit)
        name, user, data = history(answer)[-1]
        assert (name, user) == ("answer_return", self.head)
        assert data["note"] == "Proszę podać podstawę."

    def test_approved_answer_is_not_approved_again(self):
        answer = self.approved()

        with pytest.raises(AnswerRefusedError):
            approve_answer(answer=answer, user=self.other_head)
