"""The office's answers to comments, in preparation and published, and their digests."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from pages.comments.models import (
    AnswerState,
    Consultation,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from snippets.importing.exporting.texts import plain

from .keys import answer_digest

OPEN = (AnswerState.DRAFT, AnswerState.APPROVED)
CURRENT = (*OPEN, AnswerState.PUBLISHED)
FIELDS = ("state", "ruling", "reasons")
# What an answer answers: other words ask for another answer.
ANSWERED = ("text", "proposed_wording", "justification")
# The longest comments take some 200 KB of memory each.
CHUNK = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """The answer in preparation and the published one, None where there is none."""

    open: OfficialAnswer | None = None
    published: OfficialAnswer | None = None

    @property
    def current(self) -> OfficialAnswer | None:
        """What holds for the office: what is in preparation, else what is public."""
        return self.open or self.published


NONE = Answers()


def chunked(pks: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield so few keys at a time that the comments of each fit in memory."""
    return (pks[start : start + CHUNK] for start in range(0, len(pks), CHUNK))


def read_answers(comments: Collection[int]) -> dict[int, Answers]:
    """Return the answers to comments, by primary key: two queries.

    Comments that share an answer share its object, however many they are.
    """
    links = list(
        CoveredComment.objects.filter(comment__in=comments, answer__state__in=CURRENT)
        .order_by("answer")
        .values_list("comment", "answer")
    )
    keys = {answer for _comment, answer in links}
    answers = OfficialAnswer.objects.only(*FIELDS).in_bulk(keys)
    found: dict[int, Answers] = {}
    for comment, pk in links:
        known, answer = found.get(comment, NONE), answers.get(pk)
        if answer is None:  # left out between the two queries
            continue
        if answer.state in OPEN:
            found[comment] = Answers(answer, known.published)
        else:
            found[comment] = Answers(known.open, answer)
    return found


def answer_state(
    consultation: Consultation, comment_pks: Iterable[int]
) -> dict[int, str]:
    """Return the digest of each comment's current answer, by primary key.

    It is that of the answer in preparation, else of the published one, else of none.
    The words of the comment are part of it: an answer to what its author has
    corrected since is an answer to something else.
    """
    states: dict[int, str] = {}
    for pks in chunked(list(comment_pks)):
        answers = read_answers(pks)
        comments = PublicComment.objects.filter(consultation=consultation, pk__in=pks)
        for comment in comments.only(*ANSWERED):
            states[comment.pk] = state_of(comment, answers.get(comment.pk, NONE))
    return states


def state_of(comment: Any, answers: Answers) -> str:
    """Return the digest of a comment's words and of its current answer.

    Words are taken as a table holds them, which knows one kind of line end. With a
    secret of the site: otherwise whoever holds a table could guess what an answer in
    preparation says.
    """
    answer = answers.current
    said = [answer.pk, *_words(answer, FIELDS)] if answer else []
    return answer_digest(settings.SECRET_KEY, *_words(comment, ANSWERED), *said)


def _words(thing: Any, names: Iterable[str]) -> list[str]:
    return [plain(str(getattr(thing, name))) for name in names]
