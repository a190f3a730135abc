"""Tells what was found as the API says it."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest

from pages.api.links import api_url, public_url
from search.highlighting import Passage, Piece
from search.models import CatalogueEntry, Kind
from search.queries.asking import ALL_LANGUAGES, Asked, read_slugs, read_text
from search.queries.finding import Found, find
from search.queries.hits import Hit
from search.queries.jumping import jumps
from search.queries.missed import note_missed
from search.queries.promoting import find_promoted
from search.views.filters import filter_groups

from .schemas import SearchQuestion

Answer = dict[str, Any]

# What tells more of each kind but comments, and what that takes: a key, or a slug.
OPERATIONS = {
    Kind.CLAUSE: ("detail_clause", "uid"),
    Kind.TASK: ("detail_priority_task", "task_id"),
    Kind.PROGRAMME: ("detail_programme", "programme_id"),
    Kind.DRAFT: ("detail_draft", "draft_id"),
    Kind.MEETING: ("detail_meeting", "meeting_id"),
    Kind.ORGANISATION: ("detail_organisation", "slug"),
    Kind.DOCUMENT: ("detail_document", "document_id"),
    Kind.PAGE: ("detail_page", "page_id"),
}


def asked_of(question: SearchQuestion, language: str) -> Asked:
    """Return the question as the page of results asks it."""
    return Asked(
        text=read_text(question.q),
        language="" if question.locale == ALL_LANGUAGES else language,
        kinds=unique(kind.value for kind in question.kind),
        years=unique(question.year),
        areas=read_slugs(question.area),
        organisations=read_slugs(question.organisation),
        rulings=unique(ruling.value for ruling in question.ruling),
        is_by_date=question.sort == "date",
        is_exact=question.exact,
        home=language,
    )


def unique(values: Any) -> tuple[Any, ...]:
    """Return values in their order, each once."""
    return tuple(dict.fromkeys(values))


def answer(question: SearchQuestion, language: str, request: HttpRequest) -> Answer:
    """Return what was found; the number of queries does not grow with it."""
    asked = asked_of(question, language)
    start, end = question.offset, question.offset + question.limit
    found = Found(asked, "")
    if asked.text:
        found = find(asked, request, slice(start, end))
        if found.is_nothing and not start:
            note_missed(asked.text, language)
    listed = min(found.total, found.paged)
    is_first = bool(asked.text) and not start and not asked.is_filtered
    return {
        "q": asked.text,
        "locale": asked.language or None,
        "count": found.total,
        "listed": listed,
        "hits": [hit_of(hit, request) for hit in found.hits],
        "partly": [hit_of(hit, request) for hit in found.partly],
        "next_offset": end if end < listed else None,
        "hidden": found.hidden,
        "facets": facets_of(found),
        "correction": correction_of(found),
        "elsewhere": elsewhere_of(found),
        "promotions": promotions_of(asked, language, request) if is_first else [],
        "shortcuts": shortcuts_of(asked, request) if is_first else [],
    }


def hit_of(hit: Hit, request: HttpRequest) -> Answer:
    """Return one hit."""
    entry = hit.entry
    return {
        "kind": hit.kind,
        "kind_label": hit.kind_label,
        "id": entry.subject,
        "title": segments_of(hit.title),
        "passage": passage_of(hit.passage, hit.passage_label),
        "trail": [
            {"title": link.title, "url": public_url(request, link.url)}
            for link in hit.trail
        ],
        "notes": list(hit.notes),
        "url": public_url(request, hit.url),
        "api_url": api_url_of(entry, request),
        "locale": entry.language or None,
        "date": entry.date,
        "year": entry.year,
        "ruling": entry.ruling or None,
    }


def segments_of(pieces: Sequence[Piece]) -> list[Answer]:
    """Return pieces of a text."""
    return [{"text": piece.text, "match": piece.is_match} for piece in pieces]


def passage_of(passage: Passage | None, label: str) -> Answer | None:
    """Return the passage of a hit; `label` says in words where it stands."""
    if passage is None:
        return None
    return {
        "part": passage.label,
        "label": label,
        "segments": segments_of(passage.pieces),
        "is_cut_before": passage.is_cut_before,
        "is_cut_after": passage.is_cut_after,
    }


def api_url_of(entry: CatalogueEntry, request: HttpRequest) -> str | None:
    """Return where the API tells more of what an entry is of."""
    facts = entry.facts
    if entry.kind == Kind.COMMENT:
        place = {"year": facts["year"], "number": facts["number"]}
        return api_url(request, "detail_comment", **place)
    name, parameter = OPERATIONS[Kind(entry.kind)]
    key = facts["slug"] if entry.kind == Kind.ORGANISATION else entry.subject
    return api_url(request, name, **{parameter: key})


def facets_of(found: Found) -> list[Answer]:
    """Return the filters that have a choice to offer, as the page shows them."""
    return [
        {
            "name": group.name,
            "label": group.label,
            "values": [
                {
                    "value": choice.value,
                    "label": choice.label,
                    "count": choice.number,
                    "is_chosen": choice.is_ticked,
                }
                for choice in group.choices
            ],
        }
        for group in filter_groups(found)
    ]


def correction_of(found: Found) -> Answer | None:
    """Return for what the words were taken, where a word was mistyped."""
    if not found.asked.text or not found.is_corrected:
        return None
    return {"asked": found.asked.text, "used": found.text}


def elsewhere_of(found: Found) -> list[Answer]:
    """Return the other languages that have hits."""
    return [
        {"locale": one.language, "name": one.name, "count": one.number}
        for one in found.elsewhere
    ]


def promotions_of(asked: Asked, language: str, request: HttpRequest) -> list[Answer]:
    """Return what staff recommend for these words."""
    return [
        {
            "title": one.title,
            "url": public_url(request, one.url),
            "description": one.description,
        }
        for one in find_promoted(asked.text, language, request)
    ]


def shortcuts_of(asked: Asked, request: HttpRequest) -> list[Answer]:
    """Return what the words cite by its number."""
    return [
        {
            "title": one.title,
            "url": public_url(request, one.url),
            "hint": one.hint,
        }
        for one in jumps(asked.text, request)
    ]
