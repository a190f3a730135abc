"""The admin form of a consultation."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from pages.comments.models import WARSAW
from pages.programmes.models import ProgrammeDraftPage


class ConsultationForm(WagtailAdminModelForm):
    """Offers the versions that may be consulted: closed ones, as they were written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk and "erase_contacts_on" in self.fields:
            self.initial["erase_contacts_on"] = proposed_day()
        field: Any = self.fields["draft"]
        drafts = ProgrammeDraftPage.objects.filter(
            frozen__isnull=False, locale=Locale.get_default(), alias_of=None
        )
        taken = drafts.filter(consultation__isnull=False)
        taken = taken.exclude(consultation=self.instance.pk)
        field.queryset = (
            drafts.exclude(pk__in=taken.order_by().values("pk"))
            .defer_streamfields()
            .order_by("-date", "-number")
        )
        field.label_from_instance = name_version


def proposed_day() -> datetime.date:
    """Return the day that is proposed for erasing contact data: in about a year.

    By then the council has adopted the programme, and every comment is answered.
    """
    today = timezone.now().astimezone(WARSAW).date()
    return today + datetime.timedelta(days=365)


def name_version(draft: Any) -> str:
    """Return a version's title behind that of its programme."""
    return f"{draft.get_parent().title}: {draft.title}"
