"""How far a check or an import is; the page may be closed, and asks for no script."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from snippets.importing.running import is_stale, recover, request_check
from snippets.importing.wording import word
from snippets.models import Note

from .base import BatchView, State, address, step_address

SECONDS_BETWEEN_LOOKS = 2


class ProgressView(BatchView):
    """Shows how far a task is, and offers to try again when it has stopped."""

    states = frozenset((State.CHECKING, State.IMPORTING, State.FAILED))
    page_title = gettext_lazy("Progress")
    template_name = "snippets/importing/progress.html"

    def leave(self) -> HttpResponse:
        """Lead on without a word: that the task is done is what was waited for."""
        return redirect(step_address(self.batch))

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        if self.batch.state != State.FAILED:
            response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.batch.state != State.FAILED:
            recover(self.batch)
        # An import that stopped goes back to the preview: a person starts it.
        if self.batch.state != State.CHECKED:
            request_check(self.batch)
        return redirect(step_address(self.batch))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        problem = self.batch.problem
        return {
            **context,
            "doing": self.doing(),
            "percent": round(100 * self.batch.done / max(self.batch.total, 1)),
            "has_failed": self.batch.state == State.FAILED,
            "is_stale": is_stale(self.batch),
            "problem": word(Note.from_json(problem)) if problem else "",
            "columns_url": address("import_columns", self.batch),
            "cancel_url": address("import_cancel", self.batch),
        }

    def doing(self) -> str:
        """Return what is being done just now."""
        if self.batch.state == State.IMPORTING:
            return _("The list is being imported.")
        return _("The list is being compared with the register.")
