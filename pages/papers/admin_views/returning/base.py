"""What the pages of a table that came back share: who may open them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from pages.papers.admin_views.base import STYLES, WIZARD_STYLES, PapersOnly
from pages.papers.models import AnswerSheet
from pages.papers.returning.keeping import WrongStateError
from pages.papers.rights import may_bring_back

UPLOAD = "answer_sheet_upload"
SHEET = "answer_sheet"


def sheet_address(sheet: AnswerSheet, step: str = "") -> str:
    """Return the address of a table, or of a step with it."""
    name = f"{SHEET}_{step}" if step else SHEET
    return reverse(name, args=[sheet.pk])


class AnswerersOnly(PapersOnly):
    """A page for those who may read comments and draft answers."""

    header_icon = "upload"
    styles = (STYLES, WIZARD_STYLES, "consultation_papers/css/returning.css")

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_bring_back(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response


class OwnSheet(AnswerersOnly):
    """A page about one table; only who brought it back may know of it."""

    sheet: AnswerSheet

    def find(self, **kwargs: Any) -> None:
        own = AnswerSheet.objects.filter(user=self.request.user)
        self.sheet = get_object_or_404(
            own.select_related("consultation__draft", "user").defer(
                "consultation__draft__body", "consultation__draft__summary"
            ),
            pk=kwargs["uid"],
        )
        self.consultation = self.sheet.consultation

    def get_page_subtitle(self) -> str:
        return self.sheet.name

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        try:
            return super().dispatch(request, *args, **kwargs)
        except WrongStateError:
            return self.leave()

    def leave(self) -> HttpResponse:
        """Lead to where the table is by now."""
        words = _(
            "Nothing was done: this table has gone on in the meantime, perhaps in "
            "another window. This is where it is now."
        )
        messages.warning(self.request, words)
        return redirect(sheet_address(self.sheet))
