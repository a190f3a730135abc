"""The papers of a consultation: all on one page, each by a button."""

from tempfile import TemporaryFile
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.generic import TemplateView
from wagtail.admin import messages

from pages.papers.downloads import as_download
from pages.papers.jobs import is_quick, is_too_long, recent_papers, request_paper
from pages.papers.kinds import Paper, PaperRequest
from pages.papers.logs import log_export
from pages.papers.protocol import paragraph_of
from pages.papers.rights import OPTION_RIGHTS, may_bring_back, may_have_option
from pages.papers.rows import count_rows
from pages.papers.writing import write_paper

from .base import PapersOnly, find_consultation
from .forms import PaperForm
from .offers import (
    NUMBERS,
    count_comments,
    offered_papers,
    too_long,
    warnings_of,
)
from .progress import PROGRESS
from .returning.base import UPLOAD


class ConsultationPapersView(PapersOnly, TemplateView):
    """Says what papers there are; a POST writes one, or has the worker write it."""

    template_name = "consultation_papers/admin/papers.html"

    def find(self, **kwargs: Any) -> None:
        self.consultation = find_consultation(kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        counts = count_comments(self.consultation)
        user = self.request.user
        language = settings.LANGUAGE_CODE
        with translation.override(language):
            paragraph = paragraph_of(self.consultation)
        return {
            **context,
            "form": kwargs.get("form") or PaperForm(user=user),
            "numbers": [(label, counts[name]) for name, label in NUMBERS.items()],
            "warnings": warnings_of(self.consultation, counts),
            "offers": offered_papers(counts["comments"]),
            "paragraph": paragraph,
            "paragraph_of": Paper.PARAGRAPH,
            "paragraph_language": language,
            "upload_url": self.get_upload_url(),
            "recent": recent_papers(self.consultation, user),
        }

    def get_upload_url(self) -> str:
        """Return where a filled-in table is brought back, for those who may."""
        if not may_bring_back(self.request.user):
            return ""
        return reverse(UPLOAD, args=[self.consultation.pk])

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        for name in OPTION_RIGHTS:
            if name in request.POST and not may_have_option(request.user, name):
                raise PermissionDenied
        form = PaperForm(request.POST, user=request.user)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        wanted = form.asked_for(self.consultation)
        rows = count_rows(self.consultation)
        if is_too_long(wanted.paper, wanted.form, rows):
            messages.error(request, too_long())
            return redirect(self.papers_url)
        with translation.override(form.cleaned_data["language"]):
            if is_quick(wanted, rows):
                return self.write(wanted)
            job = request_paper(wanted, request.user)
        return redirect(reverse(PROGRESS, args=[job.uid]))

    def write(self, wanted: PaperRequest) -> HttpResponseBase:
        """Return a paper; it is whole before its first byte is sent."""
        file = TemporaryFile()  # noqa: SIM115 - the response closes it
        write_paper(file, wanted)
        file.seek(0)
        log_export(wanted, self.request.user)
        return as_download(file, wanted)
