"""What the contact person does: puts the position together, from drafts or alone."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from pages.comments.models import LONGEST_TEXT
from pages.comments.placing import place_of

from .drafting import lock_open
from .models import DraftState, OrganisationCode, PositionDraft, PositionItem
from .models.words import TEXTS


class ItemChangedError(ValidationError):
    """What a page showed was changed meanwhile, in another window."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This part was changed in another window meanwhile: below you see what "
                "it says now. Save once more to put your words in its place."
            )
        )


class TooLongError(ValidationError):
    """Drafts together are longer than one comment may be."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Together they are longer than %(most)s characters. Nothing was taken "
                "over: shorten the text first, or take fewer drafts."
            )
            % {"most": LONGEST_TEXT}
        )


def find_item(code: OrganisationCode, clause: UUID | None) -> PositionItem | None:
    """Return what the position says of a clause, or of the whole version."""
    return PositionItem.objects.filter(code=code, clause=clause).first()


def save_item(
    *,
    code: OrganisationCode,
    clause: UUID | None,
    values: Mapping[str, Any],
    seen: str,
) -> PositionItem:
    """Write a part of the position; `seen` is the stamp of what the page showed.

    Raises ItemChangedError where somebody wrote it meanwhile, LookupError where the
    version has no such clause, and what `lock_open` raises.
    """
    with transaction.atomic():
        code = lock_open(code)
        item = _held_item(code, clause)
        if (item.stamp if item.pk else "") != seen:
            raise ItemChangedError
        for name, value in values.items():
            setattr(item, name, value)
        item.save()
    return item


def take_drafts(
    *, code: OrganisationCode, clause: UUID | None, uids: Collection[UUID]
) -> PositionItem | None:
    """Add the words of drafts of a clause to the position; none twice.

    The first one says of what kind it is, where there was nothing yet. Raises
    TooLongError, and then none is taken over.
    """
    with transaction.atomic():
        code = lock_open(code)
        drafts = list(
            code.drafts.filter(clause=clause, pk__in=uids).exclude(
                state=DraftState.MERGED
            )
        )
        if not drafts:
            return find_item(code, clause)
        item = _held_item(code, clause)
        item.kind = item.kind or drafts[0].kind
        for name in TEXTS:
            text = joined(getattr(item, name), [getattr(d, name) for d in drafts])
            if len(text) > LONGEST_TEXT:
                raise TooLongError
            setattr(item, name, text)
        item.save()
        PositionDraft.objects.filter(pk__in=[draft.pk for draft in drafts]).update(
            state=DraftState.MERGED, item=item
        )
    return item


def joined(text: str, others: Sequence[str]) -> str:
    """Return texts as paragraphs, what is the same once."""
    return "\n\n".join(dict.fromkeys(filter(None, (text, *others))))


def leave_out(
    *, code: OrganisationCode, clause: UUID | None, uids: Collection[UUID]
) -> None:
    """Note that drafts do not come into the position; words taken over stay."""
    with transaction.atomic():
        lock_open(code).drafts.filter(clause=clause, pk__in=uids).update(
            state=DraftState.LEFT_OUT, item=None
        )


def remove_item(*, code: OrganisationCode, clause: UUID | None, seen: str) -> None:
    """Take a part out of the position; the drafts it came from wait again."""
    with transaction.atomic():
        code = lock_open(code)
        item = _held_item(code, clause)
        if not item.pk:
            return
        if item.stamp != seen:
            raise ItemChangedError
        item.drafts.update(state=DraftState.WAITING, item=None)
        item.delete()


def move_item(*, code: OrganisationCode, pk: int, up: bool) -> None:
    """Move a part of the position one place up or down."""
    with transaction.atomic():
        items = list(lock_open(code).items.all())
        place = next((n for n, item in enumerate(items) if item.pk == pk), None)
        if place is None:
            return
        other = place - 1 if up else place + 1
        if 0 <= other < len(items):
            items[place], items[other] = items[other], items[place]
        for order, item in enumerate(items):
            item.order = order
        PositionItem.objects.bulk_update(items, ["order"])


def _held_item(code: OrganisationCode, clause: UUID | None) -> PositionItem:
    """Return the part on a clause, a new one at the end where there is none."""
    item = find_item(code, clause)
    if item:
        return item
    place = place_of(code.consultation.draft, clause)
    last = code.items.aggregate(last=Max("order"))["last"]
    order = 0 if last is None else last + 1
    return PositionItem(code=code, clause_id=place.clause_id, order=order)
