"""The changes between two versions as their reader sees them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from wagtail.models import Page

from pages.base.templatetags.participation import bound
from pages.base.visibility import visible

from .commenting import VersionComments
from .models.clause import clause_label
from .reading import WHOLE, ClauseView, clause_views, is_long
from .reasons import Reason, read_reasons
from .redline import ClauseDiff, Counts, Redline, Segment, SegmentKind, compare

if TYPE_CHECKING:
    from .models import ProgrammeDraftPage

ONLY_CHANGES = "changes"
_COMPARE = re.compile(r"(?:(?P<year>\d{4})-)?(?P<number>\d{1,4})")


@dataclass(frozen=True)
class Other:
    """A version to compare with; `key` is its number, „2013-4” in another year."""

    key: str
    title: str
    page: "ProgrammeDraftPage"
    year: int | None = None


@dataclass(frozen=True)
class ChangeView:
    """A clause with its difference, ready to print."""

    diff: ClauseDiff
    view: ClauseView
    reasons: Sequence[Reason] = ()

    @property
    def tags(self) -> list[str]:
        """What happened to the clause, in words."""
        diff = self.diff
        said = [
            (diff.is_added, _("new")),
            (diff.is_removed, _("removed")),
            (diff.is_changed, _("changed")),
            (diff.is_moved, _("moved")),
        ]
        return [str(word) for holds, word in said if holds]

    @property
    def label_before(self) -> str:
        """The citation that the clause had, where it has another now."""
        old = self.diff.old
        if old is None or not self.diff.is_renumbered:
            return ""
        return clause_label(old.kind, old.number)

    @cached_property
    def html(self) -> SafeString:
        """The text with what came and what went."""
        return segments_html(self.diff.segments)

    @cached_property
    def introduction(self) -> SafeString:
        """The introduction of a heading with what came and what went."""
        return segments_html(self.diff.introduction)


@dataclass(frozen=True)
class ChangesReading:
    """What one page of changes shows; `firsts` lead to the first of each sort."""

    other: Other | None
    others: Sequence[Other] = ()
    changes: Sequence[ChangeView] = ()
    contents: Sequence[ClauseView] = ()
    counts: Counts = field(default_factory=Counts)
    firsts: Mapping[str, str] = field(default_factory=dict)
    is_long: bool = False
    chapter: str = ""
    only_changes: bool = False

    @property
    def here(self) -> str:
        """The query of this view without a chapter."""
        only = f"&only={ONLY_CHANGES}" if self.only_changes else ""
        return f"?view=changes&compare={self.other.key}{only}" if self.other else ""


def read_changes(
    draft: "ProgrammeDraftPage",
    siblings: Sequence["ProgrammeDraftPage"],
    request: HttpRequest,
    comments: VersionComments | None = None,
) -> ChangesReading:
    """Return the changes of a version; the number of queries is fixed.

    `siblings` are the visible versions of the programme. Raises Http404 where the
    version to compare with does not exist.
    """
    others = find_others(draft, siblings)
    other = choose(draft, others, request.GET.get("compare", ""))
    if other is None:
        return ChangesReading(None, others)
    base = type(draft).objects.get(pk=other.page.pk)
    redline = compare(base.clauses, draft.clauses)
    only = request.GET.get("only") == ONLY_CHANGES
    diffs = list(changed_parts(redline) if only else redline.clauses)
    tops = [diff for diff in diffs if diff.node.depth == 0]
    long = is_long([diff.node for diff in diffs]) and len(tops) > 1
    chapter = request.GET.get("chapter", "")
    if long and chapter != WHOLE:
        uids = [diff.uid for diff in tops]
        chapter = chapter if chapter in uids else uids[0]
        diffs = [diff for diff in diffs if diff.node.chapter == chapter]
    first, last = sorted((base.number, draft.number))
    between = [page for page in siblings if first < page.number <= last]
    reasons = read_reasons(between if other.year is None else [draft], request)
    views = clause_views([diff.node for diff in diffs], comments)
    return ChangesReading(
        other,
        others,
        changes=[
            ChangeView(diff, view, reasons.get(diff.uid, ()) if diff.has_change else ())
            for diff, view in zip(diffs, views, strict=True)
        ],
        contents=clause_views([diff.node for diff in tops]) if long else (),
        counts=redline.counts,
        firsts=first_of_each(redline, chapters=long),
        is_long=long,
        chapter=chapter if long else "",
        only_changes=only,
    )


def find_others(
    draft: "ProgrammeDraftPage", siblings: Sequence["ProgrammeDraftPage"]
) -> list[Other]:
    """Return all versions to compare with: of the programme, then of other years."""
    own = [Other(str(v.number), v.title, v) for v in siblings if v.pk != draft.pk]
    programme = draft.get_parent()
    years = dict(
        visible(Page.objects.sibling_of(programme, inclusive=False))
        .filter(programmes_programmepage__isnull=False)
        .values_list("path", "programmes_programmepage__year")
    )
    if not years:
        return own
    elsewhere = visible(type(draft).objects.descendant_of(programme.get_parent()))
    elsewhere = elsewhere.only("title", "number", "path", "depth", "date")
    return own + [
        Other(f"{year}-{page.number}", f"{year}: {page.title}", page, year)
        for page in elsewhere.order_by("-path")
        if (year := years.get(page.path[: -page.steplen]))
    ]


def choose(
    draft: "ProgrammeDraftPage", others: Sequence[Other], wanted: str
) -> Other | None:
    """Return the version asked for, else the one the draft is based on."""
    if wanted == str(draft.number):
        return Other(wanted, draft.title, draft)
    if wanted:
        match = _COMPARE.fullmatch(wanted)
        found = match and [other for other in others if other.key == wanted]
        if not found:
            raise Http404(_("There is no such version."))
        return found[0]
    own = [other for other in others if other.year is None]
    based_on = [other for other in others if is_base(draft, other.page)]
    older = [other for other in own if other.page.number < draft.number]
    older.sort(key=lambda other: other.page.number)
    found_own = based_on or older[-1:]
    return found_own[0] if found_own else None


def is_base(draft: "ProgrammeDraftPage", page: "ProgrammeDraftPage") -> bool:
    """Whether a version is the one that the draft, or its source, was made from."""
    base = draft.based_on
    return bool(base and base.translation_key == page.translation_key)


def changed_parts(redline: Redline) -> Iterable[ClauseDiff]:
    """Yield what changed, and the headings that it stands under."""
    by_uid = {diff.uid: diff for diff in redline.clauses}
    shown: set[str] = set()
    for diff in redline.clauses:
        if diff.has_change:
            uid = diff.uid
            while uid and uid not in shown:
                shown.add(uid)
                uid = by_uid[uid].node.parent if uid in by_uid else ""
    return (diff for diff in redline.clauses if diff.uid in shown)


def first_of_each(redline: Redline, *, chapters: bool) -> dict[str, str]:
    """Return addresses of the first added, removed, changed, moved, renumbered."""
    firsts: dict[str, str] = {}
    for diff in redline.clauses:
        for sort in ("added", "removed", "changed", "moved", "renumbered"):
            if sort not in firsts and getattr(diff, f"is_{sort}"):
                query = f"&chapter={diff.node.chapter}" if chapters else ""
                firsts[sort] = f"{query}#c-{diff.uid}"
    return firsts


def segments_html(segments: Iterable[Segment]) -> SafeString:
    """Return segments as HTML; screen readers are told what came and what went."""
    came, went = escape(_("[added: ")), escape(_("[removed: "))
    parts = []
    gap = ""
    for segment in segments:
        text = gap + bound(escape(segment.text)).replace("\n", "<br>")
        if segment.kind is SegmentKind.INSERT:
            text = _marked("ins", came, text)
        elif segment.kind is SegmentKind.DELETE:
            text = _marked("del", went, text)
        parts.append(text)
        # The space before words that went is theirs: the new text ends before it.
        old, new = segment.old, segment.new
        is_cut = bool(new) and old[-1:].isspace() and not new[-1:].isspace()
        gap = " " if is_cut else ""
    return mark_safe("".join(parts))  # noqa: S308 - every text is escaped above


def _marked(tag: str, hidden: str, text: str) -> str:
    """Return text in an element; the space it ends with stays outside."""
    inner = text.rstrip()
    return (
        f'<{tag}><span class="vh">{hidden}</span>{inner}<span class="vh">]</span>'
        f"</{tag}>{text[len(inner) :]}"
    )
