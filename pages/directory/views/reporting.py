"""The public form for errors: opened, sent, refused with the text kept, thanked for."""

from functools import partial
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from pages.base.frame import Frame, Link, view_frame
from pages.comments.limits import ADDRESS_KEPT
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.seals import Seal, new_seal
from pages.comments.views.bodies import RefusedPage, bounded, is_forged
from pages.comments.views.form import Refusal, untimely, valid_seal
from pages.directory import reporting
from pages.directory.forms import ErrorReportForm
from pages.directory.models import DataErrorReport
from pages.directory.standing import standing_entry
from snippets.models import Organisation

from .detail import directory_link, lead_to_standing

REFUSED = RefusedPage("directory/refused.html", gettext_lazy("Your report is too long"))


@csrf_exempt  # `bounded` must come before what reads the body; see `is_forged`
@partial(bounded, refused=REFUSED)
@require_http_methods(["GET", "HEAD", "POST"])
@cache_control(private=True)
def report_error(request: HttpRequest, slug: str) -> HttpResponse:
    """Let anybody say what is wrong about an organisation, without an account."""
    named = get_object_or_404(Organisation, slug=slug)
    organisation = standing_entry(named)
    if request.method == "POST" and organisation:
        return receive(request, organisation)
    if named.merged_into_id:
        return lead_to_standing(named, "report_error")
    return show_form(request, named, ErrorReportForm(), new_seal())


def receive(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Take a report in, or show the form again with all that was written."""
    is_refused = is_forged(request)
    key = request.POST.get("key", "")
    seal = valid_seal(key)
    form = ErrorReportForm(request.POST)
    refusal = forged() if is_refused else untimely(seal)
    if seal and not refusal and form.is_valid():
        sent = send(request, organisation, form, seal)
        if isinstance(sent, DataErrorReport):
            receipt = urlencode({"receipt": reporting.receipt_of(sent)})
            address = reverse("report_error_sent", args=[organisation.slug])
            return redirect(f"{address}?{receipt}")
        refusal = sent
    if refusal:
        form.is_valid()  # what else is wrong is said as well
        form.add_error(None, refusal.message)
    status = refusal.status if refusal else 200
    return show_form(request, organisation, form, key if seal else new_seal(), status)


def forged() -> Refusal:
    """Return why a form is not taken that may come from another site."""
    message = _(
        "We could not verify that the form came from your browser. Check your text "
        "below and send it once more. If this happens again, let this site keep a "
        "cookie."
    )
    return Refusal(message, 403)


def send(
    request: HttpRequest, organisation: Organisation, form: ErrorReportForm, seal: Seal
) -> DataErrorReport | Refusal:
    """Hand a report in; return it, or why it is not taken."""
    if not note_attempt(address_of(request)):
        message = _(
            "Too many forms came from your network lately. Your text is kept below: "
            "send it in an hour."
        )
        return Refusal(message, 429)
    said = {name: form.cleaned_data[name] for name in ("subject", "text", "email")}
    return reporting.report_error(organisation=organisation, seal=seal, **said)


def show_form(
    request: HttpRequest,
    organisation: Organisation,
    form: ErrorReportForm,
    key: str,
    status: int = 200,
) -> HttpResponse:
    """Show the form, empty or with what was written and what is wrong with it."""
    context = {
        "frame": frame_of(request, organisation, _("Report an error in these data")),
        "organisation": organisation,
        "form": form,
        "key": key,
        "address_kept": ADDRESS_KEPT.days,
    }
    return render(request, "directory/report_error.html", context, status=status)


@require_safe
def report_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that a report has come in, and by which number it is known."""
    organisation = get_object_or_404(Organisation, slug=slug)
    code = reporting.read_receipt(request.GET.get("receipt", ""))
    if not code:
        raise Http404(_("There is no such report."))
    context = {
        "frame": frame_of(request, organisation, _("Thank you for the report")),
        "organisation": organisation,
        "code": code,
    }
    return render(request, "directory/report_sent.html", context)


def frame_of(request: HttpRequest, organisation: Organisation, title: str) -> Frame:
    """Return what surrounds the form and its thanks."""
    receipt = request.GET.get("receipt", "")
    return view_frame(
        request,
        title=title,
        description=_("Say what is wrong in the directory: staff check every report."),
        crumbs=[
            directory_link(request),
            Link(organisation.name, request.build_absolute_uri(organisation.url)),
        ],
        is_indexed=False,
        query=f"?{urlencode({'receipt': receipt})}" if receipt else "",
    )
