"""Why clauses changed, as the room of drafting knows it; see `rooms.ask`."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from pages.api.links import api_url, public_url
from pages.drafting.models import AmendmentFinding, ChangeReason, ReasonKind
from pages.drafting.public import findings_of, public_findings

from .history import finding_row
from .linking import Row
from .rooms import ask

COMMENTS = "pages.comments.public.reasons.reasons_by_amendment"
NOTES = (ReasonKind.LAW, ReasonKind.EDITORIAL)


class Sources:
    """What is public of the reasons of changes; three queries, however many."""

    def __init__(self, request: HttpRequest, reasons: Sequence[ChangeReason]) -> None:
        self._request = request
        self._language = get_language() or settings.LANGUAGE_CODE
        self._findings = public_findings(reasons)
        amendments = {row.amendment_id for row in reasons if row.amendment_id}
        comments = ask("pages.comments", COMMENTS, {})
        self._comments = comments(amendments) if amendments else {}

    def row(self, reason: ChangeReason) -> Row | None:
        """Return one reason, None where nothing of it is public."""
        if reason.amendment:
            return {
                "source": "amendment",
                "code": reason.amendment.code,
                **self.of_amendment(reason),
                "api_url": amendment_url(self._request, reason.amendment_id),
            }
        if reason.kind in NOTES:
            return {"source": reason.kind, "note": reason.note}
        findings = self.findings(reason)
        if not (findings or reason.note):
            return None
        return {
            "source": "finding",
            "finding": findings[0] if findings else None,
            "note": reason.note or None,
        }

    def of_amendment(self, reason: ChangeReason) -> Row:
        """Return where an amendment comes from."""
        amendment: Any = reason.amendment
        findings = self.findings(reason)
        return {
            "rationale": None if findings else amendment.rationale or None,
            "findings": findings,
            "comments": [
                {
                    "title": comment.title,
                    "url": public_url(self._request, comment.url),
                }
                for comment in self._comments.get(amendment.pk, ())
            ],
        }

    def findings(self, reason: ChangeReason) -> list[Row]:
        """Return the public findings that a reason comes from."""
        return [
            finding_row(self._request, told, self._language)
            for finding in findings_of(reason)
            if (told := self._findings.get(finding.translation_key))
        ]


def amendment_url(request: HttpRequest, pk: int | None) -> str | None:
    """Return where the API tells of an amendment."""
    return api_url(request, "detail_amendment", amendment_id=pk)


def read_change_reasons(keys: Sequence[UUID]) -> QuerySet[ChangeReason]:
    """Return the reasons that versions have, by translation key: two queries.

    Staff give them in the city's own language.
    """
    links = AmendmentFinding.objects.select_related("finding").order_by("sort_order")
    return (
        ChangeReason.objects.filter(
            draft__translation_key__in=keys,
            draft__locale__language_code=settings.LANGUAGE_CODE,
        )
        .select_related("amendment__programme", "finding", "draft")
        .defer("amendment__programme__body", "draft__body", "draft__summary")
        .prefetch_related(Prefetch("amendment__finding_links", links))
        .order_by("draft__number", "pk")
    )


def sources_of_clause(
    request: HttpRequest, uid: UUID, drafts: Sequence[Any]
) -> Mapping[UUID, Sequence[Row]]:
    """Return why a clause changed, by the translation key of the version."""
    keys = [draft.translation_key for draft in drafts]
    reasons = list(read_change_reasons(keys).filter(clause=uid))
    sources = Sources(request, reasons)
    told: dict[UUID, list[Row]] = {}
    for reason in reasons:
        if row := sources.row(reason):
            told.setdefault(reason.draft.translation_key, []).append(row)
    return told
