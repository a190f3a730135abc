"""What is said of a row beside what the register holds."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

RESOURCE: dict[str, Promise] = {
    "kept_by_hand": _(
        "In “%(field)s” the register differs from the list, which is as it was the "
        "last time: what was entered by hand stays."
    ),
    "repeated_row": _("The row says again what row %(row)s says."),
    "repeated_row_differs": _(
        "The row has the number of row %(row)s, but says something else in “%(field)s”."
    ),
    "undecided": _(
        "The organisation is probably in the register already: somebody has to decide."
    ),
    "candidate_gone": _(
        "The organisation that was chosen is not in the register any more."
    ),
    "regon_taken": _(
        "This REGON number belongs to “%(name)s”, which has another KRS number. The "
        "field was left blank."
    ),
    "parent_unknown": _(
        "Neither the register nor the list has “%(text)s”, whose branch this is said "
        "to be."
    ),
    "parent_circle": _(
        "“%(text)s” cannot be the body it is a branch of: it would be a branch of "
        "itself."
    ),
}
