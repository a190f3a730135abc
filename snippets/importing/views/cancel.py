"""Dropping a list that is not imported yet."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from snippets.importing.running import cancel

from .base import OPEN, BatchView, address, step_address


class CancelView(BatchView):
    """Asks whether to drop the list; a POST drops it."""

    states = OPEN
    page_title = gettext_lazy("Cancel an import")
    template_name = "snippets/importing/cancel.html"
    header_icon = "cross"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "step_url": step_address(self.batch)}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        cancel(self.batch)
        messages.success(
            request, _("The import is cancelled. Nothing of it is in the register.")
        )
        return redirect(address("imports"))
