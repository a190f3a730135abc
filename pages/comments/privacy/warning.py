"""Tells staff where the promise to erase contact data is not kept, or not made."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.comments.models import Consultation, PublicComment

from .contacts import holding_contacts
from .expiring import is_due


def warn_of_contacts(consultation: Consultation) -> str:
    """Return what is wrong with how long contact data are kept; empty if nothing is."""
    day = consultation.erase_contacts_on
    if day is None:
        return _(
            "No day is set on which contact data are erased: they are kept until "
            "somebody sets one."
        )
    if not is_due(consultation):
        return ""
    comments = PublicComment.objects.filter(consultation=consultation)
    left = holding_contacts(comments).count()
    if not left:
        return ""
    words = ngettext(
        "Contact data should be gone since %(day)s, and %(count)s comment still has "
        "them. Ask whoever runs the site whether erase_expired_contacts runs at night.",
        "Contact data should be gone since %(day)s, and %(count)s comments still have "
        "them. Ask whoever runs the site whether erase_expired_contacts runs at night.",
        left,
    )
    return words % {"day": date_format(day, "j E Y"), "count": left}
