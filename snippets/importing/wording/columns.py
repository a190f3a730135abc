"""What is said of columns."""

from django.utils.translation import gettext_lazy as _

COLUMNS = {
    "no_name_column": _(
        "No column is read as the name. Choose which column holds the names of "
        "organisations."
    ),
    "field_twice": _(
        "Several columns are read as “%(field)s”: %(headings)s. Choose one of them."
    ),
}
