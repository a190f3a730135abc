"""How many rows of an import came to what, and what the import will do of it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from snippets.models import ImportBatch, ImportRow

from .row_filters import Attention

Outcome, Decision = ImportRow.Outcome, ImportRow.Decision

DUPLICATE = Q(outcome=Outcome.DUPLICATE)
SAME = DUPLICATE & Q(decision=Decision.SAME)
NEEDS = {
    Attention.UNDECIDED: DUPLICATE & Q(decision=Decision.NONE),
    Attention.NOTED: Q(has_notes=True),
    Attention.CONFLICTS: Q(has_conflicts=True),
}
KEPT_BY_HAND = Q(has_conflicts=True, overwrites=False)
WILL_BE = {
    "added": Q(outcome=Outcome.NEW) | DUPLICATE & Q(decision=Decision.DIFFERENT),
    "changed": Q(outcome=Outcome.CHANGED),
    "joined": SAME & Q(same_as_row=None),
    "repeated": SAME & Q(same_as_row__isnull=False),
    "kept_by_hand": KEPT_BY_HAND,
    "undecided": NEEDS[Attention.UNDECIDED],
    "skipped": DUPLICATE & Q(decision=Decision.SKIP),
    "refused": Q(outcome=Outcome.REFUSED),
}


@dataclass(frozen=True)
class Totals:
    """The rows of an import, by outcome and by what will be done with them."""

    rows: int
    by_outcome: dict[str, int]
    by_need: dict[str, int]
    will_be: dict[str, int]

    @property
    def is_idle(self) -> bool:
        """Whether an import would write nothing."""
        writing = ("added", "changed", "joined", "repeated")
        return not any(self.will_be[name] for name in writing)

    @property
    def refused(self) -> int:
        return self.will_be["refused"]

    def said(self) -> list[str]:
        """Return as sentences what an import will do, and what it will leave out."""
        sentences = [say(name, n) for name, n in self.will_be.items() if n]
        return sentences or [_("No row of this list would change anything.")]


def count_rows(batch: ImportBatch) -> Totals:
    """Count the rows of an import; two queries."""
    outcomes = {name: Q(outcome=name) for name in Outcome.values}
    asked: dict[str, dict[Any, Q]] = {
        "outcome": outcomes,
        "need": NEEDS,
        "will": WILL_BE,
    }
    counts: dict[str, Any] = batch.rows.aggregate(
        Count("pk"),
        **{
            f"{kind}_{name}": Count("pk", filter=which)
            for kind, parts in asked.items()
            for name, which in parts.items()
        },
    )
    will_be = {name: counts[f"will_{name}"] for name in WILL_BE}
    will_be["changed"] -= count_idle(batch) if will_be["kept_by_hand"] else 0
    return Totals(
        rows=counts["pk__count"],
        by_outcome={name: counts[f"outcome_{name}"] for name in outcomes},
        by_need={name: counts[f"need_{name}"] for name in NEEDS},
        will_be=will_be,
    )


def count_idle(batch: ImportBatch) -> int:
    """Count changed rows that only differ from what stays as it was entered."""
    rows = batch.rows.filter(KEPT_BY_HAND, outcome=Outcome.CHANGED)
    return sum(
        all(change["is_by_hand"] for change in changes)
        for changes in rows.order_by().values_list("changes", flat=True)
    )


def say(name: str, n: int) -> str:
    """Return a sentence on what will be done with so many rows."""
    words = {
        "added": ngettext(
            "%(n)s new organisation will be added.",
            "%(n)s new organisations will be added.",
            n,
        ),
        "changed": ngettext(
            "%(n)s organisation will be changed.",
            "%(n)s organisations will be changed.",
            n,
        ),
        "joined": ngettext(
            "%(n)s row will be joined with the organisation you chose.",
            "%(n)s rows will be joined with the organisations you chose.",
            n,
        ),
        "repeated": ngettext(
            "%(n)s row repeats an earlier row and will be joined with it.",
            "%(n)s rows repeat earlier rows and will be joined with them.",
            n,
        ),
        "kept_by_hand": ngettext(
            "In %(n)s row what was entered by hand stays as it is.",
            "In %(n)s rows what was entered by hand stays as it is.",
            n,
        ),
        "undecided": ngettext(
            "%(n)s row is not decided and will be left out.",
            "%(n)s rows are not decided and will be left out.",
            n,
        ),
        "skipped": ngettext(
            "%(n)s row will be skipped, as you decided.",
            "%(n)s rows will be skipped, as you decided.",
            n,
        ),
        "refused": ngettext(
            "%(n)s row is refused; you will get it as a file to correct.",
            "%(n)s rows are refused; you will get them as a file to correct.",
            n,
        ),
    }
    return words[name] % {"n": n}
