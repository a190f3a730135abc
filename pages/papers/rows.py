"""The comments of a consultation as rows of its papers, read a few at a time.

Private persons are told by what they are (“resident”) unless they agreed to be named;
of hidden and withdrawn comments it is only told that they are.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum, Value
from django.db.models.functions import Length
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.comments.models import (
    AnswerState,
    Consultation,
    CoveredComment,
    OfficialAnswer,
    OnBehalf,
    PublicComment,
    Ruling,
)
from pages.comments.public.reading import hidden_because
from pages.comments.states import STUBS
from pages.programmes.models.clause import clause_label

from .answers import CHUNK, CURRENT, NONE, chunked, read_answers, state_of
from .consulted import ConsultedVersion, consulted_version
from .effects import read_effects
from .keys import RowKey
from .kinds import PaperRequest

# What a row is made of; the e-mail only where it is asked for.
FIELDS = (
    *("consultation", "number", "year", "state", "hiding_reason", "received_at"),
    *("is_late", "channel", "kind", "clause", "clause_kind", "clause_number"),
    *("citation", "quoted", "text", "proposed_wording", "justification", "on_behalf"),
    *("organisation__name", "organisation_name", "name", "name_is_public"),
    *("duplicate_of__number", "duplicate_of__year"),
)
TEXTS = ("quoted", "text", "proposed_wording", "justification")
LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """A comment in a paper, in the active language.

    `order` counts from 1 through the paper, `comment` is the primary key, `clause`
    the citation in the version commented on, `clause_title` the heading it is under.
    `contact` is empty unless it was asked for. `state_note` says that the comment is
    hidden, withdrawn or a duplicate; `key` tells the row when its table comes back.
    """

    order: int
    comment: int
    code: str
    received: datetime.datetime
    channel: str
    is_late: bool
    author: str = ""
    on_behalf: str = ""
    contact: str = ""
    clause: str
    clause_title: str
    version: str
    quoted: str
    kind: str = ""
    text: str = ""
    proposed_wording: str = ""
    justification: str = ""
    ruling: str = ""
    ruling_label: str = ""
    reasons: str = ""
    effect: str = ""
    state_note: str = ""
    key: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A comment, the answer that the paper tells, what came of it, and its state."""

    comment: Any
    answer: OfficialAnswer | None
    effect: str
    digest: str


def count_rows(consultation: Consultation) -> int:
    """Return how many rows the papers of a consultation have."""
    return int(_registered(consultation).count())


def count_characters(request: PaperRequest) -> int:
    """Return about how long the texts of a paper are together: two queries."""
    comments = _registered(request.consultation).exclude(state__in=STUBS)
    said = comments.aggregate(sum=Sum(sum(map(Length, TEXTS), Value(0))))
    states = CURRENT if request.with_drafts else (AnswerState.PUBLISHED,)
    answers = CoveredComment.objects.filter(
        comment__in=comments.order_by().values("pk"), answer__state__in=states
    ).aggregate(sum=Sum(Length("answer__reasons")))
    return (said["sum"] or 0) + (answers["sum"] or 0)


def paper_rows(request: PaperRequest) -> Iterator[PaperRow]:
    """Yield the registered comments by number: at most seven queries a chunk.

    Which comments they are is settled at the start. No cursor stays open: on some
    databases it would hold the whole answer in memory, on others lock writers out.
    """
    ordered = _registered(request.consultation).order_by("year", "number")
    pks = list(ordered.values_list("pk", flat=True))
    if not pks:
        return
    version = consulted_version(request.consultation)
    told = (one for chunk in chunked(pks) for one in _read(request, chunk))
    for order, one in enumerate(told, start=1):
        yield _row_of(order, one, version, request)


def reported_rows(
    request: PaperRequest, progress: Callable[[int], None] | None
) -> Iterator[PaperRow]:
    """Yield the rows of a paper, and say after each chunk how many are done."""
    done = 0
    for row in paper_rows(request):
        yield row
        done = row.order
        if progress and done % CHUNK == 0:
            progress(done)
    if progress and done % CHUNK:
        progress(done)


def _registered(consultation: Consultation) -> Any:
    """Those that have a number: nobody confirmed the others."""
    return PublicComment.objects.filter(consultation=consultation, number__isnull=False)


def _read(request: PaperRequest, pks: Sequence[int]) -> Iterator[_Told]:
    """Yield a chunk of comments with what their papers tell."""
    answers = read_answers(pks)
    shown = {
        pk: found.current if request.with_drafts else found.published
        for pk, found in answers.items()
    }
    keys = {answer.pk for answer in shown.values() if answer}
    effects = read_effects(keys, with_drafts=request.with_drafts) if keys else {}
    comments = (
        PublicComment.objects.filter(pk__in=pks)
        .select_related("organisation", "duplicate_of")
        .only(*FIELDS, *(("email",) if request.with_contacts else ()))
        .order_by("year", "number")
    )
    for comment in comments:
        answer = shown.get(comment.pk)
        effect = effects.get(answer.pk, "") if answer else ""
        digest = state_of(comment, answers.get(comment.pk, NONE))
        yield _Told(comment, answer, effect, digest)


def _row_of(
    order: int, told: _Told, version: ConsultedVersion, request: PaperRequest
) -> PaperRow:
    comment = told.comment
    return PaperRow(
        order=order,
        comment=comment.pk,
        code=comment.code,
        received=comment.received_at,
        channel=str(comment.get_channel_display()),
        is_late=comment.is_late,
        clause=_clause_of(comment),
        clause_title=version.headings.get(str(comment.clause_id), ""),
        version=version.title,
        quoted=comment.quoted,
        key=str(RowKey(comment.consultation_id, comment.pk, told.digest)),
        **(_said(told, request) if comment.state not in STUBS else _stub(comment)),
    )


def _stub(comment: Any) -> Mapping[str, Any]:
    """What is told of a comment that is hidden or withdrawn."""
    return {"state_note": hidden_because(comment)}


def _said(told: _Told, request: PaperRequest) -> Mapping[str, Any]:
    """What the author said, and the office."""
    comment, answer = told.comment, told.answer
    said = {
        "author": comment.public_author,
        "on_behalf": _label(OnBehalf, comment.on_behalf),
        "contact": _contact_of(comment) if request.with_contacts else "",
        "kind": str(comment.get_kind_display()),
        "text": comment.text,
        "proposed_wording": comment.proposed_wording,
        "justification": comment.justification,
        "state_note": _duplicate_note(comment),
    }
    if answer is None:
        return said
    return said | {
        "ruling": answer.ruling,
        "ruling_label": _label(Ruling, answer.ruling),
        "reasons": answer.reasons,
        "effect": told.effect,
    }


def _label(choices: Any, value: str) -> str:
    return str(choices(value).label) if value else ""


def _contact_of(comment: Any) -> str:
    return ", ".join(filter(None, (comment.name, comment.email)))


def _duplicate_note(comment: Any) -> str:
    if not comment.duplicate_of_id:
        return ""
    return _("Says the same as %(comment)s.") % {"comment": comment.duplicate_of.code}


def _clause_of(comment: Any) -> str:
    """What a comment is about, as its version cites it.

    Its author's own words for the place go with the rest of a hidden comment.
    """
    label = clause_label(comment.clause_kind, comment.clause_number)
    cited = "" if comment.state in STUBS else comment.citation
    quoted = Truncator(comment.quoted).chars(LONGEST_LABEL)
    return label or cited or quoted or pgettext("clause of a comment", "whole version")
