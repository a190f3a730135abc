"""What the history says of mergers."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter


class MergedFormatter(LogFormatter):
    """Another entry was merged into this one."""

    label = gettext_lazy("Merge organisations")

    def format_message(self, log_entry: Any) -> str:
        name = log_entry.data.get("merged", "")
        return _("“%(name)s” was merged into this entry") % {"name": name}


class MergedIntoFormatter(LogFormatter):
    """This entry was merged into another one."""

    label = gettext_lazy("Merge into another organisation")

    def format_message(self, log_entry: Any) -> str:
        name = log_entry.data.get("kept", "")
        return _("Merged into “%(name)s”") % {"name": name}


class UndoneFormatter(LogFormatter):
    """The merger with another entry was undone."""

    label = gettext_lazy("Undo a merger")

    def format_message(self, log_entry: Any) -> str:
        name = log_entry.data.get("other", "")
        return _("The merger with “%(name)s” was undone") % {"name": name}


log_formatters: dict[str, type[LogFormatter]] = {
    "snippets.merge": MergedFormatter,
    "snippets.merge_into": MergedIntoFormatter,
    "snippets.undo_merge": UndoneFormatter,
}
