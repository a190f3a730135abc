"""What the pages of an import share: who may open them, and which step is next."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.forms import Media
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from snippets.importing.rights import may_import
from snippets.importing.running import WrongStateError
from snippets.models import ImportBatch

NAMESPACE = "wagtailsnippets_snippets_organisation"
State = ImportBatch.State
# The page that a batch is at, by its state.
STEP_OF = {
    State.UPLOADED: "import_columns",
    State.CHECKING: "import_progress",
    State.CHECKED: "import_preview",
    State.IMPORTING: "import_progress",
    State.IMPORTED: "import_report",
    State.FAILED: "import_progress",
    State.CANCELLED: "import_report",
    State.UNDONE: "import_report",
}
# A list that is not taken yet: its columns may be changed, or all of it dropped.
OPEN = frozenset((State.UPLOADED, State.CHECKED, State.FAILED))


def address(name: str, about: Model | None = None) -> str:
    """Return the address of a page of the register, as of one import."""
    return reverse(f"{NAMESPACE}:{name}", args=[about.pk] if about else [])


def step_address(batch: ImportBatch) -> str:
    """Return the address of the page that a batch is at."""
    return address(STEP_OF[State(batch.state)], batch)


class ImportersOnly(WagtailAdminTemplateMixin):
    """A page for those who may both add and change organisations."""

    header_icon = "upload"
    breadcrumbs_items = [
        *WagtailAdminTemplateMixin.breadcrumbs_items,
        {
            "url": reverse_lazy(f"{NAMESPACE}:list"),
            "label": pgettext_lazy("the register", "Organisations"),
        },
    ]
    request: HttpRequest

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_import(request.user):
            raise PermissionDenied
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        own = Media(css={"all": ["snippets/css/importing.css"]})
        context["media"] = context.get("media", Media()) + own
        return context


class ImportView(ImportersOnly, TemplateView):
    """A page about imports that needs no batch."""

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": address("imports"), "label": gettext_lazy("Imports of lists")},
            {"url": "", "label": self.get_page_title()},
        ]


class BatchMixin(ImportersOnly):
    """A step of one import; in another state it leads to the step that is next."""

    states: frozenset[State] = frozenset()
    batch: ImportBatch
    kwargs: dict[str, Any]

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        # Who may not import is not told which imports there are.
        if may_import(request.user):
            batches = ImportBatch.objects.select_related(
                "mapping", "created_by", "imported_by", "undone_by"
            )
            self.batch = get_object_or_404(batches, pk=kwargs["pk"])
            if self.batch.state not in self.states:
                return self.leave()
        try:
            return super().dispatch(request, *args, **kwargs)
        except WrongStateError:
            self.batch.refresh_from_db()
            return self.leave()

    def leave(self) -> HttpResponse:
        """Lead to the step that the import is at by now."""
        if self.request.method == "POST":
            words = _(
                "Nothing was done: this import has gone on in the meantime, perhaps "
                "in another window. This is where it is now."
            )
            messages.warning(self.request, words)
        else:
            words = _("This import is at another step. This is where it is now.")
            messages.info(self.request, words)
        return redirect(step_address(self.batch))

    def get_page_subtitle(self) -> str:
        return self.batch.filename

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": address("imports"), "label": gettext_lazy("Imports of lists")},
            {
                "url": "",
                "label": self.get_page_title(),
                "sublabel": self.get_page_subtitle(),
            },
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "batch": self.batch}


class BatchView(BatchMixin, TemplateView):
    """A page that is a step of one import."""
