"""What is kept beside a comment: its history, answers, mail and links."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry

from pages.comments.models import (
    CommentLink,
    CoveredComment,
    Notice,
    OfficialAnswer,
    PublicComment,
)

from .facts import Row, label_of, rows

# How far the office's own work is stays with the office until it answers.
TOLD = (
    *("register", "enter", "ask_back", "correct", "publish", "publish_answer"),
    *("withdraw", "hide", "restore", "change_intake", "open_scan", "erase_contacts"),
)
# What staff noted is told where it was written to the author, or for readers.
NOTED = ("public_comments.ask_back", "public_comments.hide")


@dataclass
class Records:
    """What is kept beside one comment, each a table of facts, in order of time."""

    history: list[Sequence[Row]] = field(default_factory=list)
    answers: list[Sequence[Row]] = field(default_factory=list)
    mail: list[Sequence[Row]] = field(default_factory=list)
    links: list[Sequence[Row]] = field(default_factory=list)


def read_records(comments: Sequence[PublicComment]) -> dict[int, Records]:
    """Return what is kept beside comments, by primary key; four queries."""
    found: dict[int, Records] = defaultdict(Records)
    keys = [comment.pk for comment in comments]
    for entry in _entries(keys):
        found[int(entry.object_id)].history.append(list(_event(entry)))
    covering = CoveredComment.objects.filter(
        comment__in=keys, answer__in=OfficialAnswer.objects.public()
    )
    covering = covering.select_related("answer__unit")
    for row in covering.order_by("answer__published_at", "answer__pk"):
        found[row.comment_id].answers.append(_answer(row.answer))
    for notice in Notice.objects.filter(comment__in=keys).order_by("created_at", "pk"):
        found[notice.comment_id].mail.append(_mail(notice))
    for link in CommentLink.objects.filter(comment__in=keys).order_by("created_at"):
        found[link.comment_id].links.append(_link(link))
    return found


def _entries(keys: Sequence[int]) -> Any:
    kind = ContentType.objects.get_for_model(PublicComment)
    return ModelLogEntry.objects.filter(
        content_type=kind,
        object_id__in=[str(key) for key in keys],
        action__in=[f"public_comments.{name}" for name in TOLD],
    ).order_by("timestamp", "pk")


def _event(entry: ModelLogEntry) -> Iterator[Row]:
    """Yield what happened and when, and the earlier words where they changed."""
    label = registry.get_action_label(entry.action)
    note = entry.data.get("note", "") if entry.action in NOTED else ""
    yield from rows(
        ("at", _("When"), entry.timestamp),
        ("step", _("What was done"), label),
        ("note", _("Message"), note),
    )
    for name, value in (entry.data.get("before") or {}).items():
        heading = _("Before, %(field)s") % {"field": label_of(name)}
        yield from rows((f"before_{name}", heading, value))


def _answer(answer: OfficialAnswer) -> Sequence[Row]:
    return rows(
        ("published_at", _("Published at"), answer.published_at),
        ("ruling", _("Ruling"), answer.get_ruling_display()),
        ("reasons", _("Reasons of the answer"), answer.reasons),
        ("correction", _("What was corrected"), answer.correction),
        ("unit", _("Unit that answers"), answer.unit),
    )


def _mail(notice: Notice) -> Sequence[Row]:
    return rows(
        ("kind", _("Kind"), notice.get_kind_display()),
        ("state", _("State"), notice.get_state_display()),
        ("made_at", _("Made"), notice.created_at),
        ("sent_at", _("Sent"), notice.sent_at),
        ("message", _("Message"), notice.message),
    )


def _link(link: CommentLink) -> Sequence[Row]:
    return rows(
        ("purpose", _("Purpose"), link.get_purpose_display()),
        ("made_at", _("Made"), link.created_at),
        ("used_at", _("Used"), link.used_at),
        ("works_until", _("Works until"), link.expires_at),
    )
