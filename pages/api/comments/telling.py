"""Tells comments as everybody may read them, and no more of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from pages.api.citing import cited_clause
from pages.comments.models import CERTAIN, PublicComment
from pages.comments.public.reading import hidden_because, place_of, status_of
from pages.comments.public.versions import Version, find_versions
from pages.comments.states import State

from .answers import Answered, find_answers, tell_answers
from .linking import author_link, clause_of, comment_link, version_link

Answer = dict[str, Any]

# What a stub says; kind, author and words stay behind.
_UNTOLD: Answer = {
    "is_late": False,
    "citation": "",
    "kind": None,
    "kind_label": "",
    "author": None,
    "locale": None,
    "text": "",
    "proposed_wording": "",
    "justification": "",
    "same_as": None,
    "answer": None,
    "earlier_answers": [],
}


@dataclass(frozen=True)
class Around:
    """What some comments are told with, read for all of them at once."""

    request: HttpRequest
    answered: Answered
    versions: Mapping[Any, Version]
    firsts: Mapping[int, PublicComment]


def tell_comments(
    request: HttpRequest, comments: Sequence[PublicComment]
) -> list[Answer]:
    """Return listed comments; six queries at most, however many there are."""
    around = read_around(request, comments)
    return [tell_comment(comment, around) for comment in comments]


def tell_whole(request: HttpRequest, comment: PublicComment) -> Answer:
    """Return one comment, with where it stands in later versions."""
    rows = comment.placements.filter(kind__in=CERTAIN).order_by("draft__number")
    clauses = dict(rows.values_list("draft__translation_key", "clause"))
    around = read_around(request, [comment], clauses)
    return {
        **tell_comment(comment, around),
        "quoted": comment.quoted if comment.is_visible else "",
        "also_in": [
            {
                "version": version_link(request, version),
                "clause": cited_clause(
                    request,
                    uid,
                    "",
                    f"{version.comments_url}&clause={uid}#u-{comment.number}",
                ),
            }
            for key, uid in clauses.items()
            if (version := around.versions.get(key))
        ],
    }


def read_around(
    request: HttpRequest, comments: Sequence[PublicComment], others: Iterable[Any] = ()
) -> Around:
    """Read what comments name; `others` are keys of more versions."""
    shown = [comment for comment in comments if comment.is_visible]
    answered = find_answers([comment.pk for comment in shown])
    keys = {comment.consultation.draft.translation_key for comment in comments}
    versions = find_versions(keys | answered.versions | set(others), request)
    return Around(request, answered, versions, find_firsts(shown))


def find_firsts(comments: Iterable[PublicComment]) -> dict[int, PublicComment]:
    """Return the comments that others repeat by primary key: one query."""
    pks = {c.duplicate_of_id for c in comments if c.duplicate_of_id}
    if not pks:
        return {}
    firsts = PublicComment.objects.listed().filter(pk__in=pks)
    return {first.pk: first for first in firsts.only("year", "number")}


def tell_comment(comment: PublicComment, around: Around) -> Answer:
    """Return one comment, or the stub of one that is hidden or withdrawn."""
    request = around.request
    version = around.versions.get(comment.consultation.draft.translation_key)
    stub: Answer = {
        **comment_link(request, comment),
        "state": comment.state,
        "status": status_of(comment.state),
        "received_at": comment.received_at,
        "is_shown": comment.is_visible,
        "hidden_because": "",
        "hiding_note": "",
        "version": version_link(request, version),
        "clause": clause_of(request, comment, version),
        "place": place_of(comment),
        **_UNTOLD,
    }
    if not comment.is_visible:
        is_hidden = comment.state == State.HIDDEN
        stub["hidden_because"] = hidden_because(comment)
        stub["hiding_note"] = comment.hiding_note if is_hidden else ""
        return stub
    return {**stub, **tell_words(comment, around)}


def tell_words(comment: PublicComment, around: Around) -> Answer:
    """Return what a published comment says, and what the office answered."""
    request = around.request
    answers = tell_answers(request, comment.pk, around.answered, around.versions)
    current = answers["answer"]
    first = around.firsts.get(comment.duplicate_of_id or 0)
    return {
        "state": "answered" if current else "waiting",
        "status": status_of(comment.state, current["ruling_label"] if current else ""),
        "is_late": comment.is_late,
        "kind": comment.kind,
        "kind_label": str(comment.get_kind_display()),
        "author": author_link(request, comment),
        "locale": comment.language,
        "text": comment.text,
        "proposed_wording": comment.proposed_wording,
        "justification": comment.justification,
        "citation": "" if comment.clause_id else comment.citation,
        "same_as": first and comment_link(request, first),
        **answers,
    }
