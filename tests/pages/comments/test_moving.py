"""Each step of a comment: who may take it, what it leaves, what is noted."""

import pytest
from django.core.exceptions import PermissionDenied

from pages.comments.models import AnswerState, PublicComment
from pages.comments.moving import MoveRefusedError, may_move, move
from pages.comments.states import TRANSITIONS, State
from tests.factories.comments import AnswerFactory

from .cases import OfficeCase, history


class TestMove(OfficeCase):
    def test_step_is_saved_and_noted_with_who_took_it(self):
        comment = self.comment("registered")

        move(comment, "publish", user=self.clerk, data={"note": "czytelna"})

        assert comment.state == State.PUBLISHED
        comment.refresh_from_db()
        assert comment.state == State.PUBLISHED
        noted = {"from": "registered", "to": "published", "note": "czytelna"}
        assert history(comment) == [("publish", self.clerk, noted)]

    def test_each_step_is_refused_from_every_other_state(self):
        for step in TRANSITIONS.values():
            for state in set(State) - set(step.sources):
                comment = self.comment(state, number=None)

                with pytest.raises(MoveRefusedError) as refused:
                    move(comment, step.name, user=self.head)

                comment.refresh_from_db()
                assert comment.state == state
                assert history(comment) == []
                assert str(step.label) in refused.value.messages[0]

    def test_each_step_is_refused_without_its_right(self):
        for step in TRANSITIONS.values():
            comment = self.comment(step.sources[0], number=None)
            assert not may_move(comment, step.name, self.stranger)

            with pytest.raises(PermissionDenied):
                move(comment, step.name, user=self.stranger)

            comment.refresh_from_db()
            assert comment.state == step.sources[0]
            assert history(comment) == []

    def test_author_takes_only_the_steps_of_authors(self):
        for step in TRANSITIONS.values():
            comment = self.comment(step.sources[0], number=None)
            if step.by_author:
                move(comment, step.name)
                assert comment.state == step.target
            else:
                with pytest.raises(PermissionDenied):
                    move(comment, step.name)

    def test_unit_drafts_answers_and_does_not_moderate(self):
        comment = self.comment("published")

        assert may_move(comment, "draft_answer", self.unit)
        for name in ("hide", "assign", "withdraw"):
            assert not may_move(comment, name, self.unit)

    def test_clerk_does_not_approve(self):
        assert not may_move(self.comment("drafted"), "approve_answer", self.clerk)
        assert may_move(self.comment("drafted"), "approve_answer", self.head)

    def test_step_counts_from_where_the_comment_is_now_when_it_was_read_before(self):
        comment = self.comment("registered")
        stale = PublicComment.objects.get(pk=comment.pk)
        move(comment, "publish", user=self.clerk)

        with pytest.raises(MoveRefusedError):
            move(stale, "ask_back", user=self.clerk)
        move(stale, "assign", user=self.clerk)

        assert stale.state == State.ASSIGNED
        assert [data["from"] for _name, _user, data in history(comment)] == [
            "registered",
            "published",
        ]

    def test_step_leaves_alone_what_others_changed_meanwhile(self):
        comment = self.comment("registered", email="jan@example.org")
        stale = PublicComment.objects.get(pk=comment.pk)
        PublicComment.objects.filter(pk=comment.pk).update(email="", name="")

        move(stale, "publish", user=self.clerk)

        comment.refresh_from_db()
        assert (comment.email, comment.state) == ("", State.PUBLISHED)


class TestHiding(OfficeCase):
    def hidden(self, state="published", **values):
        return move(self.comment(state, **values), "hide", user=self.clerk)

    def restored(self, comment):
        comment = PublicComment.objects.get(pk=comment.pk)
        return move(comment, "restore", user=self.clerk).state

    def test_hidden_comment_returns_to_where_it_was(self):
        for state in TRANSITIONS["hide"].sources:
            comment = self.hidden(state, number=None)
            if state in (State.DRAFTED, State.APPROVED):
                continue  # of those the answer decides, below

            assert comment.state_before == state
            assert self.restored(comment) == state
            comment.refresh_from_db()
            assert comment.state_before == ""

    def test_hidden_comment_returns_to_its_answer_that_went_on_meanwhile(self):
        for state, expected in (
            (AnswerState.DRAFT, State.DRAFTED),
            (AnswerState.APPROVED, State.APPROVED),
            (AnswerState.PUBLISHED, State.ANSWERED),
        ):
            comment = self.hidden("drafted")
            AnswerFactory(comments=[comment], state=state)

            assert self.restored(comment) == expected

    def test_hidden_comment_stays_answered_when_a_new_version_is_drafted(self):
        comment = self.hidden("answered")
        first = AnswerFactory(comments=[comment], published=True)
        AnswerFactory(comments=[comment], previous=first)

        assert self.restored(comment) == State.ANSWERED

    def test_hidden_comment_can_be_answered_anew_when_its_draft_left_it_out(self):
        assert self.restored(self.hidden("drafted")) == State.PUBLISHED
        assert self.restored(self.hidden("approved")) == State.PUBLISHED
