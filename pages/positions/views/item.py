"""One part of a position: written by the contact person, from drafts or alone."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from pages.comments.views.bodies import too_much
from pages.comments.views.target import Target
from pages.positions.composing import (
    ItemChangedError,
    find_item,
    leave_out,
    remove_item,
    save_item,
    take_drafts,
)
from pages.positions.finding import find_by_link
from pages.positions.forms import ItemForm
from pages.positions.models import OrganisationCode, PositionItem
from pages.positions.reading import read_of_clause
from pages.programmes.clauses import is_uuid

from .member import may_work, show_unsent
from .private import page_context, private, target_of

# To the page of the same clause, and to the desk; relative, so that no secret is
# spelt out.
DESK = "../"


class TooOftenError(ValidationError):
    """More came from one network than anybody writes."""

    def __init__(self) -> None:
        super().__init__(too_much())


@private(find_by_link)
@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Show a clause with its drafts and what the position says; take what is done."""
    target = target_of(code, request.GET.get("clause", ""))
    found = find_item(code, target.clause)
    form = item_form(None, target, found)
    conflict: PositionItem | None = None
    status = 200
    if request.method == "POST":
        form = item_form(request.POST, target, found)
        if not code.is_open:
            return show_unsent(request, code, form)
        try:
            done = act(request, code, target, form)
        except ItemChangedError as error:
            form.add_error(None, error)
            found = conflict = find_item(code, target.clause)
        except ValidationError as error:
            form.add_error(None, error)
            status = 429 if isinstance(error, TooOftenError) else 200
            found = find_item(code, target.clause)
        else:
            if done:
                return HttpResponseRedirect(done)
    context = page_context(
        request,
        code,
        target.title,
        target=target,
        form=form,
        item=found,
        seen=found.stamp if found else "",
        conflict=conflict,
        ticked=request.POST.getlist("draft"),
        drafts=read_of_clause(code, target.clause, request.GET.get("draft", "")),
        is_saved="saved" in request.GET and request.method != "POST",
    )
    return render(request, "organisation_positions/item.html", context, status=status)


def item_form(data: Any, target: Target, found: PositionItem | None) -> ItemForm:
    """Return the form with what the position says, or with what was sent."""
    initial = dict(found.words) if found else {}
    if not initial.get("proposed_wording"):
        initial["proposed_wording"] = target.wording
    return ItemForm(data, wording=target.wording, initial=initial)


def act(
    request: HttpRequest, code: OrganisationCode, target: Target, form: ItemForm
) -> str:
    """Do what a button says; return where to go on, nothing where the form is wrong.

    What is written in the form is saved with whatever is done to the drafts, so that
    it is not lost. Raises TooOftenError.
    """
    if not may_work(request, code):
        raise TooOftenError
    data = request.POST
    do, seen = data.get("do", ""), data.get("seen", "")
    uids = [UUID(uid) for uid in data.getlist("draft") if is_uuid(uid)]
    here = f"./{target.query or '?'}&saved=1#position"
    if do == "remove":
        remove_item(code=code, clause=target.clause, seen=seen)
        return DESK
    is_written = bool(seen or form["text"].value() or form["justification"].value())
    if do == "save" or is_written:
        if not form.is_valid():
            return ""
        save_item(code=code, clause=target.clause, values=form.cleaned_data, seen=seen)
    if do == "take":
        take_drafts(code=code, clause=target.clause, uids=uids)
    elif do == "leave":
        leave_out(code=code, clause=target.clause, uids=uids)
    return here
