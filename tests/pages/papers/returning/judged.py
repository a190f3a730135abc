"""Rows of a table and what the database has of their comments, as tests judge them."""

from pages.comments.models import AnswerState
from pages.comments.states import State
from pages.papers.keys import RowKey
from pages.papers.returning.judging import judge_rows
from pages.papers.returning.outcomes import Known, KnownAnswer, KnownComment, Words
from pages.papers.returning.reading import ReadRow
from pages.papers.returning.wording import word

DIGEST, OTHER = "0123456789ab", "ba9876543210"
OLD = Words("rejected", "Not ours.")


def known(*comments, answers=(), untouched=()):
    return Known(
        {comment.pk: comment for comment in comments},
        {answer.pk: answer for answer in answers},
        frozenset(comment.pk for comment in comments),
        frozenset(untouched),
    )


def comment(pk=1, state=State.PUBLISHED, head=None, **values):
    values = {"digest": DIGEST, **values}
    return KnownComment(pk, f"U{pk}/2014", state, head or pk, **values)


def answer(pk=10, state=AnswerState.DRAFT, words=OLD, codes=("U1/2014",)):
    return KnownAnswer(pk, state, words, codes)


def row(pk=1, ruling="", reasons="", number=None, digest=DIGEST, **values):
    key = RowKey(7, pk, digest)
    return ReadRow(number or pk + 1, key, ruling, reasons, **values)


def judge(rows, *args, **kwargs):
    judged = judge_rows(rows, known(*args, **kwargs))
    for one in judged:
        assert all(word(note) != note.code for note in one.notes)
    return judged


def only(rows, *args, **kwargs):
    (one,) = judge(rows, *args, **kwargs)
    return one


def outcomes(judged):
    return [one.outcome for one in judged]


def codes(one):
    return [note.code for note in one.notes]
