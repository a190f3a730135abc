"""Comments and answers of a page cut so that the page stays light to load."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .answers import Answers, AnswerView
from .excerpts import cut, fitting
from .reading import CommentView


def shorten(comments: Sequence[CommentView], room: int) -> list[CommentView]:
    """Return comments whose texts have so many characters together, at most.

    The longest are cut first; each has an address of its own, where it is whole.
    """
    lengths = [len(text) for comment in comments for text in texts_of(comment)]
    longest = fitting(lengths, room)
    return [cut_comment(comment, longest) for comment in comments]


def texts_of(comment: CommentView) -> Iterator[str]:
    """Yield what people and the office wrote, as far as it may be long."""
    yield from (comment.text, comment.proposed_wording, comment.justification)
    yield comment.note
    for answer in answers_of(comment):
        yield answer.reasons


def answers_of(comment: CommentView) -> list[AnswerView]:
    """Return all answers to a comment, the one that holds first."""
    current = comment.answers.current
    return [*([current] if current else []), *comment.answers.earlier]


def cut_comment(comment: CommentView, longest: int) -> CommentView:
    """Return a comment whose texts are at most so long."""
    if all(len(text) <= longest for text in texts_of(comment)):
        return comment
    current = comment.answers.current
    return replace(
        comment,
        is_cut=True,
        text=cut(comment.text, longest),
        proposed_wording=cut(comment.proposed_wording, longest),
        justification=cut(comment.justification, longest),
        note=cut(comment.note, longest),
        answers=Answers(
            current and cut_answer(current, longest),
            tuple(cut_answer(answer, longest) for answer in comment.answers.earlier),
        ),
    )


def cut_answer(answer: AnswerView, longest: int) -> AnswerView:
    """Return an answer whose reasons are at most so long."""
    return replace(answer, reasons=cut(answer.reasons, longest))
