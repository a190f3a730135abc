"""What the history says was done to comments, answers and consultations."""

from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, LogFormatter

from pages.comments.models import HidingReason
from pages.comments.states import TRANSITIONS


class Noted(LogFormatter):
    """What was done, with the note that a member of staff left."""

    done = ""

    def format_message(self, log_entry: Any) -> str:
        note = str(log_entry.data.get("note", "")).strip()
        return f"{self.done}: {note}" if note else str(self.done)


class HiddenFormatter(LogFormatter):
    """A comment was hidden, with the reason that readers are told."""

    label = TRANSITIONS["hide"].label

    def format_message(self, log_entry: Any) -> str:
        reason = log_entry.data.get("reason", "")
        words = dict(HidingReason.choices).get(reason, reason)
        message = _("Hidden, since %(reason)s") % {"reason": words}
        note = log_entry.data.get("note", "")
        return f"{message}: {note}" if note else message


class AssignedFormatter(LogFormatter):
    """A comment went to a city unit."""

    label = TRANSITIONS["assign"].label

    def format_message(self, log_entry: Any) -> str:
        return _("Assigned to: %(unit)s") % {"unit": log_entry.data.get("unit", "")}


class GroupedFormatter(LogFormatter):
    """A comment was found to say the same as another."""

    label = gettext_lazy("Group duplicates")

    def format_message(self, log_entry: Any) -> str:
        head = log_entry.data.get("head", "")
        if not head:
            return _("Not a duplicate any more")
        return _("Is a duplicate of %(comment)s") % {"comment": head}


class PlacedFormatter(LogFormatter):
    """Somebody said whether a proposed place in a later version is right."""

    label = gettext_lazy("Decide on a place")

    def format_message(self, log_entry: Any) -> str:
        message = (
            _("Its place in “%(version)s” was confirmed")
            if log_entry.data.get("accepted")
            else _("Has no clause in “%(version)s”")
        )
        return message % {"version": log_entry.data.get("version", "")}


class ErasedFormatter(LogFormatter):
    """Contact data of a comment went: what they were is said nowhere."""

    label = gettext_lazy("Erase contact data")

    def format_message(self, log_entry: Any) -> str:
        said = {
            "author": _("The author had the contact data erased"),
            "staff": _("The contact data were erased, as the author asked the office"),
        }
        by = log_entry.data.get("by")
        return said.get(by, _("The contact data were erased: their time was over"))


class ErasedExpiredFormatter(LogFormatter):
    """The contact data of a consultation went on the day that it names."""

    label = gettext_lazy("Erase contact data")

    def format_message(self, log_entry: Any) -> str:
        names = ("comments", "unconfirmed", "elsewhere")
        return _(
            "Contact data were erased; comments: %(comments)s, never confirmed of "
            "them: %(unconfirmed)s; in other registers: %(elsewhere)s"
        ) % {name: log_entry.data.get(name, 0) for name in names}


class MovedEndFormatter(LogFormatter):
    """The last day of a consultation was changed."""

    label = gettext_lazy("Change the last day")

    def format_message(self, log_entry: Any) -> str:
        days = {name: _day(log_entry.data.get(name)) for name in ("before", "after")}
        return _("Changed the last day from %(before)s to %(after)s") % days


def _day(text: Any) -> str:
    day = parse_date(str(text))
    return date_format(day, "j E Y") if day else ""


# What is said of each step but those that say more than the note left with it.
DONE = {
    "register": gettext_lazy("Registered"),
    "ask_back": gettext_lazy("The author was asked"),
    "correct": gettext_lazy("Corrected"),
    "publish": gettext_lazy("Published"),
    "draft_answer": gettext_lazy("An answer is drafted"),
    "drop_answer": gettext_lazy("Left out of the answer"),
    "approve_answer": gettext_lazy("The answer is approved"),
    "return_answer": gettext_lazy("The answer was returned"),
    "publish_answer": gettext_lazy("The answer is published"),
    "withdraw": gettext_lazy("Withdrawn"),
    "restore": gettext_lazy("Shown again"),
}
# Label and what is said of the rest.
OTHERS = {
    "enter": (gettext_lazy("Enter"), gettext_lazy("Entered by staff")),
    "change_intake": (gettext_lazy("Change what was entered"), gettext_lazy("Changed")),
    "open_scan": (gettext_lazy("Open the scan"), gettext_lazy("Opened the scan")),
    "answer_draft": (TRANSITIONS["draft_answer"].label, gettext_lazy("Drafted")),
    "answer_change": (gettext_lazy("Change the answer"), gettext_lazy("Changed")),
    "answer_approve": (TRANSITIONS["approve_answer"].label, gettext_lazy("Approved")),
    "answer_return": (TRANSITIONS["return_answer"].label, gettext_lazy("Returned")),
    "answer_publish": (TRANSITIONS["publish_answer"].label, DONE["publish"]),
    "answer_revise": (
        gettext_lazy("New version"),
        gettext_lazy("A new version was started"),
    ),
    "send_again": (gettext_lazy("Send again"), gettext_lazy("Sent again")),
}
FORMATTERS: dict[str, type[LogFormatter]] = {
    "erase_contacts": ErasedFormatter,
    "erase_expired": ErasedExpiredFormatter,
    "hide": HiddenFormatter,
    "assign": AssignedFormatter,
    "group": GroupedFormatter,
    "place": PlacedFormatter,
    "move_end": MovedEndFormatter,
}


def register_actions(actions: LogActionRegistry) -> None:
    """Name all that the history may say of this room."""
    named = {name: (TRANSITIONS[name].label, done) for name, done in DONE.items()}
    for name, (label, done) in {**named, **OTHERS}.items():
        formatter = type("_Noted", (Noted,), {"label": label, "done": done})
        actions.register_action(f"public_comments.{name}")(formatter)
    for name, formatter in FORMATTERS.items():
        actions.register_action(f"public_comments.{name}")(formatter)
