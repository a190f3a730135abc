"""A comment as its own author sees it, by a private link."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry

from pages.comments.models import CommentKind, PublicComment
from pages.comments.sending.correcting import may_author_change
from pages.comments.states import State

# How far the office's own work is stays with the office until it answers.
_ANSWER_AWAITED = _("It is published. The office is preparing the answer.")
SAID_OF: Mapping[str, Any] = {
    State.UNCONFIRMED: _("It is not confirmed yet."),
    State.REGISTERED: _("It is registered. Staff will read it before it is published."),
    State.INCOMPLETE: _("The office asks you to complete it."),
    State.PUBLISHED: _ANSWER_AWAITED,
    State.ASSIGNED: _ANSWER_AWAITED,
    State.DRAFTED: _ANSWER_AWAITED,
    State.APPROVED: _ANSWER_AWAITED,
    State.ANSWERED: _("It is published and answered."),
    State.WITHDRAWN: _("It was withdrawn, as its author asked."),
    State.HIDDEN: _("The office does not show it."),
}
_ASK_BACK, _CORRECT = "public_comments.ask_back", "public_comments.correct"


@dataclass(frozen=True)
class EarlierWords:
    """What a comment said before its author corrected it."""

    until: datetime.datetime
    kind: str = ""
    text: str = ""
    proposed_wording: str = ""
    justification: str = ""


@dataclass(frozen=True)
class OwnComment:
    """How a comment stands: in words, what the office asks, what it said before."""

    comment: PublicComment
    status: str
    asked: str = ""
    earlier: Sequence[EarlierWords] = ()
    may_change: bool = False


def read_own(comment: PublicComment) -> OwnComment:
    """Return how a comment stands for its author: one query."""
    entries = list(
        ModelLogEntry.objects.for_instance(comment)
        .filter(action__in=(_ASK_BACK, _CORRECT))
        .order_by("-timestamp")
    )
    notes = (e.data.get("note", "") for e in entries if e.action == _ASK_BACK)
    is_asked = comment.state == State.INCOMPLETE
    return OwnComment(
        comment,
        status=str(SAID_OF[comment.state]),
        asked=next(notes, "") if is_asked else "",
        earlier=[earlier_words(e) for e in entries if e.action == _CORRECT],
        may_change=may_author_change(comment),
    )


def earlier_words(entry: ModelLogEntry) -> EarlierWords:
    """Return what a comment said before a correction."""
    words = dict(entry.data.get("before", {}))
    kind = words.pop("kind", "")
    return EarlierWords(
        entry.timestamp, kind=str(dict(CommentKind.choices).get(kind, kind)), **words
    )
