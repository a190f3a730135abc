"""What is said of the shape of a table and of rows that are broken."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LAYOUT: dict[str, Promise] = {
    "row_shifted": _(
        "The cells of row %(row)s are shifted: it has %(cells)s of them and the list "
        "has %(columns)s columns. The row was not taken."
    ),
}
