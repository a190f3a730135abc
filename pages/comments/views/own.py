"""An author's own page of a comment: follow it, correct it, withdraw it."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pages.base.frame import Frame, private_frame
from pages.comments.forms import CorrectionForm
from pages.comments.mail.letters import root_url
from pages.comments.models import CommentLink, LinkPurpose, PublicComment
from pages.comments.moving import MoveRefusedError
from pages.comments.public.answers import read_answers
from pages.comments.public.tracking import read_own
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.correcting import (
    correct_comment,
    may_author_change,
    withdraw_comment,
)
from pages.comments.sending.submitting import ConsultationClosedError

from .bodies import bounded, too_much
from .private import private
from .receipts import forget, is_new

# From the pages of correcting and withdrawing to the one that follows the comment:
# relative, as all links on these pages are, so that no secret is spelt out.
BACK = "../"


@private(LinkPurpose.FOLLOW)
@require_safe
def follow(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Show an author how the comment stands: its state, words and answer."""
    comment = link.comment
    is_fresh = is_new(request, link)
    context = {
        "frame": frame_of(request, comment, _("Your comment %(code)s")),
        "own": read_own(comment),
        "consultation": comment.consultation,
        "answers": read_answers([comment.pk], request).get(comment.pk),
        "address": root_url(comment) + request.path if is_fresh else "",
        "public_url": comment.url if comment.is_visible else "",
    }
    response = render(request, "public_comments/follow.html", context)
    if is_fresh and request.method == "GET":
        forget(response)
    return response


@private(LinkPurpose.FOLLOW)
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Let an author put other words in the place of what was sent."""
    comment, status = link.comment, 200
    form = correction_form(request, comment)
    if may_author_change(comment) and form.is_valid():
        if not says_other(form, comment):
            return HttpResponseRedirect(BACK)
        if not note_attempt(address_of(request)):
            status = 429
            form.add_error(None, too_much())
        elif put_words(comment, form.cleaned_data):
            return HttpResponseRedirect(BACK)
    context = {
        "frame": frame_of(request, comment, _("Correct the comment %(code)s")),
        "own": read_own(comment),
        "form": form,
        "words": form.words if form.is_bound else {},
    }
    return render(request, "public_comments/correct.html", context, status=status)


def correction_form(request: HttpRequest, comment: PublicComment) -> CorrectionForm:
    """Return the form with the words of a comment, or with those that were sent."""
    initial = {
        "kind": comment.kind,
        "text": comment.text,
        "proposed_wording": comment.proposed_wording or comment.quoted,
        "justification": comment.justification,
    }
    data = request.POST if request.method == "POST" else None
    return CorrectionForm(data, wording=comment.quoted, initial=initial)


def says_other(form: CorrectionForm, comment: PublicComment) -> bool:
    """Whether a form says anything else than the comment does."""
    return any(getattr(comment, n) != value for n, value in form.cleaned_data.items())


def put_words(comment: PublicComment, values: dict[str, Any]) -> bool:
    """Correct a comment; return whether that could still be done."""
    try:
        correct_comment(comment=comment, values=values)
    except (ConsultationClosedError, MoveRefusedError):
        comment.refresh_from_db()
        return False
    return True


@private(LinkPurpose.FOLLOW)
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Let an author withdraw a comment, asked once more."""
    comment = link.comment
    if request.method == "POST" and may_author_change(comment):
        try:
            withdraw_comment(comment=comment)
            return HttpResponseRedirect(BACK)
        except (ConsultationClosedError, MoveRefusedError):
            comment.refresh_from_db()
    context = {
        "frame": frame_of(request, comment, _("Withdraw the comment %(code)s")),
        "own": read_own(comment),
    }
    return render(request, "public_comments/withdraw.html", context)


def frame_of(request: HttpRequest, comment: PublicComment, title: str) -> Frame:
    """Return what surrounds a page of an author's own."""
    return private_frame(request, title=title % {"code": comment.code})
