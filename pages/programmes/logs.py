"""What the history of a page says was done to a version."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter


class StatusChanged(LogFormatter):
    """The status of a closed version went on."""

    label = gettext_lazy("Change the status")

    def format_message(self, log_entry: Any) -> str:
        return _("Changed the status from “%(before)s” to “%(after)s”") % {
            "before": log_entry.data.get("before", ""),
            "after": log_entry.data.get("after", ""),
        }


class VersionMade(LogFormatter):
    """The version was made from another one."""

    label = gettext_lazy("Make a version")

    def format_message(self, log_entry: Any) -> str:
        return _("Made from “%(base)s”") % {"base": log_entry.data.get("base", "")}


class PublishingRefused(LogFormatter):
    """The version was to be published at a set time, and was not."""

    label = gettext_lazy("Refuse scheduled publishing")

    def format_message(self, log_entry: Any) -> str:
        return _("Not published at the set time: %(reason)s") % {
            "reason": log_entry.data.get("reason", "")
        }


log_formatters: dict[str, type[LogFormatter]] = {
    "programmes.change_status": StatusChanged,
    "programmes.make_version": VersionMade,
    "programmes.refuse_publishing": PublishingRefused,
}
