"""What a comment itself keeps, as facts with a name for people and one for programs."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from pages.comments.models import HidingReason, PublicComment
from pages.comments.public.tracking import SAID_OF
from pages.comments.states import STUBS

VALUES = (str, bool, int, datetime.datetime)
Value = str | bool | int | datetime.datetime | None


@dataclass(frozen=True)
class Row:
    """One fact."""

    key: str
    label: str
    value: Value

    @property
    def shown(self) -> str:
        """The value as people read it."""
        if isinstance(self.value, bool):
            return _("yes") if self.value else _("no")
        if isinstance(self.value, datetime.datetime):
            return date_format(localtime(self.value), "j E Y, H:i")
        return str(self.value)


def rows(*facts: tuple[str, Any, Any]) -> list[Row]:
    """Return facts without those that say nothing; False says something."""
    return [
        Row(key, str(label), value if isinstance(value, VALUES) else str(value))
        for key, label, value in facts
        if value not in ("", None)
    ]


# Fields that are told as they are.
WORDS = (
    *("citation", "quoted", "text", "proposed_wording", "justification"),
    *("language", "organisation_name", "received_at", "published_at"),
    *("is_late", "is_held"),
)


def label_of(name: str) -> str:
    """Return how a field is called, with a capital letter."""
    field: Any = PublicComment._meta.get_field(name)
    words = str(field.verbose_name)
    return words[:1].upper() + words[1:]


def version_of(comment: PublicComment) -> str:
    """Return the name of the version commented on."""
    return f"{comment.year}: {comment.consultation.draft.title}"


def about_comment(comment: PublicComment) -> Sequence[Row]:
    """Return what is kept of a comment but for who wrote it."""
    is_stub = comment.state in STUBS
    choices = ("kind", "on_behalf", "channel")
    return rows(
        ("code", _("Number"), comment.code),
        ("consultation", label_of("consultation"), version_of(comment)),
        ("state", label_of("state"), str(SAID_OF[comment.state])),
        *(
            (name, label_of(name), getattr(comment, f"get_{name}_display")())
            for name in choices
        ),
        ("clause", label_of("clause"), comment.label if comment.clause_id else ""),
        ("area", label_of("area"), comment.area),
        ("organisation", label_of("organisation"), comment.organisation),
        *((name, label_of(name), getattr(comment, name)) for name in WORDS),
        ("duplicate_of", label_of("duplicate_of"), comment.duplicate_of),
        (
            "hiding_reason",
            label_of("hiding_reason"),
            dict(HidingReason.choices).get(comment.hiding_reason, "")
            if is_stub
            else "",
        ),
        (
            "hiding_note",
            label_of("hiding_note"),
            comment.hiding_note if is_stub else "",
        ),
    )


def about_contact(comment: PublicComment) -> Sequence[Row]:
    """Return who wrote a comment, as far as that is kept."""
    scan = _("It is kept; the office gives you a copy.") if comment.scan else ""
    return rows(
        ("name", label_of("name"), comment.name),
        (
            "name_is_public",
            label_of("name_is_public"),
            comment.name_is_public if comment.name else None,
        ),
        ("email", label_of("email"), comment.email),
        ("scan", label_of("scan"), scan),
        ("erased_at", label_of("contacts_erased_at"), comment.contacts_erased_at),
    )
