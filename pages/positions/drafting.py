"""What members do: write a draft, correct it, take it back."""

import secrets
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.comments.placing import place_of

from .finding import link_digest
from .issuing import lock
from .models import DraftState, OrganisationCode, PositionDraft
from .models.words import WORDS

MOST_DRAFTS = 200
WRITTEN = (*WORDS, "author")


class PositionClosedError(ValidationError):
    """Nothing is drafted any more: the position is submitted, or time is over."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing can be changed any more. Copy your text if you want to keep it.")
        )


class TooManyDraftsError(ValidationError):
    """An organisation has as many drafts as anybody can read."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Your organisation has %(most)s drafts, and cannot have more. Correct "
                "one, or hand your text to the contact person."
            )
            % {"most": MOST_DRAFTS}
        )


def lock_open(code: OrganisationCode) -> OrganisationCode:
    """Return a code, held, under which something can be drafted now.

    Raises CodeRevokedError and PositionClosedError.
    """
    held = lock(code)
    if not held.is_open:
        raise PositionClosedError
    return held


def add_draft(
    *,
    code: OrganisationCode,
    clause: UUID | None,
    values: Mapping[str, Any],
    language: str,
) -> tuple[PositionDraft, str]:
    """Keep what a member wrote; return it and the secret of its private link.

    The same words sent again, by a double click, are kept once: then the draft gets
    another link. Raises CodeRevokedError, PositionClosedError, TooManyDraftsError, and
    LookupError where the version has no such clause.
    """
    secret = secrets.token_urlsafe(32)
    with transaction.atomic():
        code = lock_open(code)
        place = place_of(code.consultation.draft, clause)
        written = {name: values.get(name, "") for name in WRITTEN}
        draft = code.drafts.filter(clause=place.clause_id, **written).first()
        if draft is None:
            if code.drafts.count() >= MOST_DRAFTS:
                raise TooManyDraftsError
            draft = PositionDraft(code=code, clause_id=place.clause_id, **written)
        draft.language, draft.digest = language, link_digest(secret)
        draft.save()
    return draft, secret


def change_draft(*, draft: PositionDraft, values: Mapping[str, Any]) -> PositionDraft:
    """Put other words into a draft; the contact person reads it again.

    What was taken over into the position stays there. Raises as `add_draft`, and
    PositionDraft.DoesNotExist where it was taken back meanwhile.
    """
    with transaction.atomic():
        lock_open(draft.code)
        draft = PositionDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
        for name in WRITTEN:
            setattr(draft, name, values.get(name, ""))
        draft.state, draft.item = DraftState.WAITING, None
        draft.changed_at = timezone.now()
        draft.save()
    return draft


def take_back(*, draft: PositionDraft) -> None:
    """Delete a draft for its author; it is no comment yet, and nobody's but theirs."""
    with transaction.atomic():
        lock_open(draft.code)
        PositionDraft.objects.filter(pk=draft.pk).delete()
