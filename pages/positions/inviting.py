"""Leads from the pages of a consultation to the form for codes."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pages.base.frame import Link
from pages.comments.models import Consultation, Phase


def way_by_code(consultation: Consultation) -> Link | None:
    """Return the way for members of organisations, None where it is over; no query."""
    if consultation.phase == Phase.CLOSED:
        return None
    url = reverse("position_enter", args=[consultation.draft_id])
    return Link(_("Do you have a code of your organisation?"), url)
