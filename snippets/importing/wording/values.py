"""What is said of the values of a row."""

from django.utils.translation import gettext_lazy as _

# How a register number was lost: the row stays, the number is left blank.
IDENTIFIERS = {
    "zeros_restored": _(
        "%(field)s: “%(text)s” had lost the zeros at its front and was read as "
        "%(digits)s."
    ),
    "invalid_checksum": _(
        "%(field)s: the check digit of “%(text)s” does not match, one of the digits is "
        "wrong. The field was left blank."
    ),
    "invalid_length": _(
        "%(field)s: “%(text)s” has too few or too many digits. The field was left "
        "blank."
    ),
    "not_a_number": _(
        "%(field)s: “%(text)s” is not a register number. The field was left blank."
    ),
    "invalid_placeholder": _(
        "%(field)s: “%(text)s” is a filler, not a real number. The field was left "
        "blank."
    ),
    "damaged": _(
        "%(field)s: a spreadsheet has rounded “%(text)s” and its last digits are lost. "
        "The field was left blank. Copy the number from the register again."
    ),
    "pesel": _(
        "%(field)s: the cell holds the PESEL number of a person. It was not kept."
    ),
    "other_register": _(
        "%(field)s: “%(text)s” looks like a number in another register and was read as "
        "that."
    ),
    "other_register_taken": _(
        "%(field)s: “%(text)s” looks like a number in another register, but the row "
        "has one already. The field was left blank."
    ),
}

VALUES = {
    **IDENTIFIERS,
    "name_missing": _("The row has no name."),
    "name_too_long": _(
        "The name has more than %(limit)s characters: perhaps other cells ran into it."
    ),
    "value_too_long": _(
        "%(field)s: the text has more than %(limit)s characters. The field was left "
        "blank."
    ),
    "invalid_postcode": _(
        "%(field)s: “%(text)s” is not a postcode. The field was left blank."
    ),
    "glued_words": _(
        "%(field)s: in “%(text)s” two words seem to have run together. It was kept as "
        "it is."
    ),
    "invalid_website": _(
        "%(field)s: “%(text)s” is not an address of a website. The field was left "
        "blank."
    ),
    "invalid_email": _(
        "%(field)s: “%(text)s” is not an e-mail address. The field was left blank."
    ),
    "several_values": _(
        "%(field)s: the cell holds more than one. “%(kept)s” was taken, left out: "
        "“%(left)s”."
    ),
    "unknown_choice": _(
        "%(field)s: “%(text)s” is not known. The field was left blank."
    ),
    "not_yes_or_no": _(
        "%(field)s: “%(text)s” says neither yes nor no. The field was left blank."
    ),
    "invalid_date": _("%(field)s: “%(text)s” is not a date. The field was left blank."),
    "unknown_spheres": _(
        "%(field)s: %(codes)s is no point of the statute and was left out."
    ),
    "invalid_teryt": _(
        "%(field)s: “%(text)s” is not a TERYT code. The field was left blank."
    ),
    "contacts_left_out": _(
        "%(field)s: %(count)s of the entries have no name or a wrong e-mail address "
        "and were left out."
    ),
}
