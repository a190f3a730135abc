"""No version goes to consultation with a change that nobody gives a reason for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.models.clause import clause_label
from pages.programmes.redline import ClauseDiff, Redline, compare

from .models import ChangeReason, ReasonsOverride

NAMED_AT_MOST = 10


@dataclass(frozen=True)
class ReasonedChange:
    """A change of a clause and the reasons given for it."""

    diff: ClauseDiff
    reasons: Sequence[ChangeReason]

    @property
    def uid(self) -> str:
        return self.diff.uid

    @property
    def label(self) -> str:
        """The clause's citation and first words."""
        node = self.diff.new or self.diff.old
        if node is None:
            return self.uid
        label = clause_label(node.kind, node.number)
        return f"{label} {node.text}".strip()


def redline_of(draft: ProgrammeDraftPage) -> Redline | None:
    """Return the changes between a version and its base, None for a first version."""
    return compare(draft.based_on.clauses, draft.clauses) if draft.based_on else None


def changes_of(draft: ProgrammeDraftPage) -> list[ReasonedChange]:
    """Return the changes of a version that need a reason, in the order of the text.

    A number that moved because of other changes needs none.
    """
    redline = redline_of(draft)
    reasons: dict[str, list[ChangeReason]] = {}
    rows = ChangeReason.objects.filter(draft=draft)
    for row in rows.select_related("amendment__programme", "finding__page"):
        reasons.setdefault(str(row.clause_id), []).append(row)
    return changes_in(redline, reasons) if redline else []


def changes_in(
    redline: Redline, reasons: Mapping[str, Sequence[ChangeReason]] | None = None
) -> list[ReasonedChange]:
    """Return the differences that are changes, each with its reasons."""
    return [
        ReasonedChange(diff, (reasons or {}).get(diff.uid, ()))
        for diff in redline.clauses
        if needs_reason(diff)
    ]


def needs_reason(diff: ClauseDiff) -> bool:
    """Whether a difference is a change of the text, not only of a number."""
    return diff.is_added or diff.is_removed or diff.is_changed or diff.is_moved


def without_reason(changes: Iterable[ReasonedChange]) -> list[ReasonedChange]:
    """Return the changes that nobody has given a reason for."""
    return [change for change in changes if not change.reasons]


def refuse_without_reasons(
    sender: Any,
    draft: ProgrammeDraftPage,
    user: AbstractBaseUser | None = None,
    **kwargs: Any,
) -> None:
    """Refuse to freeze a version while a change in it has no reason.

    A publisher may decide otherwise (`ReasonsOverride`), which is logged.
    """
    missing = without_reason(changes_of(draft))
    if not missing or ReasonsOverride.objects.filter(draft=draft).exists():
        return
    names = "; ".join(change.label[:60] for change in missing[:NAMED_AT_MOST])
    message = ngettext(
        "%(n)s change has no reason: %(names)s.",
        "%(n)s changes have no reason: %(names)s.",
        len(missing),
    )
    advice = _("Give the reasons under “Reasons of changes”.")
    said = message % {"n": len(missing), "names": names}
    raise ValidationError(f"{said} {advice}")
