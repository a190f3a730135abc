"""What readers may know of the work on a version: reasons, checklist."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.meetings.models import Finding
from pages.programmes.reasons import Reason

from .models import Amendment, ChangeReason


def public_reasons(
    drafts: Sequence[Any], request: HttpRequest
) -> Mapping[str, Sequence[Reason]]:
    """Return the reasons of the changes that versions made: four queries.

    Findings are told as their published reports tell them, in the reader's
    language; of a report that is not published only the amendment is named.
    """
    rows = list(
        ChangeReason.objects.filter(
            draft__translation_key__in={draft.translation_key for draft in drafts},
            draft__locale__language_code=settings.LANGUAGE_CODE,
        )
        .select_related("amendment__programme", "finding")
        .defer("amendment__programme__body")
        .prefetch_related("amendment__finding_links__finding")
        .order_by("draft__number", "pk")
    )
    told = public_findings(rows)
    found: dict[str, list[Reason]] = {}
    for row in rows:
        reasons = found.setdefault(str(row.clause_id), [])
        reasons.extend(reasons_of(row, told, request))
    return found


def public_findings(rows: Iterable[ChangeReason]) -> dict[Any, Finding]:
    """Return the published findings behind reasons by translation key."""
    keys = {finding.translation_key for row in rows for finding in findings_of(row)}
    if not keys:
        return {}
    language = get_language() or "pl"
    findings = Finding.objects.public(language).filter(translation_key__in=keys)
    fields = ("text", "kind", "translation_key", "page__title", "page__url_path")
    return {f.translation_key: f for f in findings.only(*fields, "page__date")}


def findings_of(row: ChangeReason) -> list[Finding]:
    """Return the findings that a reason, or its amendment, comes from."""
    if row.finding:
        return [row.finding]
    if row.amendment:
        return [link.finding for link in row.amendment.finding_links.all()]
    return []


def reasons_of(
    row: ChangeReason, told: Mapping[Any, Finding], request: HttpRequest
) -> list[Reason]:
    """Return what is told of one reason."""
    known = [
        told[finding.translation_key]
        for finding in findings_of(row)
        if finding.translation_key in told
    ]
    code = amendment_title(row.amendment) if row.amendment else ""
    if known:
        return [
            Reason(
                finding.page.title,
                f"{code}: {finding.text}" if code else finding.text,
                f"{finding.page.get_url(request) or ''}#findings",
            )
            for finding in known
        ]
    if row.amendment:
        return [Reason(code, row.amendment.rationale)]
    if row.note:
        return [Reason(row.get_kind_display(), row.note)]
    return []


def amendment_title(amendment: Amendment) -> str:
    """Return how an amendment is cited: „zmiana P3/2014”."""
    return _("amendment %(code)s") % {"code": amendment.code}
