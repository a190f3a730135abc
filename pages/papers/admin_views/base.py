"""What the pages about papers share: whose consultation, who may open them."""

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Media
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from pages.comments.models import Consultation
from pages.papers.rights import may_have_papers

CONSULTATION = "wagtailsnippets_public_comments_consultation"
PAPERS = "consultation_papers"
STYLES = "consultation_papers/css/papers.css"
# Parts of the wizard of imports, such as the bar of its progress.
WIZARD_STYLES = "snippets/css/importing.css"


def find_consultation(pk: int) -> Consultation:
    """Return a consultation with its version, but for the version's text."""
    rows = Consultation.objects.select_related("draft")
    return get_object_or_404(rows.defer("draft__body", "draft__summary"), pk=pk)


class PapersOnly(WagtailAdminTemplateMixin):
    """A page for those who may read comments."""

    header_icon = "doc-full"
    page_title: Any = gettext_lazy("Papers")
    styles: Sequence[str] = (STYLES,)
    consultation: Consultation
    request: HttpRequest

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not may_have_papers(request.user):
            raise PermissionDenied
        self.find(**kwargs)
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def find(self, **kwargs: Any) -> None:
        """Find what the page is about."""
        raise NotImplementedError

    @property
    def papers_url(self) -> str:
        """The address of all papers of the consultation."""
        return reverse(PAPERS, args=[self.consultation.pk])

    def get_page_subtitle(self) -> str:
        return str(self.consultation)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items = [*super().get_breadcrumbs_items(), *self.consultation_items()]
        is_all = self.request.path == self.papers_url
        items.append({"url": "" if is_all else self.papers_url, "label": _("Papers")})
        return items if is_all else [*items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        styles = Media(css={"all": self.styles})
        context["media"] = context.get("media", Media()) + styles
        return context

    def consultation_items(self) -> list[dict[str, Any]]:
        """Return the way to the consultation, for those who may open it."""
        name = str(self.consultation)
        if not self.request.user.has_perm("public_comments.view_consultation"):
            return [{"url": "", "label": name}]
        inspect = reverse(f"{CONSULTATION}:inspect", args=[self.consultation.pk])
        label = capfirst(Consultation._meta.verbose_name_plural)
        return [
            {"url": reverse(f"{CONSULTATION}:list"), "label": label},
            {"url": inspect, "label": name},
        ]
