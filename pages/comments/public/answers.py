"""Published answers as their reader sees them, and the changes of the text they led to.

Drafted and approved answers never come here.
"""

import datetime
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from pages.base.frame import Link
from pages.comments.models import (
    AnswerAmendment,
    AnswerState,
    CoveredComment,
    OfficialAnswer,
)
from pages.drafting.models import ChangeReason
from pages.drafting.public import amendment_title
from pages.programmes.models import ClauseWording

from .excerpts import foreign
from .versions import Version, find_versions


@dataclass(frozen=True)
class Change:
    """An amendment that an answer leads to.

    Once a public version has it, `version` leads to that and `places` to the clauses
    that changed.
    """

    title: str
    version: Link | None = None
    places: Sequence[Link] = ()


@dataclass(frozen=True)
class AnswerView:
    """An answer ready to print."""

    ruling: str
    reasons: str = ""
    unit: str = ""
    date: datetime.datetime | None = None
    correction: str = ""
    language: str = ""
    changes: Sequence[Change] = ()


@dataclass(frozen=True)
class Answers:
    """The answer to a comment that holds, and the earlier ones, the newest first."""

    current: AnswerView | None = None
    earlier: Sequence[AnswerView] = field(default=())


def read_answers(comments: Collection[int], request: HttpRequest) -> dict[int, Answers]:
    """Return the published answers to comments, by primary key: five queries."""
    rows = list(
        CoveredComment.objects.filter(
            comment__in=comments, answer__in=OfficialAnswer.objects.public()
        )
        .select_related("answer__unit")
        .order_by("-answer__published_at", "-answer__pk")
    )
    changes = read_changes({row.answer_id for row in rows}, request)
    views = {row.answer_id: answer_view(row.answer, changes) for row in rows}
    found: dict[int, Answers] = {}
    for row in rows:
        known = found.get(row.comment_id, Answers())
        view = views[row.answer_id]
        if row.answer.state == AnswerState.PUBLISHED and known.current is None:
            found[row.comment_id] = Answers(view, known.earlier)
        else:
            found[row.comment_id] = Answers(known.current, (*known.earlier, view))
    return found


def answer_view(
    answer: OfficialAnswer, changes: Mapping[int, Sequence[Change]]
) -> AnswerView:
    """Return one answer."""
    return AnswerView(
        ruling=str(answer.get_ruling_display()),
        reasons=answer.reasons,
        unit=answer.unit.localized_name if answer.unit else "",
        date=answer.published_at,
        correction=answer.correction,
        language=foreign(settings.LANGUAGE_CODE),
        changes=changes.get(answer.pk, ()),
    )


def read_changes(
    answers: Collection[int], request: HttpRequest
) -> dict[int, list[Change]]:
    """Return the changes that answers led to, by primary key: four queries."""
    rows = read_amendments(answers)
    applied = [row.amendment for row in rows if row.amendment.is_applied]
    versions = find_versions(
        {amendment.applied_in.translation_key for amendment in applied}, request
    )
    wordings = find_wordings(applied)
    found: dict[int, list[Change]] = {}
    for row in rows:
        change = change_of(row.amendment, versions, wordings)
        found.setdefault(row.answer_id, []).append(change)
    return found


def read_amendments(answers: Collection[int]) -> list[AnswerAmendment]:
    """Return the amendments that answers lead to, in their order: one query."""
    return list(
        AnswerAmendment.objects.filter(answer__in=answers)
        .select_related("amendment__programme", "amendment__applied_in")
        .only(
            "answer",
            "amendment__number",
            "amendment__status",
            "amendment__programme__year",
            "amendment__applied_in__translation_key",
        )
        .order_by("answer", "sort_order", "pk")
    )


def find_wordings(amendments: Iterable[Any]) -> dict[int, list[ClauseWording]]:
    """Return the clauses that amendments changed, by primary key: two queries."""
    drafts = {amendment.pk: amendment.applied_in_id for amendment in amendments}
    if not drafts:
        return {}
    reasons = ChangeReason.objects.filter(
        amendment__in=drafts, draft__in=set(drafts.values())
    )
    touched = {
        (amendment, clause)
        for amendment, draft, clause in reasons.values_list(
            "amendment", "draft", "clause"
        )
        if drafts[amendment] == draft
    }
    wordings = ClauseWording.objects.filter(
        draft__in=set(drafts.values()), clause__in={clause for _pk, clause in touched}
    )
    fields = ("draft", "clause", "kind", "number", "chapter")
    found: dict[int, list[ClauseWording]] = {}
    for wording in wordings.only(*fields).order_by("draft", "order"):
        for amendment, draft in drafts.items():
            here = draft == wording.draft_id
            if here and (amendment, wording.clause_id) in touched:
                found.setdefault(amendment, []).append(wording)
    return found


def change_of(
    amendment: Any,
    versions: Mapping[Any, Version],
    wordings: Mapping[int, Sequence[ClauseWording]],
) -> Change:
    """Return what is told of one amendment."""
    title = amendment_title(amendment)
    draft = amendment.applied_in
    version = draft and versions.get(draft.translation_key)
    if not version:
        return Change(title)
    here = f"{version.url}?view=changes"
    places = [
        Link(wording.label, f"{here}&chapter={wording.chapter}#{wording.anchor}")
        for wording in wordings.get(amendment.pk, ())
        if wording.label
    ]
    return Change(title, Link(version.title, here), places)
