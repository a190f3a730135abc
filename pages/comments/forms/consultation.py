"""The admin form of a consultation."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Locale

from pages.programmes.models import ProgrammeDraftPage


class ConsultationForm(WagtailAdminModelForm):
    """Offers the versions that may be consulted: closed ones, as they were written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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


def name_version(draft: Any) -> str:
    """Return a version's title behind that of its programme."""
    return f"{draft.get_parent().title}: {draft.title}"
