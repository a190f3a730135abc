"""What versions and clauses show of comments, as components."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.html import format_html
from wagtail.admin.ui.components import Component

from pages.base.frame import Link
from pages.comments.models import Consultation

from .excerpts import foreign
from .listing import Listing
from .reading import CommentView
from .ways import ways_of


def day(date: Any) -> str:
    """Return a day as HTML, in words and for machines."""
    words = date_format(date, "j E Y")
    return format_html('<time datetime="{}">{}</time>', date.isoformat(), words)


class ConsultationNotice(Component):
    """When comments on a version are taken, on what legal basis, and how else."""

    template_name = "public_comments/components/notice.html"

    def __init__(self, consultation: Consultation, form_url: str) -> None:
        self.consultation = consultation
        self.form_url = form_url

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        consultation = self.consultation
        language, notice = (
            foreign(settings.LANGUAGE_CODE),
            consultation.localized_notice,
        )
        return {
            "consultation": consultation,
            "phase": consultation.phase,
            "opens": day(consultation.opens_on),
            "closes": day(consultation.closes_on),
            "act_date": consultation.act_date and day(consultation.act_date),
            "form_url": self.form_url,
            "ways": ways_of(consultation),
            "office_language": language,
            "notice_language": language if notice == consultation.notice else "",
            "notice": notice,
        }


class CommentList(Component):
    """The comments on a version with their answers, and the filters."""

    template_name = "public_comments/components/listing.html"

    def __init__(self, listing: Listing) -> None:
        self.listing = listing

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"listing": self.listing}


class ClauseComments(Component):
    """The newest comments on a clause in all its versions, and where the others are."""

    template_name = "public_comments/components/clause.html"

    def __init__(
        self, comments: Sequence[CommentView], total: int, lists: Sequence[Link]
    ) -> None:
        self.comments = comments
        self.total = total
        self.lists = lists

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {"comments": self.comments, "total": self.total, "lists": self.lists}
