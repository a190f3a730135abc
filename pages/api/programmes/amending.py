"""Which amendments are public, and what readers may know of them.

What the desk keeps to itself stays there: an amendment is public once the change of a
published version names it.
"""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from wagtail.query import PageQuerySet

from pages.base.visibility import visible
from pages.drafting.models import Amendment, ChangeReason
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage

from .linking import (
    DRAFT_LINK,
    LINK,
    ClauseAddresses,
    Row,
    clause_link,
    draft_link,
    newest_wordings,
    own_link,
)
from .sources import Sources, amendment_url, read_change_reasons


def public_amendments(language_code: str, clause: UUID | None = None) -> Any:
    """Return the amendments that versions public in a language name."""
    named = named_reasons(language_code).filter(amendment=OuterRef("pk"))
    if clause is not None:
        named = named.filter(clause=clause)
    return (
        Amendment.objects.filter(Exists(named))
        .select_related("programme")
        .only("number", "operation", "status", "programme__year")
    )


def named_reasons(language_code: str) -> Any:
    """Return the reasons that versions public in a language have."""
    drafts = public_versions(language_code).order_by()
    return ChangeReason.objects.filter(
        draft__translation_key__in=drafts.values("translation_key"),
        draft__locale__language_code=settings.LANGUAGE_CODE,
    ).order_by()


def public_versions(language_code: str) -> PageQuerySet:
    """Return the versions that everybody may read in a language."""
    drafts = visible(ProgrammeDraftPage.objects)
    return drafts.filter(locale__language_code=language_code)


def amendment_rows(
    request: HttpRequest, amendments: Sequence[Amendment], language_code: str
) -> list[Row]:
    """Return amendments as readers may know them: eight queries, however many."""
    keys = public_versions(language_code).order_by().values("translation_key")
    reasons: dict[int, list[Any]] = {amendment.pk: [] for amendment in amendments}
    for reason in read_change_reasons(keys).filter(amendment__in=reasons):
        reasons[reason.amendment_id or 0].append(reason)
    every = [reason for own in reasons.values() for reason in own]
    drafts = find_drafts(request, every, language_code)
    clauses = find_clauses(request, every, language_code)
    programmes = find_programmes(request, every, language_code)
    sources = Sources(request, every)
    return [
        {
            "id": amendment.pk,
            "code": amendment.code,
            "number": amendment.number,
            "operation": amendment.operation,
            "status": amendment.status,
            "programme": programmes.get(own[0].amendment.programme.translation_key),
            "changes": [
                {
                    "draft": drafts[reason.draft.translation_key],
                    "clause": clauses.get(reason.clause_id),
                }
                for reason in own
            ],
            **sources.of_amendment(own[0]),
            "api_url": amendment_url(request, amendment.pk),
        }
        for amendment in amendments
        if (own := reasons[amendment.pk])
    ]


def find_drafts(
    request: HttpRequest, reasons: Sequence[Any], language_code: str
) -> Mapping[UUID, Row]:
    """Return the links to the versions that reasons are of, by translation key."""
    drafts = public_versions(language_code).filter(
        translation_key__in={reason.draft.translation_key for reason in reasons}
    )
    return {
        draft.translation_key: draft_link(request, draft)
        for draft in drafts.only(*DRAFT_LINK)
    }


def find_clauses(
    request: HttpRequest, reasons: Sequence[Any], language_code: str
) -> Mapping[UUID, Row | None]:
    """Return the links to the clauses that reasons are of, by uid."""
    wordings = newest_wordings({reason.clause_id for reason in reasons}, language_code)
    addresses = ClauseAddresses(request)
    return {uid: clause_link(wording, addresses) for uid, wording in wordings.items()}


def find_programmes(
    request: HttpRequest, reasons: Sequence[Any], language_code: str
) -> Mapping[UUID, Row | None]:
    """Return the links to the programmes of amendments, by translation key."""
    programmes = visible(ProgrammePage.objects).filter(
        translation_key__in={
            reason.amendment.programme.translation_key for reason in reasons
        },
        locale__language_code=language_code,
    )
    return {
        programme.translation_key: own_link(request, programme)
        for programme in programmes.only(*LINK, "translation_key")
    }
