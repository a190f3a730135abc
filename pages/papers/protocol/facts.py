"""What pages tell of a consultation: days, acts, meetings, versions."""

import datetime
from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pages.base.visibility import visible
from pages.comments.models import Consultation
from pages.meetings.models import MeetingPage
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage


def day(date: datetime.date) -> str:
    """Return a day in words: “26 July 2013”."""
    return date_format(date, "j E Y")


def programme_title(consultation: Consultation) -> str:
    """Return the title of the programme in the active language, else its own."""
    programme = consultation.programme
    translations = ProgrammePage.objects.filter(
        translation_key=programme.translation_key,
        locale__language_code=get_language(),
    )
    title = translations.values_list("title", flat=True).first()
    return str(title or programme.title)


def act_of(consultation: Consultation) -> str:
    """Return the ordering act with its date, as far as they are known."""
    if consultation.act and consultation.act_date:
        values = {"act": consultation.act, "day": day(consultation.act_date)}
        return _("%(act)s of %(day)s") % values
    return str(consultation.act)


def read_meetings(consultation: Consultation) -> Sequence[tuple[datetime.date, str]]:
    """Return day and title of the public meetings held on the programme, in order.

    Their translations are pages too, of the same programme.
    """
    programme = consultation.programme
    held = visible(MeetingPage.objects.all()).reports()
    of_programme = held.filter(programme=programme, locale=programme.locale_id)
    rows = of_programme.order_by("date", "start_time", "pk")
    return list(rows.values_list("date", "title"))


def count_versions(consultation: Consultation) -> int:
    """Return how many versions of the programme are public."""
    drafts = ProgrammeDraftPage.objects.child_of(consultation.programme)
    return int(visible(drafts).count())
