"""The steps with a table that came back: take it in, look again, give it up."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View
from wagtail.admin import messages

from pages.papers.returning.keeping import confirm, give_up, look_again

from .base import UPLOAD, OwnSheet, sheet_address


class StepView(OwnSheet, View):
    """A step, taken by a POST."""

    http_method_names = ["post"]


class ConfirmView(StepView):
    """Has a table taken in as it was looked through."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        confirm(
            self.sheet,
            seen=request.POST.get("seen", ""),
            leaves_conflicts="leaves_conflicts" in request.POST,
        )
        return redirect(sheet_address(self.sheet))


class AgainView(StepView):
    """Leads back to the differences of a table that was not taken in."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        look_again(self.sheet)
        return redirect(sheet_address(self.sheet))


class CancelView(StepView):
    """Drops a table."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        give_up(self.sheet)
        messages.success(request, _("The table is dropped. Nothing was written."))
        return redirect(reverse(UPLOAD, args=[self.consultation.pk]))
