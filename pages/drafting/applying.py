"""Makes the next version of a draft from the agreed amendments."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from pages.programmes.clauses import ClauseNode, RawBlock, read_clauses
from pages.programmes.models import Clause, ProgrammeDraftPage
from pages.programmes.models.clause import clause_label
from pages.programmes.redline import Redline, compare
from pages.programmes.versions import next_version

from .editing import ConflictError, Outcome, Problem, apply_edits
from .gate import needs_reason
from .models import Amendment, AmendmentStatus, ChangeReason, ReasonKind


@dataclass(frozen=True)
class Application:
    """What a draft becomes when the agreed amendments are applied to it."""

    base: ProgrammeDraftPage
    amendments: Sequence[Amendment]
    outcome: Outcome

    @cached_property
    def nodes(self) -> list[ClauseNode]:
        """The clauses of the new text."""
        return read_clauses(self.outcome.body)

    @cached_property
    def redline(self) -> Redline:
        """The changes from the base to the new text."""
        return compare(self.base.clauses, self.nodes)

    @property
    def conflicts(self) -> list[str]:
        """Say of each amendment that does not fit why it does not."""
        by_pk = {amendment.pk: amendment for amendment in self.amendments}
        labels = clause_labels(self.base.clauses)
        return [
            conflict_message(by_pk[conflict.edit.key], conflict, labels)
            for conflict in self.outcome.conflicts
        ]

    @property
    def can_apply(self) -> bool:
        """Whether there is something to apply and all of it fits."""
        return bool(self.amendments) and not self.outcome.conflicts

    @property
    def digest(self) -> str:
        """A digest of what was shown, so that nothing else is applied."""
        shown = [[a.pk for a in self.amendments], self.outcome.body]
        text = json.dumps(shown, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()

    @cached_property
    def reasons(self) -> Mapping[str, Sequence[Amendment]]:
        """The amendments behind each change, by uid.

        What is added or removed inside a clause that an amendment touches, and what
        it holds, has that amendment for its reason.
        """
        by_uid: dict[str, list[Amendment]] = {}
        for amendment in self.amendments:
            for uid in self.outcome.touched.get(amendment.pk, ()):
                by_uid.setdefault(uid, []).append(amendment)
        return by_uid


def prepare(base: ProgrammeDraftPage) -> Application:
    """Apply the programme's agreed amendments to a copy of a version's text."""
    amendments = list(
        Amendment.objects.filter(programme=base.get_parent().pk)
        .to_apply()
        .select_related("programme")
        .prefetch_related("organisations", "units")
    )
    body: list[RawBlock] = base.body.get_prep_value() if base.body else []
    edits = (amendment.as_edit() for amendment in amendments)
    return Application(base, amendments, apply_edits(body, edits))


def make_version(
    application: Application, *, user: Any, **values: Any
) -> ProgrammeDraftPage:
    """Save the new version, mark each amendment and note it as the reason.

    All or nothing. `values` are what `next_version` takes: number, date, label.
    """
    if not application.can_apply:
        raise ValueError("Nothing to apply, or something does not fit.")
    with transaction.atomic():
        draft = next_version(
            application.base, user=user, body=application.outcome.body, **values
        )
        record(application, draft, user)
    return draft


def record(
    application: Application, draft: ProgrammeDraftPage, user: Any = None
) -> None:
    """Mark the amendments as applied in a version, and as its reasons."""
    note_reasons(application, draft, user)
    for amendment in application.amendments:
        touched = application.outcome.touched[amendment.pk]
        amendment.status = AmendmentStatus.APPLIED
        amendment.applied_in = draft
        if amendment.clause_id is None:
            amendment.clause = Clause.objects.get_or_create(uid=touched[0])[0]
        amendment.save()


def note_reasons(
    application: Application, draft: ProgrammeDraftPage, user: Any
) -> None:
    """Note the amendments as the reasons of the changes that they made."""
    changed = {d.uid for d in application.redline.clauses if needs_reason(d)}
    uids = [uid for uid in application.reasons if uid in changed]
    Clause.objects.bulk_create([Clause(uid=uid) for uid in uids], ignore_conflicts=True)
    ChangeReason.objects.bulk_create(
        ChangeReason(
            draft=draft,
            clause_id=uid,
            kind=ReasonKind.AMENDMENT,
            amendment=amendment,
            created_by=user,
        )
        for uid in uids
        for amendment in application.reasons[uid]
    )


def clause_labels(nodes: Sequence[ClauseNode]) -> dict[str, str]:
    """Return how clauses are cited, by uid."""
    return {
        node.uid: clause_label(node.kind, node.number) or node.text for node in nodes
    }


def conflict_message(
    amendment: Amendment, conflict: ConflictError, labels: Mapping[str, str]
) -> str:
    """Say why an amendment does not fit the version, naming the clause."""
    messages = {
        Problem.NO_TARGET: _("The version has no clause %(clause)s."),
        Problem.NO_PLACE: _("There is no such place for %(clause)s in the version."),
        Problem.NO_TEXT: _("It would leave %(clause)s without a text."),
        Problem.NOT_FOUND: _("“%(words)s” is not in %(clause)s."),
        Problem.AMBIGUOUS: _("“%(words)s” is in %(clause)s more than once."),
        Problem.HAS_CLAUSES: _("%(clause)s still holds other clauses."),
        Problem.ALREADY_THERE: _("The version has %(clause)s already."),
        Problem.BAD_ARRANGEMENT: _(
            "The categories of %(clause)s cannot be read, or name a clause that is "
            "not there: %(words)s"
        ),
    }
    uid = conflict.edit.clause
    clause = labels.get(uid) or (str(amendment.clause) if amendment.clause_id else "–")
    reason = messages[conflict.problem] % {"clause": clause, "words": conflict.words}
    return f"{amendment.code}: {reason}"
