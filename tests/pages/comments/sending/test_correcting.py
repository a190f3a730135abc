"""Until the last day an author may correct a comment or withdraw it."""

import pytest

from pages.comments.models import PublicComment
from pages.comments.moving import MoveRefusedError
from pages.comments.sending.correcting import (
    correct_comment,
    may_author_change,
    withdraw_comment,
)
from pages.comments.sending.submitting import ConsultationClosedError
from pages.comments.states import OPEN, State
from tests.factories.comments import today
from tests.pages.comments.cases import OfficeCase, history, submission


class TestCorrecting(OfficeCase):
    def test_earlier_words_are_kept_and_staff_read_it_again(self):
        for state in OPEN:
            comment = self.comment(state, text="Pierwsze.")

            correct_comment(
                comment=comment, values={"text": "Drugie.", "justification": "Bo tak."}
            )

            comment.refresh_from_db()
            assert (comment.state, comment.text) == (State.REGISTERED, "Drugie.")
            [(name, user, data)] = history(comment)
            assert (name, user) == ("correct", None)
            assert data["before"] == {"text": "Pierwsze.", "justification": ""}

    def test_only_the_words_change(self):
        comment = self.comment(name="Jan", email="jan@example.org")

        correct_comment(
            comment=comment,
            values={"text": "Drugie.", "name": "Anna", "email": "a@example.org"},
        )

        comment.refresh_from_db()
        assert (comment.name, comment.email) == ("Jan", "jan@example.org")
        [(_name, _user, data)] = history(comment)
        assert "jan@example.org" not in str(data)

    def test_earlier_words_are_those_that_were_there_when_it_was_read_before(self):
        stale = self.comment(text="Pierwsze.")
        correct_comment(comment=stale, values={"text": "Drugie."})
        stale.text = "Pierwsze."

        correct_comment(comment=stale, values={"text": "Trzecie."})

        before = [data["before"]["text"] for _name, _user, data in history(stale)]
        assert before == ["Pierwsze.", "Drugie."]

    def test_corrected_comment_is_told_apart_by_its_new_words(self):
        comment = self.comment()

        correct_comment(comment=comment, values={"text": "Nowe słowa."})

        comment.refresh_from_db()
        assert comment.fingerprint == submission(text="nowe  SŁOWA.").fingerprint

    def test_corrected_comment_says_no_more_what_another_says(self):
        first = self.comment()
        second, third = (self.comment(duplicate_of=first) for _ in range(2))

        correct_comment(comment=second, values={"text": "Co innego."})
        second.refresh_from_db()
        third.refresh_from_db()
        assert (second.duplicate_of, third.duplicate_of) == (None, first)

        correct_comment(comment=first, values={"text": "Jeszcze co innego."})
        third.refresh_from_db()
        assert third.duplicate_of is None
        for comment in (second, third):
            assert ("group", None, {"head": ""}) in history(comment)
        assert "group" not in [name for name, _user, _data in history(first)]

    def test_corrected_comment_that_proposes_the_same_stays_in_its_group(self):
        same = {
            "text": "To samo.",
            "fingerprint": submission(text="To samo.").fingerprint,
        }
        first = self.comment(**same)
        second = self.comment(duplicate_of=first, **same)

        for comment in (first, second):
            correct_comment(comment=comment, values={"justification": "Bo tak."})

        second.refresh_from_db()
        assert (second.duplicate_of, second.justification) == (first, "Bo tak.")
        assert [name for name, _user, _data in history(second)] == ["correct"]

    def test_comment_is_published_again_at_once_when_nobody_moderates(self):
        self.consultation.is_moderated = False
        self.consultation.save()
        comment = self.comment()

        correct_comment(comment=comment, values={"text": "Drugie."})

        comment.refresh_from_db()
        assert comment.state == State.PUBLISHED

    def test_what_is_settled_stays(self):
        for state in set(State) - set(OPEN):
            comment = self.comment(state, number=None, text="Pierwsze.")
            assert not may_author_change(comment)

            with pytest.raises(MoveRefusedError):
                correct_comment(comment=comment, values={"text": "Drugie."})
            with pytest.raises(MoveRefusedError):
                withdraw_comment(comment=comment)

            comment.refresh_from_db()
            assert (comment.state, comment.text) == (state, "Pierwsze.")

    def test_nothing_changes_after_the_last_day(self):
        comment = self.comment()
        assert may_author_change(comment)
        self.consultation.closes_on = today(-1)
        self.consultation.save()
        comment = PublicComment.objects.get(pk=comment.pk)
        assert not may_author_change(comment)

        for change in (
            lambda: correct_comment(comment=comment, values={"text": "Drugie."}),
            lambda: withdraw_comment(comment=comment),
        ):
            with pytest.raises(ConsultationClosedError):
                change()

    def test_withdrawn_comment_keeps_its_text_and_number(self):
        comment = self.comment(text="Pierwsze.")
        number = comment.number

        withdraw_comment(comment=comment)

        comment.refresh_from_db()
        assert comment.state == State.WITHDRAWN
        assert (comment.number, comment.text) == (number, "Pierwsze.")
