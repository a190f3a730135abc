"""Checks the scan of a letter: it must be what its name says, and not too large."""

from pathlib import PurePath
from typing import Any

import filetype
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from pages.comments.limits import limits

# The type that the content of a file with each ending must have.
TYPES = {
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
}
ACCEPTED = ",".join(TYPES)


def check_scan(scan: Any) -> None:
    """Raise ValidationError unless an uploaded file is a scan.

    Its first bytes decide; what the browser says of it, anybody can make up.
    """
    largest = limits().largest_scan
    expected = TYPES.get(PurePath(scan.name).suffix.lower())
    if expected is None:
        raise ValidationError(_("A scan is a PDF, JPEG, PNG or TIFF file."))
    if scan.size > largest:
        raise ValidationError(
            _("The file is too large: at most %(size)s.")
            % {"size": filesizeformat(largest)}
        )
    scan.seek(0)
    found = filetype.guess_mime(scan.read(512))
    scan.seek(0)
    if found != expected:
        raise ValidationError(
            _("The content of the file is not what its name says: scan it again.")
        )
