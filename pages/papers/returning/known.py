"""Reads what a table that came back is compared with: some queries, and digests."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from django.db.models import Q

from pages.comments.models import (
    AnswerState,
    Consultation,
    CoveredComment,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.states import State
from pages.papers.answers import (
    ANSWERED,
    CURRENT,
    OPEN,
    Answers,
    answer_state,
    chunked,
    state_of,
)
from snippets.importing.exporting.texts import plain

from .outcomes import Known, KnownAnswer, KnownComment, Words
from .reading import ReadRow
from .rulings import ruling_of


def read_known(consultation: Consultation, rows: Sequence[ReadRow]) -> Known:
    """Return what is known of a consultation, and of the comments that have rows."""
    answers, links = _read_answers(consultation)
    registered = PublicComment.objects.filter(number__isnull=False)
    own = frozenset(
        registered.filter(consultation=consultation).values_list("pk", flat=True)
    )
    asked = {row.key.comment for row in rows if row.key}
    digests = answer_state(consultation, sorted(own & asked))
    comments = registered.filter(
        Q(consultation=consultation) | Q(duplicate_of__consultation=consultation)
    ).order_by("year", "number")
    known = {
        pk: KnownComment(
            pk,
            f"U{number}/{year}",
            State(state),
            head or pk,
            digests.get(pk, ""),
            **links.get(pk, {}),
        )
        for pk, number, year, state, head in comments.values_list(
            "pk", "number", "year", "state", "duplicate_of"
        )
    }
    return Known(known, answers, own, _read_untouched(rows, digests))


def _read_answers(
    consultation: Consultation,
) -> tuple[dict[int, KnownAnswer], dict[int, dict[str, int]]]:
    """Return the answers that are open or published, and those of each comment."""
    found = OfficialAnswer.objects.filter(
        state__in=CURRENT, covered__comment__consultation=consultation
    ).order_by()
    codes: dict[int, list[str]] = defaultdict(list)
    links: dict[int, dict[str, int]] = defaultdict(dict)
    covered = CoveredComment.objects.filter(answer__in=found.values("pk"))
    for answer, state, comment, number, year in covered.order_by(
        "answer", "sort_order", "pk"
    ).values_list(
        *("answer", "answer__state", "comment", "comment__number", "comment__year")
    ):
        codes[answer].append(f"U{number}/{year}")
        links[comment]["open" if state in OPEN else "published"] = answer
    answers = OfficialAnswer.objects.filter(pk__in=found.values("pk"))
    return {
        pk: KnownAnswer(
            pk, AnswerState(state), Words(ruling, plain(reasons)), codes[pk]
        )
        for pk, state, ruling, reasons in answers.order_by().values_list(
            "pk", "state", "ruling", "reasons"
        )
    }, links


def _read_untouched(
    rows: Sequence[ReadRow], digests: Mapping[int, str]
) -> frozenset[int]:
    """Return the rows that still say what an answer said when the table was taken.

    Who left a row alone does not contradict whoever has changed that answer since.
    """
    old: dict[int, list[ReadRow]] = defaultdict(list)
    for row in rows:
        has_words = row.ruling or row.reasons
        if row.key and has_words and row.key.answer != digests.get(row.key.comment):
            old[row.key.comment].append(row)
    untouched: set[int] = set()
    for pks in chunked(list(old)):
        answers: dict[int, list[int]] = defaultdict(list)
        covered = CoveredComment.objects.filter(comment__in=pks)
        for comment, answer in covered.values_list("comment", "answer"):
            answers[comment].append(answer)
        comments = PublicComment.objects.filter(pk__in=pks).only(*ANSWERED)
        for one in comments:
            untouched.update(
                row.number
                for row in old[one.pk]
                if _was_said(row, one, answers[one.pk])
            )
    return frozenset(untouched)


def _was_said(row: ReadRow, comment: PublicComment, answers: Sequence[int]) -> bool:
    """Whether one of the answers to a comment said what a row says, by its digest."""
    ruling = ruling_of(row.ruling) or ""
    said = (
        OfficialAnswer(pk=answer, state=state, ruling=ruling, reasons=row.reasons)
        for answer in answers
        for state in AnswerState
    )
    return row.key is not None and any(
        state_of(comment, Answers(open=answer)) == row.key.answer for answer in said
    )
