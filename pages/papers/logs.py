"""What a consultation's history says of its papers."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter, log

from .kinds import FileForm, Paper, PaperRequest

EXPORT = "consultation_papers.export"


def log_export(request: PaperRequest, user: Any) -> None:
    """Note on the consultation who took which paper, and whether contacts were in."""
    data = {
        "paper": str(request.paper),
        "form": str(request.form),
        "with_contacts": request.with_contacts,
    }
    log(request.consultation, EXPORT, user=user, data=data)


class ExportFormatter(LogFormatter):
    """Somebody took a paper."""

    label = gettext_lazy("Take a paper")

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data
        words = {
            "paper": dict(Paper.choices).get(data.get("paper", ""), ""),
            "form": dict(FileForm.choices).get(data.get("form", ""), ""),
        }
        if data.get("with_contacts"):
            return _("Took with names and e-mails: %(paper)s, %(form)s") % words
        return _("Took without names and e-mails: %(paper)s, %(form)s") % words
