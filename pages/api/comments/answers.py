"""Reads published answers; drafted and approved ones never come here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest

from pages.api.citing import cited_clause
from pages.comments.models import (
    AnswerAmendment,
    AnswerState,
    CoveredComment,
    OfficialAnswer,
    Ruling,
)
from pages.comments.public.answers import find_wordings, read_amendments
from pages.comments.public.versions import Version
from pages.drafting.public import amendment_title
from pages.programmes.models import ClauseWording

from .linking import version_link

Answer = dict[str, Any]


@dataclass(frozen=True)
class Answered:
    """The published answers to some comments, with the changes they led to.

    `rows` has the answers of each comment by its key, the newest first.
    """

    rows: Mapping[int, Sequence[OfficialAnswer]] = field(default_factory=dict)
    amendments: Mapping[int, Sequence[AnswerAmendment]] = field(default_factory=dict)
    wordings: Mapping[int, Sequence[ClauseWording]] = field(default_factory=dict)

    @property
    def versions(self) -> set[UUID]:
        """The translation keys of the versions that changed."""
        return {
            row.amendment.applied_in.translation_key
            for rows in self.amendments.values()
            for row in rows
            if row.amendment.applied_in
        }


def find_answers(comments: Collection[int]) -> Answered:
    """Return the published answers to comments by primary key: four queries."""
    covered = (
        CoveredComment.objects.filter(
            comment__in=comments, answer__in=OfficialAnswer.objects.public()
        )
        .select_related("answer__unit")
        .order_by("-answer__published_at", "-answer__pk")
    )
    rows: dict[int, list[OfficialAnswer]] = {}
    for row in covered:
        rows.setdefault(row.comment_id, []).append(row.answer)
    if not rows:
        return Answered()
    amendments: dict[int, list[AnswerAmendment]] = {}
    for link in read_amendments({one.pk for found in rows.values() for one in found}):
        amendments.setdefault(link.answer_id, []).append(link)
    applied = [
        link.amendment
        for links in amendments.values()
        for link in links
        if link.amendment.is_applied
    ]
    return Answered(rows, amendments, find_wordings(applied))


def tell_answers(
    request: HttpRequest,
    comment: int,
    answered: Answered,
    versions: Mapping[Any, Version],
) -> Answer:
    """Return the answer to a comment that holds, and the earlier ones."""
    rows = answered.rows.get(comment, ())
    current = next((row for row in rows if row.state == AnswerState.PUBLISHED), None)
    earlier = [row for row in rows if row is not current]
    return {
        "answer": current and tell_answer(request, current, answered, versions),
        "earlier_answers": [
            tell_answer(request, row, answered, versions) for row in earlier
        ],
    }


def tell_answer(
    request: HttpRequest,
    answer: OfficialAnswer,
    answered: Answered,
    versions: Mapping[Any, Version],
) -> Answer:
    """Return one answer."""
    return {
        "ruling": answer.ruling,
        "ruling_label": str(Ruling(answer.ruling).label),
        "reasons": answer.reasons,
        "unit": answer.unit.localized_name if answer.unit else "",
        "published_at": answer.published_at,
        "correction": answer.correction,
        "locale": settings.LANGUAGE_CODE,
        "changes": [
            tell_change(request, link.amendment, answered, versions)
            for link in answered.amendments.get(answer.pk, ())
        ],
    }


def tell_change(
    request: HttpRequest,
    amendment: Any,
    answered: Answered,
    versions: Mapping[Any, Version],
) -> Answer:
    """Return an amendment; what changed is told once a public version has it."""
    draft = amendment.applied_in
    version = versions.get(draft.translation_key) if draft else None
    wordings = answered.wordings.get(amendment.pk, ()) if version else ()
    here = f"{version.url}?view=changes" if version else ""
    return {
        "code": amendment.code,
        "title": amendment_title(amendment),
        "version": version_link(request, version),
        "clauses": [
            cited_clause(
                request,
                wording.clause_id,
                wording.label,
                f"{here}&chapter={wording.chapter}#{wording.anchor}",
            )
            for wording in wordings
        ],
    }
