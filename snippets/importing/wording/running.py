"""What is said of a batch: why it failed or went back, and what undoing leaves."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RUNNING: dict[str, Promise] = {
    "file_gone": _("The list is not kept any more. Upload the file again."),
    "no_rows": _("There are no rows of organisations below the headings."),
    "import_failed": _(
        "Something went wrong and nothing was written. Try again; if it happens again, "
        "tell whoever looks after the site."
    ),
    "register_busy": _(
        "The register was being changed all the time by others, so nothing was "
        "written. Try again in a moment."
    ),
    "register_changed": _(
        "The register has changed since the list was checked, and nothing was written. "
        "Rows that come to something else now: %(count)s. Look at them, then import."
    ),
    "mapping_unknown": _("There is no saved mapping of columns called “%(name)s”."),
    "undo_merged": _("It was merged into another organisation since."),
    "undo_edited": _("Somebody has edited it since."),
    "undo_imported_again": _("A later list has written into it."),
    "undo_used": _("A meeting, a comment or something else refers to it."),
}
