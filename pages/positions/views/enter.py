"""The way in for members: the code of their organisation is typed here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from pages.base.frame import Link, view_frame
from pages.comments.models import Phase
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.views.bodies import bounded, is_forged
from pages.comments.views.target import Target, find_target
from pages.positions.codes import plain_code
from pages.positions.finding import find_typed
from pages.positions.forms import CodeForm


@csrf_exempt  # `bounded` must come before what reads the body; see `is_forged`
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def enter(request: HttpRequest, draft_id: int) -> HttpResponse:
    """Let a member of an organisation in; every answer to a wrong code is the same."""
    target = find_target(draft_id, "")
    if target.consultation.phase == Phase.CLOSED:
        return show(request, target, None)
    if request.method != "POST":
        return show(request, target, CodeForm())
    is_refused = is_forged(request)
    form = CodeForm(request.POST)
    if is_refused:
        form.add_error(None, _("The form could not be verified. Send it once more."))
        return show(request, target, form, 403)
    if not form.is_valid():
        return show(request, target, form)
    # Right codes count as well: else the answer to one too many would tell them apart.
    if not note_attempt(address_of(request)):
        words = _("Too many codes came from your network lately. Try again in an hour.")
        form.add_error(None, words)
        return show(request, target, form, 429)
    typed = form.cleaned_data["code"]
    code = find_typed(typed, target.consultation)
    if code is None:
        form.add_error("code", _("This code is not valid, or not any more."))
        return show(request, target, form)
    return redirect("position", code.uid, plain_code(typed))


def show(
    request: HttpRequest, target: Target, form: CodeForm | None, status: int = 200
) -> HttpResponse:
    """Show the form, or that nothing is taken any more."""
    context = {
        "form": form,
        "target": target,
        "consultation": target.consultation,
        "comment_url": reverse("comment_form", args=[target.page.pk]),
        "frame": view_frame(
            request,
            title=_("Position of an organisation"),
            description=_(
                "Members draft comments under the name of their organisation."
            ),
            crumbs=[
                Link(target.page.title, target.page.get_full_url(request) or ""),
            ],
            is_indexed=False,
        ),
    }
    return render(request, "organisation_positions/enter.html", context, status=status)
