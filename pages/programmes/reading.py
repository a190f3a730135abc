"""A draft as its reader sees it: labels, heading levels, authors, chapters."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import escape, format_html
from django.utils.translation import ngettext

from snippets.models import CityUnit, Organisation

from .clauses import ClauseKind, ClauseNode
from .commenting import VersionComments
from .models.clause import clause_label

# Size above which a draft is shown a chapter at a time, in characters of text; beyond
# it a page nears 60 KB compressed. The HTML around a clause packs to as much as 150
# characters of Polish do.
WHOLE_UP_TO = 80_000
CLAUSE_FRAME = 150
WHOLE = "all"


@dataclass(frozen=True)
class Author:
    """Who proposed a clause; `url` is empty for city units."""

    name: str
    url: str = ""

    def __html__(self) -> str:
        """The name, with its link; made once, however many clauses print it."""
        return self._html

    @cached_property
    def _html(self) -> str:
        if not self.url:
            return escape(self.name)
        return format_html('<a href="{}" lang="pl">{}</a>', self.url, self.name)


@dataclass(frozen=True)
class ClauseView:
    """A clause ready to print; `level` is that of its HTML heading, `tag`.

    `comment_url` is where it is commented on, empty while it is not; `comments` is how
    many there are to read.
    """

    node: ClauseNode
    label: str
    level: int
    url: str
    authors: tuple[Author, ...] = ()
    comment_url: str = ""
    comments: int = 0

    @property
    def tag(self) -> str:
        return f"h{self.level}"

    @property
    def anchor(self) -> str:
        return f"c-{self.node.uid}"

    @property
    def comments_label(self) -> str:
        """How many comments there are to read: „3 uwagi”."""
        n = self.comments
        return ngettext("%(n)s comment", "%(n)s comments", n) % {"n": n}

    @property
    def heading(self) -> str:
        """The text of a chapter, area or category with its number before it."""
        return f"{self.prefix}{self.node.text}"

    @property
    def prefix(self) -> str:
        """The number that stands before the text of a heading."""
        if self.node.kind is ClauseKind.AREA:
            return f"{self.node.number}. "
        return f"{self.label} " if self.label else ""


@dataclass(frozen=True)
class DraftReading:
    """The part of a draft that one page shows.

    `chapters` lists the headings of the contents: all chapters of a long draft,
    all chapters and areas of a short one. `chapter` is the chapter shown, None
    when the whole text is.
    """

    clauses: Sequence[ClauseView]
    contents: Sequence[ClauseView]
    is_long: bool = False
    chapter: ClauseView | None = None
    previous: ClauseView | None = None
    following: ClauseView | None = None


def read_draft(
    nodes: Sequence[ClauseNode],
    *,
    chapter: str = "",
    comments: VersionComments | None = None,
) -> DraftReading:
    """Return what to show of a draft: two queries, however many clauses.

    `chapter` is the uid of a top-level clause, or "all"; a long draft without
    it opens at its first chapter, a short one is always whole.
    """
    if not is_long(nodes):
        views = clause_views(nodes, comments)
        contents = [view for view in views if view.node.is_heading and view.label]
        return DraftReading(views, contents)
    tops = clause_views([node for node in nodes if node.depth == 0])
    if chapter == WHOLE:
        return DraftReading(clause_views(nodes, comments), tops, is_long=True)
    uids = [view.node.uid for view in tops]
    place = uids.index(chapter) if chapter in uids else 0
    return DraftReading(
        clause_views([node for node in nodes if node.chapter == uids[place]], comments),
        tops,
        is_long=True,
        chapter=tops[place],
        previous=tops[place - 1] if place else None,
        following=tops[place + 1] if place + 1 < len(tops) else None,
    )


def is_long(nodes: Iterable[ClauseNode]) -> bool:
    """Whether clauses are too much for one page."""
    return sum(len(node.text) + CLAUSE_FRAME for node in nodes) > WHOLE_UP_TO


def clause_views(
    nodes: Sequence[ClauseNode], comments: VersionComments | None = None
) -> list[ClauseView]:
    """Return the clauses with labels, authors, comments: two queries at most.

    Headings are commented on through the general form.
    """
    counts = comments.counts if comments else {}
    form_url = comments.form_url if comments else ""
    authors = load_authors(nodes)
    address = reverse("clause", args=["00000000-0000-0000-0000-000000000000"])
    prefix = address[: -len("00000000-0000-0000-0000-000000000000/")]
    return [
        ClauseView(
            node,
            label=clause_label(node.kind, node.number),
            level=min(node.depth + 2, 6),
            url=f"{prefix}{node.uid}/",
            authors=tuple(authors[key] for key in node.authors if key in authors),
            comment_url=(
                f"{form_url}?clause={node.uid}"
                if form_url and not node.is_heading
                else ""
            ),
            comments=counts.get(node.uid, 0),
        )
        for node in nodes
    ]


def load_authors(nodes: Iterable[ClauseNode]) -> dict[tuple[str, int], Author]:
    """Return the authors of clauses by block type and primary key."""
    keys: dict[str, set[int]] = defaultdict(set)
    for node in nodes:
        for kind, pk in node.authors:
            keys[kind].add(pk)
    authors: dict[tuple[str, int], Author] = {}
    if keys["unit"]:
        for unit in CityUnit.objects.filter(pk__in=keys["unit"]):
            authors["unit", unit.pk] = Author(unit.localized_name)
    if keys["organisation"]:
        organisations = Organisation.objects.filter(pk__in=keys["organisation"])
        for organisation in organisations.only("name", "slug"):
            authors["organisation", organisation.pk] = Author(
                organisation.name, organisation.url
            )
    return authors
