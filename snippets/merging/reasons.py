"""Why two entries are not merged, what speaks against it, what an undo leaves."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Obstacle(models.TextChoices):
    """Why two entries cannot be merged, or a merger cannot be undone."""

    ITSELF = "itself", _("An entry cannot be merged into itself.")
    MERGED = "merged", _("One of the entries has been merged into another already.")
    KRS = (
        "krs",
        _("They have two different KRS numbers: these are two organisations."),
    )
    BRANCH = (
        "branch",
        _(
            "One of them is a branch of the other. If that is wrong, correct it in the "
            "entry of the branch first."
        ),
    )
    MEMBER = (
        "member",
        _(
            "One of them is a member of the other. If that is wrong, remove the "
            "membership first."
        ),
    )
    UNDONE = "undone", _("This merger has been undone already.")
    LATER = (
        "later",
        _(
            "One of the entries has been part of another merger since: undo the later "
            "merger first."
        ),
    )


class Doubt(models.TextChoices):
    """What suggests that two entries are not one organisation."""

    REGON = "regon", _("They have two different REGON numbers.")
    NIP = "nip", _("They have two different NIP numbers.")
    OTHER_REGISTER = (
        "other_register",
        _("They have two different numbers in other registers."),
    )
    CITY = "city", _("They have their seats in two different towns.")
    LEGAL_FORM = "legal_form", _("They have two different legal forms.")


class Remainder(models.TextChoices):
    """Why something stays as it is when a merger is undone."""

    GONE = "gone", _("It has been deleted since.")
    CHANGED = "changed", _("It has been changed since.")
    TAKEN = "taken", _("Another organisation has this number now.")
