"""The form by which whoever has an e-mail asks what is kept of the comments."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from pages.base.frame import private_frame
from pages.comments.forms.data import AskForm
from pages.comments.privacy.asking import ask_for_data
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.links import DATA_LASTS

from .bodies import RefusedPage, bounded, is_forged

REFUSED = RefusedPage(
    "public_comments/data_refused.html", gettext_lazy("The form is too long")
)


@csrf_exempt  # `bounded` must come before what reads the body; see `is_forged`
@partial(bounded, refused=REFUSED)
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def my_data(request: HttpRequest) -> HttpResponse:
    """Take an e-mail; the answer never tells whether it is known."""
    if request.method != "POST":
        return show_form(request, AskForm())
    is_refused = is_forged(request)
    form = AskForm(request.POST)
    if is_refused:
        form.add_error(
            None,
            _(
                "We could not verify that the form came from your browser. Send it "
                "once more. If this happens again, let this site keep a cookie."
            ),
        )
        return show_form(request, form, 403)
    if not form.is_valid():
        return show_form(request, form)
    if not note_attempt(address_of(request)):
        form.add_error(
            None,
            _("Too many forms came from your network lately. Try again in an hour."),
        )
        return show_form(request, form, 429)
    ask_for_data(email=form.cleaned_data["email"])
    return redirect("comment_my_data_sent")


def show_form(request: HttpRequest, form: AskForm, status: int = 200) -> HttpResponse:
    """Show the form, empty or with what is wrong with it."""
    context = {
        "frame": private_frame(request, title=_("Ask for your data")),
        "form": form,
    }
    return render(request, "public_comments/my_data.html", context, status=status)


@require_safe
def my_data_sent(request: HttpRequest) -> HttpResponse:
    """Say that a link is on its way, if there is anything it could lead to."""
    context = {
        "frame": private_frame(request, title=_("Look into your mail")),
        "hours": round(DATA_LASTS.total_seconds() / 3600),
    }
    return render(request, "public_comments/my_data_sent.html", context)
