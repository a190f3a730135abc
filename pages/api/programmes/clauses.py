"""The clauses of a version as rows of the API."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import HttpRequest

from pages.api.things import link_thing
from pages.programmes.clauses import ClauseKind, ClauseNode
from pages.programmes.models.clause import clause_label
from snippets.models import CityUnit, Organisation, PriorityArea

from .linking import ClauseAddresses, Row, written_in

Authors = Mapping[tuple[str, int], Row]


def clause_rows(
    nodes: Sequence[ClauseNode],
    request: HttpRequest,
    draft: Any,
    comments: Mapping[str, int],
) -> list[Row]:
    """Return clauses of a version in the active language: three queries at most.

    `comments` says how many there are on each clause, by uid.
    """
    areas = area_links(request, {node.area for node in nodes if node.area})
    authors = author_links(request, {key for node in nodes for key in node.authors})
    addresses = ClauseAddresses(request, written_in(request, draft))
    return [
        {
            **node_row(node, authors),
            **addresses.of(node.uid),
            "area": areas.get(node.area or 0),
            "comments_count": comments.get(node.uid, 0),
        }
        for node in nodes
    ]


def node_row(node: ClauseNode, authors: Authors) -> Row:
    """Return what a clause says, with what only clauses of its kind have."""
    row: Row = {
        "uid": node.uid,
        "kind": node.kind.value,
        "number": node.number or None,
        "label": clause_label(node.kind, node.number) or None,
        "text": node.text,
        "depth": node.depth,
        "parent": node.parent or None,
        "chapter": node.chapter,
    }
    if node.kind is ClauseKind.CHAPTER:
        row["introduction"] = node.introduction or None
    if node.kind is ClauseKind.GOAL:
        row["is_main"] = node.is_main_goal
    if not node.is_heading:
        row["authors"] = [authors[key] for key in node.authors if key in authors]
        row["note"] = node.note or None
    return row


def area_links(request: HttpRequest, pks: Iterable[int]) -> dict[int, Row]:
    """Return the `ThingLink`s of priority areas by key: one query."""
    areas = PriorityArea.objects.in_bulk(pks) if pks else {}
    return {pk: link_thing(request, area) for pk, area in areas.items()}


def author_links(request: HttpRequest, keys: Iterable[tuple[str, int]]) -> Authors:
    """Return the `ThingLink`s of who proposed clauses: two queries."""
    units = [pk for kind, pk in keys if kind == "unit"]
    organisations = [pk for kind, pk in keys if kind == "organisation"]
    found: dict[tuple[str, int], Any] = {}
    if units:
        for unit in CityUnit.objects.filter(pk__in=units):
            found["unit", unit.pk] = unit
    if organisations:
        rows = Organisation.objects.filter(pk__in=organisations)
        fields = ("name", "slug", "merged_into__name", "merged_into__slug")
        for row in rows.select_related("merged_into").only(*fields):
            found["organisation", row.pk] = row
    return {key: link_thing(request, thing) for key, thing in found.items()}
