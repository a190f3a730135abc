"""The position as it would be registered; a button submits it."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pages.positions.finding import find_by_link
from pages.positions.models import DraftState, OrganisationCode
from pages.positions.reading import in_order, read_places
from pages.positions.submitting import stamp_of, submit_position

from .private import page_context, private, target_of

DESK = "../"


@private(find_by_link)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Show what would be sent, and send it; afterwards the desk says what it became."""
    refusal = ""
    if request.method == "POST":
        try:
            submit_position(code=code, seen=request.POST.get("seen", ""))
        except ValidationError as error:
            refusal = error.messages[0]
        else:
            return HttpResponseRedirect(DESK)
    if code.submitted_at:
        return HttpResponseRedirect(DESK)
    said = in_order(read_places(code, target_of(code)))
    context = page_context(
        request,
        code,
        _("Preview of the position"),
        said=said,
        seen=stamp_of([place.item for place in said if place.item]),
        waiting=code.drafts.filter(state=DraftState.WAITING).count(),
        refusal=refusal,
    )
    return render(request, "organisation_positions/preview.html", context)
