"""A member's own draft, by its private link: corrected, or taken back."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pages.base.frame import private_frame
from pages.comments.views.bodies import too_much
from pages.positions.drafting import change_draft, take_back
from pages.positions.finding import find_draft
from pages.positions.forms import DraftForm
from pages.positions.models import PositionDraft

from .member import may_send, show_unsent
from .private import page_context, private, target_of


@private(find_draft)
@require_http_methods(["GET", "HEAD", "POST"])
def own_draft(request: HttpRequest, draft: PositionDraft) -> HttpResponse:
    """Show a member's draft; until the position is submitted it can be changed."""
    code = draft.code
    target = target_of(code, str(draft.clause_id or ""))
    is_sent = request.method == "POST"
    initial = {
        **draft.words,
        "proposed_wording": draft.proposed_wording or target.wording,
        "author": draft.author,
    }
    form = DraftForm(
        request.POST if is_sent else None, wording=target.wording, initial=initial
    )
    if is_sent and not code.is_open:
        return show_unsent(request, code, form, back="")
    if is_sent and "take_back" in request.POST:
        return take_back_now(request, draft)
    status = 200
    if is_sent and form.is_valid():
        if not may_send(request, code):
            status = 429
            form.add_error(None, too_much())
        elif change(draft, form):
            return HttpResponseRedirect("?saved=1")
    context = page_context(
        request,
        code,
        _("Your draft for the position of your organisation"),
        target=target,
        form=form,
        draft=draft,
        is_saved="saved" in request.GET and not is_sent,
    )
    return render(request, "organisation_positions/draft.html", context, status=status)


def change(draft: PositionDraft, form: DraftForm) -> bool:
    """Put the words of a form into a draft; return whether that could be done."""
    try:
        change_draft(draft=draft, values=form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error)
    except PositionDraft.DoesNotExist:
        form.add_error(None, _("This draft was taken back in another window."))
    else:
        return True
    return False


def take_back_now(request: HttpRequest, draft: PositionDraft) -> HttpResponse:
    """Delete a draft; its address leads nowhere afterwards, so the answer is here."""
    code = draft.code
    try:
        take_back(draft=draft)
    except ValidationError:
        return show_unsent(request, code, DraftForm(request.POST), back="")
    context = {
        "frame": private_frame(request, title=_("Your draft is taken back")),
        "organisation": code.organisation,
    }
    return render(request, "organisation_positions/taken_back.html", context)
