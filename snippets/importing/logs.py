"""What the history of an organisation says of imports."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from .indexing import IMPORTED, UNDONE


class ImportedFormatter(LogFormatter):
    """A list wrote into an organisation."""

    label = gettext_lazy("Take in from a list")

    def format_message(self, log_entry: Any) -> str:
        return _("Taken in from the list “%(file)s”") % log_entry.data


class ImportUndoneFormatter(LogFormatter):
    """What a list had written was taken back."""

    label = gettext_lazy("Take an import back")

    def format_message(self, log_entry: Any) -> str:
        return _("The import of the list “%(file)s” was taken back") % log_entry.data


log_formatters: dict[str, type[LogFormatter]] = {
    IMPORTED: ImportedFormatter,
    UNDONE: ImportUndoneFormatter,
}
