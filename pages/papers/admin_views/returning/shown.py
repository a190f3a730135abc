"""The rows of a table that came back as its preview prints them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.comments.models import PublicComment
from pages.papers.returning.comparing import Comparison
from pages.papers.returning.outcomes import Judged, Outcome
from pages.papers.returning.wording import word
from pages.programmes.redline import Segment, compare_words

# Longer lists of comments with the same answer are cut.
NAMED_AT_MOST = 8
ORDER = {outcome: place for place, outcome in enumerate(Outcome)}


@dataclass(frozen=True)
class ShownRow:
    """A row with its comment, and the words that come and go."""

    judged: Judged
    comment: PublicComment | None

    @property
    def outcome(self) -> Outcome:
        return self.judged.outcome

    @property
    def classname(self) -> str:
        """How the outcome is marked."""
        kind = "label" if self.outcome == Outcome.UNCHANGED else "primary"
        return f"w-status--{kind} returned-{self.outcome}"

    @property
    def notes(self) -> list[str]:
        return [word(note) for note in self.judged.notes]

    @property
    def ruling(self) -> tuple[Segment, ...]:
        """The rulings before and after, as segments of words."""
        before, after = self.judged.before, self.judged.after
        return compare_words(before.ruling_label, after.ruling_label)

    @property
    def reasons(self) -> tuple[Segment, ...]:
        return compare_words(self.judged.before.reasons, self.judged.after.reasons)

    @property
    def others(self) -> str:
        """The other comments that get the same answer."""
        codes = self.judged.others
        more = "…" if len(codes) > NAMED_AT_MOST else ""
        return ", ".join(codes[:NAMED_AT_MOST]) + more


@dataclass(frozen=True)
class Tab:
    """The rows of one outcome, or all of them."""

    name: str
    label: str
    count: int
    is_current: bool

    @property
    def url(self) -> str:
        return f"?show={self.name}" if self.name else "?"


def tabs_of(comparison: Comparison, current: str) -> list[Tab]:
    """Return a tab for all rows, and one for each outcome that there is."""
    counts = comparison.counts
    names = [("", pgettext("rows of a returned table", "All"), len(comparison.rows))]
    names += [(str(one), capfirst(str(one.label)), counts[one]) for one in Outcome]
    return [
        Tab(name, label, count, name == current)
        for name, label, count in names
        if count or not name
    ]


def rows_of(comparison: Comparison, current: str) -> list[Judged]:
    """Return the rows of a tab, what has to be seen to first."""
    rows = [one for one in comparison.rows if not current or one.outcome == current]
    return sorted(rows, key=lambda one: (ORDER[one.outcome], one.row.number))


def show_rows(rows: Sequence[Judged]) -> list[ShownRow]:
    """Return rows as they are printed: one query."""
    keys = [one.comment.pk for one in rows if one.comment]
    comments = PublicComment.objects.defer("words", "text").in_bulk(keys)
    return [
        ShownRow(one, comments.get(one.comment.pk) if one.comment else None)
        for one in rows
    ]


def said_of(comparison: Comparison) -> list[str]:
    """Return as sentences what taking the table in would do."""
    new = comparison.started
    words = [
        _("New answers: %(n)s.") % {"n": new},
        _("Changed drafts: %(n)s.") % {"n": len(comparison.changes) - new},
    ]
    if comparison.left_out:
        words.append(
            _("Comments of this consultation without a row, which stay: %(n)s.")
            % {"n": comparison.left_out}
        )
    return words
