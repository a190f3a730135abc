"""The form for comments on paper, by e-mail and spoken, and their scans."""

from pathlib import PurePath
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
)
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.snippets.views.snippets import CreateView, EditView

from pages.comments.models import Channel, Consultation, PublicComment
from pages.comments.sending.intake import change_entered, enter_comment, may_change
from pages.comments.states import SEE_CONTACT
from pages.comments.viewsets.base import NOT_SAVED

from .duplicates import say_same

DESK = "wagtailsnippets_public_comments_publiccomment:inspect"


class EnterView(CreateView):
    """A comment that came some other way gets its number in the same register."""

    page_title = gettext_lazy("Enter a comment")
    error_message = NOT_SAVED

    def get_page_subtitle(self) -> str:
        return str(self.page_title)

    def get_initial_form_instance(self) -> PublicComment:
        consultations = Consultation.objects.only("pk")
        current = consultations.open().first() or consultations.first()
        return PublicComment(consultation=current, channel=Channel.PAPER)

    def save_instance(self) -> PublicComment:
        comment = self.form.save(commit=False)
        return enter_comment(comment=comment, user=self.request.user)

    def get_success_url(self) -> str:
        return reverse(DESK, args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_success_message(self, instance: PublicComment) -> str:
        return _("The comment is registered as %(code)s.") % {"code": instance.code}

    def save_action(self) -> HttpResponse:
        response: HttpResponse = super().save_action()
        comment = self.object
        if comment.is_late:
            messages.warning(
                self.request, _("It came after the last day and is marked as late.")
            )
        same = say_same(comment)
        if same:
            messages.warning(self.request, same)
        return response


class ChangeEnteredView(EditView):
    """What staff typed in may be corrected; what was there before is kept."""

    page_title = gettext_lazy("Correct what was entered")
    error_message = NOT_SAVED

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        if not self.user_has_permission("change"):
            raise PermissionDenied
        comment = get_object_or_404(PublicComment, pk=kwargs["pk"])
        if not may_change(comment):
            words = _("The words of this comment are its author's: they stay.")
            messages.error(request, words)
            return redirect(reverse(DESK, args=[comment.pk]))
        response: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return response

    def save_instance(self) -> PublicComment:
        comment = self.form.save(commit=False)
        return change_entered(comment=comment, user=self.request.user)

    def get_success_url(self) -> str:
        return reverse(DESK, args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class ScanView(View):
    """Hands out a scan to those who may know who wrote; it is never shown in place."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        if not request.user.has_perm(SEE_CONTACT):
            raise PermissionDenied
        comment = get_object_or_404(PublicComment.objects.exclude(scan=""), pk=pk)
        try:
            file = comment.scan.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        log(comment, "public_comments.open_scan", user=request.user)
        suffix = PurePath(str(comment.scan.name)).suffix
        name = str(comment).replace("/", "-") + suffix
        response = FileResponse(file, as_attachment=True, filename=name)
        response["Cache-Control"] = "no-store, private"
        response["X-Content-Type-Options"] = "nosniff"
        return response
