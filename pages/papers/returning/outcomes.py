"""What a row of a table that came back leads to; nothing of it is written yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import pgettext_lazy

from pages.comments.models import AnswerState, Ruling
from pages.comments.states import State
from snippets.models import Note

from .reading import ReadRow


class Outcome(models.TextChoices):
    """What becomes of a row; the first two keep the whole table from being taken in."""

    PROBLEM = "problem", pgettext_lazy("outcome of a returned row", "problem")
    CONFLICT = (
        "conflict",
        pgettext_lazy("outcome of a returned row", "changed meanwhile"),
    )
    NEW = "new", pgettext_lazy("outcome of a returned row", "new answer")
    CHANGED = "changed", pgettext_lazy("outcome of a returned row", "changed draft")
    UNCHANGED = "unchanged", pgettext_lazy("outcome of a returned row", "nothing new")


WRITTEN = (Outcome.NEW, Outcome.CHANGED)


@dataclass(frozen=True, slots=True)
class Words:
    """What an answer says: its ruling, or none, and its reasons."""

    ruling: str = ""
    reasons: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said."""
        return not self.ruling and not self.reasons

    @property
    def ruling_label(self) -> str:
        """The ruling in the active language."""
        return str(Ruling(self.ruling).label) if self.ruling else ""


@dataclass(frozen=True, slots=True)
class KnownComment:
    """A comment as a row is compared with it; answers by primary key."""

    pk: int
    code: str
    state: State
    head: int
    digest: str = ""
    open: int | None = None
    published: int | None = None

    @property
    def group(self) -> tuple[str, int]:
        """What is answered at once: an answer's comments, else those that say alike."""
        if self.open:
            return "answer", self.open
        if self.published:
            return "answer", self.published
        return "head", self.head


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """An answer that is there: what it says, and which comments it covers."""

    pk: int
    state: AnswerState
    words: Words
    codes: Sequence[str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the database has of a consultation when a table is judged.

    `comments` are those registered, and their duplicates in other consultations;
    `own` are the keys of the first, which a whole table has a row of each. The rows
    with numbers in `untouched` say what they said when the table was taken.
    """

    comments: Mapping[int, KnownComment]
    answers: Mapping[int, KnownAnswer]
    own: frozenset[int]
    untouched: frozenset[int] = frozenset()


@dataclass(slots=True)
class Judged:
    """A row with what it leads to; `before` is what the database says now.

    `answer` is the one that is changed; `members` are the comments of a new one.
    """

    row: ReadRow
    comment: KnownComment | None = None
    words: Words = field(default_factory=Words)
    outcome: Outcome = Outcome.UNCHANGED
    before: Words = field(default_factory=Words)
    after: Words = field(default_factory=Words)
    answer: int | None = None
    members: tuple[int, ...] = ()
    others: tuple[str, ...] = ()
    notes: list[Note] = field(default_factory=list)

    def refuse(self, code: str, **params: object) -> None:
        """Say what is wrong with the row."""
        self.outcome = Outcome.PROBLEM
        self.notes.append(Note(code, params=params))
