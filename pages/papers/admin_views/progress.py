"""How far a paper is, and the paper once it is made; only for who asked for it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View

from pages.papers.downloads import as_download
from pages.papers.forgetting import forget_old
from pages.papers.jobs import GOING_ON, ask_again, is_stale
from pages.papers.logs import log_export
from pages.papers.making import request_of
from pages.papers.models import JobState, PaperJob
from pages.papers.rights import OPTION_RIGHTS, may_have_option

from .base import STYLES, WIZARD_STYLES, PapersOnly, find_consultation

PROGRESS = "consultation_paper"
FILE = "consultation_paper_file"
SECONDS_BETWEEN_LOOKS = 3


class OwnPaper(PapersOnly):
    """What is about one paper, for who asked for it and may still have it."""

    page_title = gettext_lazy("Progress of a paper")
    job: PaperJob

    def find(self, **kwargs: Any) -> None:
        own = PaperJob.objects.filter(user=self.request.user)
        self.job = get_object_or_404(own, pk=kwargs["uid"])
        for name in OPTION_RIGHTS:
            asked = getattr(self.job, name)
            if asked and not may_have_option(self.request.user, name):
                raise PermissionDenied
        self.consultation = find_consultation(self.job.consultation_id)
        self.job.consultation = self.consultation


class PaperProgressView(OwnPaper, TemplateView):
    """Shows how far a paper is; a POST starts it anew where it has stopped."""

    template_name = "consultation_papers/admin/progress.html"
    styles = (STYLES, WIZARD_STYLES)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response: HttpResponse = super().get(request, *args, **kwargs)
        if self.job.state in GOING_ON:
            response["Refresh"] = str(SECONDS_BETWEEN_LOOKS)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        job = self.job
        if self.has_stopped:
            job = ask_again(job)
        return redirect(reverse(PROGRESS, args=[job.uid]))

    @property
    def has_stopped(self) -> bool:
        """Whether nothing comes any more unless somebody asks again."""
        return self.job.state == JobState.FAILED or is_stale(self.job)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        job = self.job
        return {
            **super().get_context_data(**kwargs),
            "job": job,
            "percent": round(100 * job.done / max(job.total, 1)),
            "is_waiting": job.state == JobState.WAITING,
            "is_done": job.state == JobState.DONE,
            "has_failed": job.state == JobState.FAILED,
            "is_stale": is_stale(job),
            "papers_url": self.papers_url,
            "file_url": reverse(FILE, args=[job.uid]),
        }


class PaperFileView(OwnPaper, View):
    """Hands out a paper that the worker has made."""

    def find(self, **kwargs: Any) -> None:
        forget_old()
        super().find(**kwargs)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> FileResponse:
        if not self.job.file:
            raise Http404
        try:
            file: Any = self.job.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        wanted = request_of(self.job)
        log_export(wanted, request.user)
        with translation.override(self.job.language):
            return as_download(file, wanted)
