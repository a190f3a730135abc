"""What is asked when text is pasted, and what was answered for each paragraph."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.safestring import mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput

from pages.programmes.changes import segments_html
from pages.programmes.clauses import ClauseNode
from pages.programmes.decisions import LONGEST_CLAUSE, Decision, Relation
from pages.programmes.matching import Paragraph, Proposal, split_paragraphs
from pages.programmes.models.clause import clause_label
from pages.programmes.redline import compare_words

MOST_BYTES = 1_000_000
MOST_PARAGRAPHS = 1_000
NEW, LEAVE_OUT = "new", "out"
RELATIONS = [
    (Relation.SAME, gettext_lazy("the same clause")),
    (Relation.SPLIT, gettext_lazy("split from it")),
    (Relation.MERGED, gettext_lazy("it is merged into this one")),
    (Relation.REPLACED, gettext_lazy("in place of it")),
]


def name_of(node: ClauseNode) -> str:
    """Return how a clause is cited, with its first words."""
    text = Truncator(node.text).chars(80)
    return f"{clause_label(node.kind, node.number)} {text}".strip() or node.uid


class PasteForm(forms.Form):
    """The pasted text and where it goes; `revision` is what it was read against."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        strip=False,
        widget=AdminAutoHeightTextInput(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "One clause a paragraph. Numbers and bullets in front are recognised and "
            "are not part of the text."
        ),
    )
    group = forms.ChoiceField(
        label=gettext_lazy("Where it goes"),
        required=False,
        help_text=gettext_lazy("The chapter, area or category that is pasted."),
    )
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, nodes: Sequence[ClauseNode], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        groups = [
            (node.uid, "\xa0\xa0\xa0" * node.depth + name_of(node))
            for node in nodes
            if node.is_heading
        ]
        fields: Any = self.fields
        fields["group"].choices = [("", _("The whole text")), *groups]
        self.paragraphs: list[Paragraph] = []

    def clean_text(self) -> str:
        """Split the text, unless it is too much."""
        text: str = self.cleaned_data["text"]
        if len(text.encode("utf-8", "replace")) > MOST_BYTES:
            raise ValidationError(_("The text is longer than 1 MB: paste it in parts."))
        self.paragraphs = split_paragraphs(text)
        if not self.paragraphs:
            raise ValidationError(_("There is no paragraph in the text."))
        if len(self.paragraphs) > MOST_PARAGRAPHS:
            message = _("The text has %(n)s paragraphs, at most %(most)s are taken.")
            values = {"n": len(self.paragraphs), "most": MOST_PARAGRAPHS}
            raise ValidationError(message % values)
        for number, paragraph in enumerate(self.paragraphs, 1):
            if len(paragraph.text) > LONGEST_CLAUSE:
                message = _("Paragraph %(n)s is longer than %(most)s characters.")
                raise ValidationError(message % {"n": number, "most": LONGEST_CLAUSE})
        return text


@dataclass
class Row:
    """One paragraph of the table: its candidates, and what a person chose."""

    number: int
    proposal: Proposal
    nodes: Mapping[str, ClauseNode]
    inside: Set[str] = frozenset()
    chosen: str = ""
    relation: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def paragraph(self) -> Paragraph:
        """What was pasted."""
        return self.proposal.paragraph

    @property
    def options(self) -> list[tuple[str, str]]:
        """What the paragraph may be, candidates with their score first."""
        candidates = [
            (c.uid, f"{int(c.score * 100)}% – {name_of(self.nodes[c.uid])}")
            for c in self.proposal.candidates
        ]
        listed = {NEW, LEAVE_OUT, "", *(uid for uid, _label in candidates)}
        if self.chosen not in listed:
            candidates.append((self.chosen, name_of(self.nodes[self.chosen])))
        return [*candidates, (NEW, _("new clause")), (LEAVE_OUT, _("leave out"))]

    @property
    def proposed(self) -> str:
        """What is proposed, in words."""
        best = self.proposal.best
        return name_of(self.nodes[best.uid]) if best else _("new clause")

    @property
    def percent(self) -> int | None:
        """The score of what is proposed; never rounded up to a hundred."""
        best = self.proposal.best
        return int(best.score * 100) if best else None

    @property
    def html(self) -> str:
        """What was pasted, with the words that differ from the clause proposed."""
        best = self.proposal.best
        if best is None or self.proposal.is_certain:
            return self.paragraph.text
        old = self.nodes[best.uid].text
        html = segments_html(compare_words(old, self.paragraph.text))
        # The admin's own name for what only screen readers say; the texts in it are
        # escaped already, quotation marks too.
        return mark_safe(html.replace('class="vh"', 'class="w-sr-only"'))  # noqa: S308

    @property
    def elsewhere(self) -> str:
        """Where the clause proposed stands, if it would move from there."""
        best = self.proposal.best
        if best is None or best.uid in self.inside:
            return ""
        holder = self.nodes.get(self.nodes[best.uid].parent)
        return name_of(holder) if holder else _("The whole text")

    @property
    def certain(self) -> str:
        """The uid of the clause that it is beyond doubt, and that does not move."""
        best = self.proposal.best
        is_certain = self.proposal.is_certain and not self.elsewhere
        return best.uid if best and is_certain else ""

    def read(self, data: Mapping[str, Any] | None) -> None:
        """Take what was sent; at first only what is beyond doubt is chosen."""
        if data is None:
            self.chosen = self.certain
            self.relation = Relation.SAME.value if self.chosen else ""
            return
        self.chosen = data.get(f"clause-{self.number}", "")
        self.relation = data.get(f"relation-{self.number}", "")
        if self.chosen not in {NEW, LEAVE_OUT} and self.chosen not in self.nodes:
            self.chosen = ""
            self.errors.append(_("Choose what the paragraph is."))
        elif self.chosen in self.nodes and self.relation not in set(Relation):
            self.errors.append(_("Choose what it is to the clause."))

    @property
    def decision(self) -> Decision | None:
        """What is to be done with it, None where it is left out."""
        if self.chosen == LEAVE_OUT:
            return None
        if self.chosen == NEW:
            return Decision(self.paragraph.text)
        return Decision(self.paragraph.text, self.chosen, Relation(self.relation))


@dataclass
class Leftover:
    """A clause that no paragraph surely is: it stays unless it is ticked."""

    node: ClauseNode
    is_removed: bool = False
    into: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """How it is cited."""
        return name_of(self.node)

    def read(self, data: Mapping[str, Any], ticked: set[str]) -> None:
        """Take what was sent."""
        self.into = data.get(f"into-{self.node.uid}", "").strip()
        self.is_removed = self.node.uid in ticked


class Table:
    """All paragraphs and leftovers, with what was sent of them, if anything was."""

    def __init__(
        self,
        proposals: Sequence[Proposal],
        nodes: Sequence[ClauseNode],
        inside: Sequence[ClauseNode],
        data: Any = None,
    ) -> None:
        by_uid = {node.uid: node for node in nodes}
        held = {node.uid for node in inside}
        self.rows = [Row(n, p, by_uid, held) for n, p in enumerate(proposals, 1)]
        certain = {row.certain for row in self.rows}
        self.leftovers = [
            Leftover(node)
            for node in inside
            if not node.is_heading and node.uid not in certain
        ]
        for row in self.rows:
            row.read(data)
        if data is not None:
            ticked = set(data.getlist("remove"))
            for leftover in self.leftovers:
                leftover.read(data, ticked)
        self.removed = self._removed()

    def _removed(self) -> dict[str, int | None]:
        """Return the clauses to take out, with the place of what each merges into."""
        kept = [row.number for row in self.rows if row.chosen != LEAVE_OUT]
        places = {str(number): place for place, number in enumerate(kept)}
        removed: dict[str, int | None] = {}
        for leftover in self.leftovers:
            if leftover.into and leftover.into not in places:
                leftover.errors.append(_("There is no such paragraph."))
            elif leftover.into or leftover.is_removed:
                removed[leftover.node.uid] = places.get(leftover.into)
        return removed

    def is_valid(self) -> bool:
        """Whether every paragraph is decided."""
        errors = [thing.errors for thing in self.rows]
        errors += [thing.errors for thing in self.leftovers]
        return not any(errors)

    @property
    def decided(self) -> list[tuple[Row, Decision]]:
        """The paragraphs that are not left out."""
        return [(row, d) for row in self.rows if (d := row.decision) is not None]

    @property
    def undecided(self) -> int:
        """How many paragraphs a person must still decide on."""
        return sum(not row.chosen for row in self.rows)
