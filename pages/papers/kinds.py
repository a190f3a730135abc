"""What papers there are, and as what files."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import pgettext_lazy

from pages.comments.models import Consultation


class Paper(models.TextChoices):
    """A paper of a consultation.

    The table of comments; the protocol, with the table in it; the paragraph on the
    consultation that the programme must contain (art. 5a ust. 4 pkt 10 of the Act of
    24 April 2003).
    """

    TABLE = "table", pgettext_lazy("paper of a consultation", "table of comments")
    PROTOCOL = "protocol", pgettext_lazy("paper of a consultation", "protocol")
    PARAGRAPH = (
        "paragraph",
        pgettext_lazy("paper of a consultation", "paragraph for the programme"),
    )


class FileForm(models.TextChoices):
    """A kind of file."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"
    DOCX = "docx", "DOCX"
    PDF = "pdf", "PDF"
    JSON = "json", "JSON"


# The protocol and the paragraph are texts; JSON holds all three papers at once.
FORMS = {
    Paper.TABLE: tuple(FileForm),
    Paper.PROTOCOL: (FileForm.DOCX, FileForm.PDF),
    Paper.PARAGRAPH: (FileForm.DOCX, FileForm.PDF),
}


@dataclass(frozen=True, slots=True)
class PaperRequest:
    """Which paper of which consultation is asked for, as which file.

    It is written in the active language. `with_contacts` asks for names that are not
    public, and e-mails; `with_drafts` for answers that are not published yet. Whoever
    makes a request has checked the rights to both.
    """

    consultation: Consultation
    paper: Paper = Paper.TABLE
    form: FileForm = FileForm.XLSX
    with_contacts: bool = False
    with_drafts: bool = False
