"""Finds codes and drafts by their secrets, in the same time whether there is one."""

from typing import Any
from uuid import UUID

from django.utils.crypto import constant_time_compare

from pages.comments.models import Consultation
from pages.comments.sending.seals import digest

from .codes import plain_code
from .models import OrganisationCode, PositionDraft

# Compared with where there is nothing, so that both answers take as long.
_NOTHING = digest("")


def code_digest(typed: str) -> str:
    """Return what is kept of a code."""
    return digest("organisation code", plain_code(typed))


def link_digest(secret: str) -> str:
    """Return what is kept of a private link's secret."""
    return digest("position link", secret)


def find_typed(typed: str, consultation: Consultation) -> OrganisationCode | None:
    """Return the valid code that somebody typed in for a consultation.

    None for one that was guessed, revoked, or belongs to another consultation.
    """
    wanted = code_digest(typed)
    codes = OrganisationCode.objects.valid().filter(consultation=consultation)
    return _matching(codes.filter(digest=wanted).first(), "digest", wanted)


def find_by_code(uid: UUID, code: str) -> OrganisationCode | None:
    """Return what a member's private address leads to."""
    return _matching(_valid(uid), "digest", code_digest(code))


def find_by_link(uid: UUID, secret: str) -> OrganisationCode | None:
    """Return what a contact person's private address leads to."""
    return _matching(_valid(uid), "link_digest", link_digest(secret))


def find_draft(uid: UUID, secret: str) -> PositionDraft | None:
    """Return the draft that its author's private address leads to."""
    drafts = PositionDraft.objects.filter(uid=uid, code__revoked_at=None)
    drafts = drafts.select_related("code__consultation", "code__organisation")
    return _matching(drafts.first(), "digest", link_digest(secret))


def _valid(uid: UUID) -> OrganisationCode | None:
    codes = OrganisationCode.objects.valid().filter(uid=uid)
    found: OrganisationCode | None = codes.select_related(
        "consultation", "organisation"
    ).first()
    return found


def _matching(row: Any, field: str, wanted: str) -> Any:
    """Return a row if it has the digest that is wanted."""
    kept = getattr(row, field) if row else _NOTHING
    return row if constant_time_compare(kept, wanted) and row else None
