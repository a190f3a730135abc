"""Published comments, each with the answer of the office that holds.

Hidden, withdrawn and unconfirmed comments are left out. How far the office's work on
an answer has come stays its own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from pages.base.frame import Link
from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    OnBehalf,
    PublicComment,
)
from pages.comments.public.answers import read_amendments
from pages.comments.public.reading import PUBLIC_FIELDS, find_firsts, place_of
from pages.open_data.addresses import Addresses
from pages.open_data.columns import Dataset, Row

from .comment_columns import ANSWER_COLUMNS, ANSWERED, COMMENT_COLUMNS, WAITING
from .organisations import id_of
from .public_pages import in_chunks

SAME = (
    *("number", "clause_kind", "clause_number", "quoted", "kind", "text"),
    *("proposed_wording", "justification", "language", "channel", "received_at"),
    *("is_late", "published_at"),
)
FIELDS = (
    *PUBLIC_FIELDS,
    "channel",
    "consultation__draft__number",
    "organisation__status",
    "organisation__merged_into",
)


def comment_rows(addresses: Addresses) -> Iterator[Row]:
    """Yield the published comments by number: five queries a chunk."""
    keys = _published().order_by("year", "number")
    return in_chunks(keys, partial(_read, addresses))


def _published() -> Any:
    return PublicComment.objects.public().filter(number__isnull=False)


def _read(addresses: Addresses, pks: Sequence[int]) -> Iterator[Row]:
    comments = list(
        _published()
        .filter(pk__in=pks)
        .select_related("organisation", "consultation__draft")
        .only(*FIELDS)
        .order_by("year", "number")
    )
    answers = read_current_answers([comment.pk for comment in comments])
    amendments = _amendments_of({answer.pk for answer in answers.values()})
    firsts = find_firsts(comments)
    for comment in comments:
        answer = answers.get(comment.pk)
        yield {
            **_comment_row(comment, firsts),
            **_answer_row(answer),
            "amendment_ids": amendments.get(answer.pk, []) if answer else [],
            "url": addresses.path(comment.url),
        }


def read_current_answers(comments: Collection[int]) -> dict[int, OfficialAnswer]:
    """Return the published answer that holds for comments: one query."""
    rows = (
        CoveredComment.objects.filter(
            comment__in=comments, answer__state=AnswerState.PUBLISHED
        )
        .select_related("answer__unit")
        .order_by("answer__published_at", "answer__pk")
    )
    return {row.comment_id: row.answer for row in rows}


def _amendments_of(answers: Collection[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in read_amendments(answers) if answers else ():
        found.setdefault(row.answer_id, []).append(row.amendment.code)
    return found


def _comment_row(comment: Any, firsts: Mapping[int, Link]) -> Row:
    first = firsts.get(comment.duplicate_of_id)
    return {
        **{name: getattr(comment, name) for name in SAME},
        **_author_row(comment),
        "id": comment.code,
        "programme_year": comment.year,
        "version": comment.consultation.draft.number,
        "clause_id": str(comment.clause_id or ""),
        "place": place_of(comment),
        "citation": "" if comment.clause_id else comment.citation,
        "duplicate_of": first.title if first else "",
    }


def _author_row(comment: Any) -> Row:
    """Return who speaks, as everybody may know: see `PublicComment.public_author`.

    An organisation that somebody only named is not told: they did not speak for it.
    """
    is_organisation = comment.on_behalf == OnBehalf.ORGANISATION
    is_named = comment.name_is_public and not is_organisation
    return {
        "author_kind": comment.on_behalf,
        "author_name": comment.name if is_named else "",
        "organisation_id": id_of(comment.organisation) if is_organisation else "",
        "organisation_name": comment.public_author if is_organisation else "",
    }


def _answer_row(answer: OfficialAnswer | None) -> Row:
    if answer is None:
        empty = ("ruling", "reasons", "answering_unit", "answered_at", "correction")
        return {**dict.fromkeys(empty), "status": WAITING}
    return {
        "status": ANSWERED,
        "ruling": answer.ruling,
        "reasons": answer.reasons,
        "answering_unit": answer.unit.name if answer.unit else "",
        "answered_at": answer.published_at,
        "correction": answer.correction,
    }


COMMENTS = Dataset(
    name="comments",
    title=_("Comments with answers"),
    about=_(
        "Published comments of consultations, each with its current official "
        "answer. E-mails, scans and names that are not public are not in it."
    ),
    key=("id",),
    columns=(*COMMENT_COLUMNS, *ANSWER_COLUMNS),
    rows=comment_rows,
)
