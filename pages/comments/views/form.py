"""The public form: opened, sent, refused with the text kept, and taken in."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from pages.base.frame import view_frame
from pages.comments.forms import CommentForm
from pages.comments.limits import ADDRESS_KEPT, limits
from pages.comments.models import Phase
from pages.comments.public.ways import ways_of
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.seals import Seal, SealError, new_seal, read_seal
from pages.comments.sending.submitting import (
    ConsultationClosedError,
    submit_comment,
)

from .bodies import bounded, is_forged, too_much
from .challenge import ask, must_be_held
from .receipts import HELD, acknowledge
from .target import Target, find_target


@dataclass(frozen=True)
class Refusal:
    """Why a form comes back as it was sent, and the status that says so."""

    message: str
    status: int = 200


@csrf_exempt  # `bounded` must come before what reads the body; see `is_forged`
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def comment_form(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Let anybody comment on a clause, or on a whole version, without an account."""
    target = find_target(draft_id, request.GET.get("clause", ""))
    if request.method == "POST":
        return receive(request, target)
    if not target.consultation.is_open:
        return show_closed(request, target)
    return show_form(request, target, CommentForm(wording=target.wording), new_seal())


def receive(request: HttpRequest, target: Target) -> HttpResponse:
    """Take a comment in, or show the form again with all that was written."""
    is_refused = is_forged(request)
    key = request.POST.get("key", "")
    seal = valid_seal(key)
    form = CommentForm(request.POST, wording=target.wording)
    if not may_send(target, seal):
        return show_closed(request, target, form)
    refusal = why_not(seal, is_forged=is_refused)
    if seal and not refusal and form.is_valid():
        sent = send(request, target, form, seal)
        if isinstance(sent, HttpResponse):
            return sent
        refusal = sent
    if refusal:
        form.is_valid()  # what else is wrong is said as well
        form.add_error(None, refusal.message)
    status = refusal.status if refusal else 200
    return show_form(request, target, form, key if seal else new_seal(), status)


def valid_seal(key: str) -> Seal | None:
    """Return what a form's key says, None of one that is not ours or too old."""
    try:
        seal = read_seal(key)
    except SealError:
        return None
    return None if seal.is_expired else seal


def may_send(target: Target, seal: Seal | None) -> bool:
    """Whether a form is taken: now is the time, or it was opened in time."""
    consultation = target.consultation
    if consultation.phase == Phase.CLOSED:
        return seal is not None and seal.opened_at < consultation.closes_at
    return consultation.is_open


def why_not(seal: Seal | None, *, is_forged: bool) -> Refusal | None:
    """Return why a form has to be sent once more, whatever it says."""
    if is_forged:
        message = _(
            "We could not verify that the form came from your browser. Check your text "
            "below and send it once more. If this happens again, let this site keep a "
            "cookie, or use another way to comment."
        )
        return Refusal(message, 403)
    return untimely(seal)


def untimely(seal: Seal | None) -> Refusal | None:
    """Return why the time between opening and sending a form was not right."""
    if seal is None:
        return Refusal(
            _(
                "The form was open for too long. Check your text below and send it "
                "once more."
            )
        )
    if seal.is_hasty:
        return Refusal(
            _("That was very fast. Check your text below and send it once more.")
        )
    return None


def send(
    request: HttpRequest, target: Target, form: CommentForm, seal: Seal
) -> HttpResponse | Refusal:
    """Hand a comment in; lead to its receipt, or return why it is not taken."""
    if not note_attempt(address_of(request)):
        return Refusal(too_much(), 429)
    language = get_language() or settings.LANGUAGE_CODE
    submission = form.submission(clause=target.clause, language=language)
    is_held = must_be_held(request, target.consultation, seal, submission)
    try:
        receipt = submit_comment(
            consultation=target.consultation,
            submission=submission,
            seal=seal,
            is_held=is_held,
        )
    except ConsultationClosedError:
        return Refusal(_("Comments are not taken any more."))
    return acknowledge(receipt, is_held=is_held)


def show_form(
    request: HttpRequest,
    target: Target,
    form: CommentForm,
    key: str,
    status: int = 200,
) -> HttpResponse:
    """Show the form, empty or with what was written and what is wrong with it."""
    context = {
        "form": form,
        "key": key,
        "challenge": ask(request, target.consultation, key),
        **context_of(request, target),
    }
    return render(request, "public_comments/comment_form.html", context, status=status)


def show_closed(
    request: HttpRequest, target: Target, form: CommentForm | None = None
) -> HttpResponse:
    """Say when comments are taken; a text that came too late is shown, to be copied."""
    context = {"words": form.words if form else {}, **context_of(request, target)}
    return render(request, "public_comments/comment_closed.html", context)


def context_of(request: HttpRequest, target: Target) -> dict[str, Any]:
    """Return what the form and its closed page print of the consultation."""
    return {
        "frame": target.frame(request),
        "target": target,
        "consultation": target.consultation,
        "ways": ways_of(target.consultation),
        "address_kept": ADDRESS_KEPT.days,
    }


@require_safe
def comment_sent(request: HttpRequest) -> HttpResponse:
    """Say that a comment waits until its author follows the link in the mail."""
    title = _("Look into your mail")
    context = {
        "hours": limits().confirm_hours,
        "is_held": HELD in request.GET,
        "frame": view_frame(
            request,
            title=title,
            description=_("Your comment waits until you confirm it."),
            is_indexed=False,
        ),
    }
    return render(request, "public_comments/comment_sent.html", context)
