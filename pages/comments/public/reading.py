"""Comments as everybody may read them: no more of each than is public."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from pages.base.frame import Link
from pages.comments.models import HidingReason, OnBehalf, PublicComment
from pages.comments.states import STUBS, State
from pages.programmes.models.clause import clause_label

from .answers import Answers, read_answers
from .excerpts import cut, foreign
from .versions import Version, find_versions

# What a view is made of; name and e-mail stay behind but for a name to be shown.
PUBLIC_FIELDS = (
    *("number", "year", "state", "hiding_reason", "hiding_note", "received_at"),
    "published_at",
    *("is_late", "kind", "clause", "clause_kind", "clause_number", "citation"),
    *("quoted", "text", "proposed_wording", "justification", "language"),
    "duplicate_of",
    *("on_behalf", "organisation__name", "organisation__slug", "organisation_name"),
    *("name", "name_is_public", "consultation__draft__translation_key"),
)


@dataclass(frozen=True)
class CommentView:
    """A comment ready to print; of a hidden or withdrawn one only that it was there.

    `status` says in a word or two what became of it, `place` what it is about as its
    version cites it, `citation` as its author does where that is no clause. `version`
    is set where another one is being read.
    """

    code: str
    url: str
    anchor: str
    date: datetime.datetime
    status: str
    is_shown: bool = False
    is_late: bool = False
    hidden_because: str = ""
    note: str = ""
    kind: str = ""
    author: Link | None = None
    language: str = ""
    text: str = ""
    proposed_wording: str = ""
    justification: str = ""
    is_cut: bool = False
    place: str = ""
    citation: str = ""
    version: Version | None = None
    first: Link | None = None
    answers: Answers = field(default_factory=Answers)
    office_language: str = ""


def read_comments(
    pks: Sequence[int],
    request: HttpRequest,
    *,
    here: Any = None,
) -> list[CommentView]:
    """Return listed comments in the order of `pks`; the number of queries is fixed.

    `here` is the translation key of the version being read, None outside of one.
    """
    found = PublicComment.objects.listed().filter(pk__in=pks)
    by_pk = {
        comment.pk: comment
        for comment in found.select_related("organisation", "consultation__draft").only(
            *PUBLIC_FIELDS
        )
    }
    comments = [by_pk[pk] for pk in pks if pk in by_pk]
    shown = [comment for comment in comments if comment.is_visible]
    answers = read_answers([c.pk for c in shown], request)
    firsts = find_firsts(shown)
    keys = {comment.consultation.draft.translation_key for comment in comments}
    versions = find_versions(keys - {here}, request)
    return [comment_view(comment, answers, firsts, versions) for comment in comments]


def find_firsts(comments: Iterable[PublicComment]) -> dict[int, Link]:
    """Return links to the comments that others repeat, by primary key: one query."""
    pks = {c.duplicate_of_id for c in comments if c.duplicate_of_id}
    if not pks:
        return {}
    firsts = PublicComment.objects.listed().filter(pk__in=pks)
    return {
        first.pk: Link(first.code, first.url) for first in firsts.only("year", "number")
    }


def comment_view(
    comment: PublicComment,
    answers: Mapping[int, Answers],
    firsts: Mapping[int, Link],
    versions: Mapping[Any, Version],
) -> CommentView:
    """Return one comment, or the stub of one that is hidden or withdrawn."""
    stub = CommentView(
        code=comment.code,
        url=comment.url,
        anchor=f"u-{comment.number}",
        date=comment.received_at,
        status=status_of(comment.state),
        place=place_of(comment),
        version=versions.get(comment.consultation.draft.translation_key),
        office_language=foreign(settings.LANGUAGE_CODE),
    )
    if not comment.is_visible:
        note = comment.hiding_note if comment.state == State.HIDDEN else ""
        return replace(stub, hidden_because=hidden_because(comment), note=note)
    known = answers.get(comment.pk, Answers())
    return replace(
        stub,
        status=status_of(comment.state, known.current.ruling if known.current else ""),
        is_shown=True,
        is_late=comment.is_late,
        kind=str(comment.get_kind_display()),
        author=author_of(comment),
        language=foreign(comment.language),
        text=comment.text,
        proposed_wording=comment.proposed_wording,
        justification=comment.justification,
        citation="" if comment.clause_id else comment.citation,
        first=firsts.get(comment.duplicate_of_id) if comment.duplicate_of_id else None,
        answers=known,
    )


def place_of(comment: PublicComment) -> str:
    """Return what a comment is about as its version says it, not its author."""
    label = clause_label(comment.clause_kind, comment.clause_number)
    return label or cut(comment.quoted, 60)


def status_of(state: str, ruling: str = "") -> str:
    """Return what became of a comment; how far the office's work is stays its own."""
    if state in STUBS:
        return str(State(state).label)
    return ruling or pgettext("state of a comment", "waits for an answer")


def hidden_because(comment: PublicComment) -> str:
    """Return why a comment is not shown, a whole sentence."""
    if comment.state == State.WITHDRAWN:
        return _("Its author withdrew this comment.")
    if not comment.hiding_reason:
        return _("The office has hidden this comment.")
    reason = HidingReason(comment.hiding_reason).label
    return _("The office has hidden this comment: %(reason)s.") % {"reason": reason}


def author_of(comment: PublicComment) -> Link:
    """Return who speaks, with the address of an organisation of the directory."""
    organisation = comment.organisation
    if comment.on_behalf == OnBehalf.ORGANISATION and organisation:
        return Link(organisation.name, organisation.url)
    return Link(comment.public_author, "")
