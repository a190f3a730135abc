"""What members see under the code of their organisation, and where they draft."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.seals import digest
from pages.comments.views.bodies import too_much
from pages.comments.views.target import Target
from pages.positions.drafting import add_draft
from pages.positions.finding import find_by_code, find_draft
from pages.positions.forms import DraftForm
from pages.positions.mail.letters import root_url
from pages.positions.models import OrganisationCode, PositionDraft
from pages.positions.reading import read_of_clause, read_places
from pages.programmes.clauses import is_uuid

from .private import page_context, private, target_of

AT_DESK = 10


@private(find_by_code)
@require_safe
def position(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Show a member what can be drafted, and what others have drafted already."""
    target = target_of(code)
    own = own_address(request)
    context = page_context(
        request,
        code,
        _("Draft the position of your organisation"),
        target=target,
        places=read_places(code, target),
        own_address=root_url(code) + own if own else "",
    )
    return render(request, "organisation_positions/position.html", context)


def own_address(request: HttpRequest) -> str:
    """Return the private address of the draft that was just saved, if it is one."""
    uid, secret = request.GET.get("draft", ""), request.GET.get("key", "")
    if not is_uuid(uid) or find_draft(UUID(uid), secret) is None:
        return ""
    return reverse("position_draft", args=[uid, secret])


@private(find_by_code)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Let a member draft a comment on a clause, or on the whole version."""
    target = target_of(code, request.GET.get("clause", ""))
    is_sent = request.method == "POST"
    form = DraftForm(request.POST if is_sent else None, wording=target.wording)
    status = 200
    if is_sent and not code.is_open:
        return show_unsent(request, code, form)
    if is_sent and form.is_valid():
        if not may_send(request, code):
            status = 429
            form.add_error(None, too_much())
        else:
            saved = save(code, target, form)
            if saved:
                draft, secret = saved
                return HttpResponseRedirect(f"../?draft={draft.uid}&key={secret}#saved")
    context = page_context(
        request,
        code,
        target.title,
        target=target,
        form=form,
        drafts=read_of_clause(code, target.clause, request.GET.get("draft", "")),
    )
    return render(
        request, "organisation_positions/draft_add.html", context, status=status
    )


def may_send(request: HttpRequest, code: OrganisationCode) -> bool:
    """Count what is written under one code from one address, apart from the rest."""
    return note_attempt(digest("position", address_of(request), str(code.uid)))


def may_work(request: HttpRequest, code: OrganisationCode) -> bool:
    """Count what is done at a desk: a position is put together in many small steps."""
    address = digest("position desk", address_of(request), str(code.uid))
    return note_attempt(address, times=AT_DESK)


def save(
    code: OrganisationCode, target: Target, form: DraftForm
) -> tuple[PositionDraft, str] | None:
    """Keep a draft; None where it cannot be kept, which the form says then."""
    try:
        return add_draft(
            code=code,
            clause=target.clause,
            values=form.cleaned_data,
            language=get_language() or settings.LANGUAGE_CODE,
        )
    except ValidationError as error:
        form.add_error(None, error)
        return None


def show_unsent(
    request: HttpRequest, code: OrganisationCode, form: Any, back: str = "../"
) -> HttpResponse:
    """Say that time is over, and show what was written, to be copied."""
    context = page_context(
        request,
        code,
        _("Nothing can be drafted any more"),
        words=form.words,
        back=back,
    )
    return render(request, "organisation_positions/unsent.html", context)
