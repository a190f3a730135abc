"""What the rows of a table lead to, by what the database has of their comments."""

import pytest
from django.utils import translation

from pages.comments.models import AnswerState, Ruling
from pages.comments.states import State
from pages.papers.returning.judging import LONGEST_REASONS
from pages.papers.returning.outcomes import Outcome, Words
from pages.papers.returning.reading import ReadRow
from pages.papers.returning.wording import word
from snippets.models import Note

from .judged import OLD, OTHER, answer, codes, comment, judge, only, outcomes, row


def test_words_for_a_comment_without_an_answer_start_one():
    one = only([row(ruling="rejected", reasons="No.")], comment())
    assert one.outcome == Outcome.NEW
    assert one.after == Words("rejected", "No.")
    assert (one.answer, one.members, one.notes) == (None, (1,), [])


@pytest.mark.parametrize("language", ["pl", "en", "uk", "be"])
@pytest.mark.parametrize("ruling", Ruling)
def test_rulings_are_known_in_every_language(language, ruling):
    with translation.override(language):
        label = f" {ruling.label.upper()}. "
    one = only([row(ruling=label, reasons="x")], comment())
    assert one.after.ruling == ruling


def test_unknown_rulings_are_told_with_those_there_are():
    one = only([row(ruling="maybe", reasons="x")], comment())
    assert one.outcome == Outcome.PROBLEM
    assert codes(one) == ["ruling_unknown"]
    assert all(str(ruling.label) in word(one.notes[0]) for ruling in Ruling)


def test_blank_rows_without_an_answer_do_nothing():
    assert only([row()], comment()).outcome == Outcome.UNCHANGED


def test_blanks_delete_no_words_of_a_draft():
    one = only([row()], comment(state=State.DRAFTED, open=10), answers=[answer()])
    assert (one.outcome, one.after) == (Outcome.UNCHANGED, OLD)
    one = only(
        [row(ruling="noted")],
        comment(state=State.DRAFTED, open=10),
        answers=[answer()],
    )
    assert (one.outcome, one.after) == (Outcome.CHANGED, Words("noted", OLD.reasons))
    assert one.answer == 10


def test_drafts_that_say_the_same_stay():
    there = comment(state=State.DRAFTED, open=10, digest=OTHER)
    one = only([row(ruling="rejected", reasons=OLD.reasons)], there, answers=[answer()])
    assert one.outcome == Outcome.UNCHANGED


def test_approved_answers_are_approved_anew():
    one = only(
        [row(ruling="noted")],
        comment(state=State.APPROVED, open=10),
        answers=[answer(state=AnswerState.APPROVED)],
    )
    assert one.outcome == Outcome.CHANGED
    assert codes(one) == ["approved_anew"]


def test_what_somebody_wrote_meanwhile_is_a_conflict():
    there = comment(state=State.DRAFTED, open=10, digest=OTHER)
    one = only([row(reasons="Mine.")], there, answers=[answer()])
    assert one.outcome == Outcome.CONFLICT
    assert (one.before, one.after) == (OLD, Words("rejected", "Mine."))
    one = only([row(reasons="Mine.")], comment(digest=OTHER))
    assert one.outcome == Outcome.CONFLICT


def test_rows_that_were_left_alone_contradict_nobody():
    there = comment(state=State.DRAFTED, open=10, digest=OTHER)
    one = only(
        [row(ruling="noted", reasons="Old.")], there, answers=[answer()], untouched=[2]
    )
    assert one.outcome == Outcome.UNCHANGED


def test_published_answers_are_corrected_by_a_new_version_only():
    there = comment(state=State.ANSWERED, published=10)
    public = answer(state=AnswerState.PUBLISHED)
    same = row(ruling="rejected", reasons=OLD.reasons)
    assert only([same], there, answers=[public]).outcome == Outcome.UNCHANGED
    one = only([row(reasons="Other.")], there, answers=[public])
    assert (one.outcome, codes(one)) == (Outcome.PROBLEM, ["answer_published"])


def test_row_that_repeats_the_published_answer_leaves_its_new_version_alone():
    there = comment(state=State.ANSWERED, published=10, open=11)
    answers = [
        answer(state=AnswerState.PUBLISHED),
        answer(11, words=Words("partly", "New.")),
    ]
    one = only([row(ruling="rejected", reasons=OLD.reasons)], there, answers=answers)
    assert one.outcome == Outcome.UNCHANGED
    one = only([row(reasons="Newer.")], there, answers=answers)
    assert (one.outcome, one.answer) == (Outcome.CHANGED, 11)


@pytest.mark.parametrize(
    "state", [State.HIDDEN, State.WITHDRAWN, State.REGISTERED, State.INCOMPLETE]
)
def test_comments_that_cannot_be_answered_refuse_words_but_not_blanks(state):
    one = only([row(reasons="x")], comment(state=state))
    assert (one.outcome, codes(one)) == (Outcome.PROBLEM, ["comment_state"])
    assert only([row()], comment(state=state)).outcome == Outcome.UNCHANGED


def test_reasons_have_a_longest_length():
    one = only([row(ruling="noted", reasons="x" * LONGEST_REASONS)], comment())
    assert one.outcome == Outcome.NEW
    one = only([row(ruling="noted", reasons="x" * (LONGEST_REASONS + 1))], comment())
    assert codes(one) == ["reasons_too_long"]


def test_rows_of_no_comment_are_refused():
    one = only([row(pk=9, reasons="x")], comment())
    assert (one.outcome, codes(one)) == (Outcome.PROBLEM, ["comment_unknown"])
    unread = ReadRow(5, None, "", "x", notes=(Note("key_missing"),))
    assert only([unread], comment()).outcome == Outcome.PROBLEM


def test_rows_of_one_comment_must_say_the_same():
    twice = [row(reasons="x", number=2), row(reasons="x", number=5)]
    assert outcomes(judge(twice, comment())) == [Outcome.NEW] * 2
    differing = [row(reasons="x", number=2), row(reasons="y", number=5)]
    judged = judge(differing, comment())
    assert outcomes(judged) == [Outcome.PROBLEM] * 2
    assert judged[0].notes[0].params == {"rows": "2, 5"}


def test_duplicates_get_one_answer_from_any_of_their_rows():
    comments = (comment(1), comment(2, head=1), comment(3, head=1))
    judged = judge([row(1), row(2, ruling="noted", reasons="x"), row(3)], *comments)
    assert outcomes(judged) == [Outcome.NEW] * 3
    assert {one.members for one in judged} == {(1, 2, 3)}
    assert {one.after for one in judged} == {Words("noted", "x")}
    assert judged[0].others == ("U2/2014", "U3/2014")


def test_duplicates_that_cannot_be_answered_are_left_out():
    comments = (comment(1), comment(2, head=1, state=State.HIDDEN))
    judged = judge([row(1, ruling="noted", reasons="x"), row(2)], *comments)
    assert outcomes(judged) == [Outcome.NEW, Outcome.UNCHANGED]
    assert judged[0].members == (1,)
    assert judged[1].after == Words()


def test_rows_of_one_answer_that_differ_are_refused_with_their_codes():
    comments = (
        comment(1, state=State.DRAFTED, open=10),
        comment(2, state=State.DRAFTED, open=10),
        comment(3),
    )
    shared = answer(codes=("U1/2014", "U2/2014"))
    rows = [row(1, reasons="x"), row(2, reasons="y"), row(3, reasons="z")]
    judged = judge(rows, *comments, answers=[shared])
    assert outcomes(judged) == [Outcome.PROBLEM, Outcome.PROBLEM, Outcome.NEW]
    assert judged[0].notes[0].params == {"codes": "U1/2014, U2/2014"}


def test_conflict_in_one_row_stops_the_whole_answer():
    comments = (
        comment(1, state=State.DRAFTED, open=10),
        comment(2, state=State.DRAFTED, open=10, digest=OTHER),
    )
    rows = [row(1, reasons="x"), row(2, reasons="x")]
    judged = judge(rows, *comments, answers=[answer()])
    assert outcomes(judged) == [Outcome.CONFLICT] * 2


def test_problem_in_one_row_hides_no_change_of_another():
    comments = (comment(1), comment(2, head=1), comment(3, State.HIDDEN, head=1))
    rows = [row(1), row(2, reasons="x"), row(3, reasons="x")]

    judged = judge(rows, *comments)

    assert outcomes(judged) == [Outcome.NEW, Outcome.NEW, Outcome.PROBLEM]
    assert [one.after.reasons for one in judged[:2]] == ["x", "x"]


def test_words_of_a_refused_row_are_no_change_of_others():
    comments = (comment(1), comment(2, State.HIDDEN, head=1))
    judged = judge([row(1), row(2, reasons="x")], *comments)

    assert outcomes(judged) == [Outcome.UNCHANGED, Outcome.PROBLEM]
    assert judged[0].after == judged[0].before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ({"reasons": "x"}, ["lacks_ruling"]),
        ({"ruling": "rejected"}, ["lacks_reasons"]),
        ({"ruling": "accepted"}, []),
    ],
)
def test_what_an_answer_lacks_is_said_and_refuses_nothing(words, expected):
    one = only([row(**words)], comment())
    assert (one.outcome, codes(one)) == (Outcome.NEW, expected)
