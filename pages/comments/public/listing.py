"""The list of the comments on a version: filtered, paged, by clause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.programmes.clauses import ClauseNode
from pages.programmes.models.clause import clause_label

from .excerpts import cut
from .filtering import Choices, CommentFilterForm, narrow
from .places import Part, Standing, on_version
from .reading import CommentView, read_comments
from .shortening import shorten

ON_A_PAGE = 50
# So many characters of comments and answers, the markup of fifty and the choice
# among three hundred clauses stay below 60 KB compressed.
ROOM = 45_000
LONGEST_CLAUSE = 200
LONGEST_OPTION = 40


@dataclass(frozen=True)
class CommentGroup:
    """The comments on one clause; the whole version and the rest have no text."""

    title: str
    anchor: str
    comments: Sequence[CommentView]
    text: str = ""
    url: str = ""


@dataclass(frozen=True)
class Listing:
    """A page of the list; `query` are the filters for links to other pages."""

    form: CommentFilterForm
    groups: Sequence[CommentGroup]
    page: Page
    query: str
    shown: int
    not_shown: int
    is_filtered: bool = False


def read_listing(
    draft: Any, standings: Sequence[Standing], request: HttpRequest
) -> Listing:
    """Return the page of the list that is asked for; the number of queries is fixed."""
    nodes = {node.uid: node for node in draft.clauses}
    asked = request.GET.get("clause", "")
    uids = {s.clause for s in standings if s.clause} | {asked}
    form = CommentFilterForm(request.GET, clause_choices(draft.clauses, uids))
    chosen = form.chosen
    wanted = filter_standings(standings, chosen, draft)
    page = Paginator(wanted, ON_A_PAGE).get_page(request.GET.get("page"))
    standing = list(page.object_list)
    views = read_comments([s.pk for s in standing], request, here=draft.translation_key)
    by_anchor = {view.anchor: view for view in shorten(views, ROOM)}
    rows = [(s, by_anchor[f"u-{s.number}"]) for s in standing]
    shown = sum(s.is_shown for s in wanted)
    return Listing(
        form=form,
        groups=group(rows, nodes, draft.get_url(request) or ""),
        page=page,
        query=urlencode({"view": "comments", **chosen}),
        shown=shown,
        not_shown=len(wanted) - shown,
        is_filtered=bool(chosen),
    )


def filter_standings(
    standings: Sequence[Standing], chosen: dict[str, str], draft: Any
) -> list[Standing]:
    """Return the comments that the reader asks for: one query with filters."""
    clause = chosen.get("clause")
    found = [s for s in standings if not clause or s.clause == clause]
    if set(chosen) - {"clause"}:
        comments = narrow(on_version(draft.translation_key), chosen)
        pks = set(comments.values_list("pk", flat=True))
        found = [s for s in found if s.pk in pks]
    return found


def group(
    rows: Iterable[tuple[Standing, CommentView]],
    nodes: dict[str, ClauseNode],
    draft_url: str,
) -> list[CommentGroup]:
    """Return comments by what they are about, in the order of the text."""
    groups = []
    for (part, uid), members in groupby(rows, key=lambda r: (r[0].part, r[0].clause)):
        comments = [view for _standing, view in members]
        if part == Part.CLAUSE:
            groups.append(clause_group(nodes[uid], comments, draft_url))
            continue
        title = _("On the whole version")
        if part == Part.ELSEWHERE:
            title = _("On earlier versions, without a certain place in this one")
        groups.append(CommentGroup(title, f"part-{part}", comments))
    return groups


def clause_group(
    node: ClauseNode, comments: Sequence[CommentView], draft_url: str
) -> CommentGroup:
    """Return the comments on one clause, with its text."""
    return CommentGroup(
        option(node),
        f"c-{node.uid}",
        comments,
        text=cut(node.text, LONGEST_CLAUSE),
        url=f"{draft_url}?chapter={node.chapter}#c-{node.uid}",
    )


def clause_choices(nodes: Sequence[ClauseNode], uids: set[str]) -> Choices:
    """Return the clauses to choose from, under the chapters they are in."""
    by_uid = {node.uid: node for node in nodes}
    choices: list[tuple[str, Any]] = []
    for uid, members in groupby(nodes, key=lambda node: node.chapter):
        options = [(node.uid, option(node)) for node in members if node.uid in uids]
        if by_uid[uid].is_heading and options:
            choices.append((heading(by_uid[uid]), options))
        else:
            choices.extend(options)
    return choices


def heading(node: ClauseNode) -> str:
    """Return a chapter as the heading of its clauses."""
    words = cut(node.text, LONGEST_OPTION)
    return f"{clause_label(node.kind, node.number)} {words}".strip()


def option(node: ClauseNode) -> str:
    """Return a clause as a line of a list: its citation, else its first words."""
    return clause_label(node.kind, node.number) or cut(node.text, LONGEST_OPTION)
