"""The desk of a contact person: drafts, the position, and what became of it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pages.comments.models import LinkPurpose
from pages.comments.public.answers import read_answers
from pages.comments.public.tracking import SAID_OF
from pages.comments.sending.links import link_path, make_link
from pages.comments.sending.seals import digest
from pages.positions.composing import move_item
from pages.positions.finding import find_by_link
from pages.positions.issuing import (
    CodeRevokedError,
    follow_secret,
    renew_code,
    revoke_code,
)
from pages.positions.models import OrganisationCode
from pages.positions.reading import in_order, read_places

from .member import may_work
from .private import page_context, private, refuse, target_of

DESK = "organisation_positions/desk.html"


@private(find_by_link)
@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Show what members drafted and how the position stands; change its order."""
    if code.submitted_at:
        return show_submitted(request, code)
    refusal, status = "", 200
    if request.method == "POST":
        if not may_work(request, code):
            refusal, status = too_often(), 429
        else:
            refusal = move(code, request.POST)
        if not refusal:
            return HttpResponseRedirect("./#order")
    target = target_of(code)
    places = read_places(code, target)
    context = page_context(
        request,
        code,
        _("Position of your organisation"),
        target=target,
        said=in_order(places),
        places=[place for place in places if place.drafts],
        others=[place for place in places if not (place.drafts or place.item)],
        refusal=refusal,
    )
    return render(request, DESK, context, status=status)


def too_often() -> str:
    """What a contact person is told who presses buttons more often than anybody."""
    return _("Too many forms came from your network lately. Try again in an hour.")


def move(code: OrganisationCode, data: Any) -> str:
    """Move the part of the position that a button names; return why it cannot be."""
    try:
        for name in ("up", "down"):
            pk = data.get(name, "")
            if pk.isdecimal() and len(pk) < 19:
                move_item(code=code, pk=int(pk), up=name == "up")
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def show_submitted(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Show the comments that a position became, with their states and answers."""
    comments = list(code.comments)
    answers = read_answers([comment.pk for comment in comments], request)
    rows = [
        {
            "comment": comment,
            "status": SAID_OF[comment.state],
            "answers": answers.get(comment.pk),
            "url": comment.url if comment.is_visible else "",
        }
        for comment in comments
    ]
    context = page_context(
        request, code, _("The position of your organisation is submitted"), rows=rows
    )
    return render(request, "organisation_positions/submitted.html", context)


@private(find_by_link)
@require_POST
def follow(request: HttpRequest, code: OrganisationCode, pk: int) -> HttpResponse:
    """Lead to the private page of one comment: corrected and withdrawn there."""
    comment = get_object_or_404(code.comments, pk=pk)
    secret = follow_secret(code, comment)
    links = comment.links.filter(purpose=LinkPurpose.FOLLOW, digest=digest(secret))
    link = links.first()
    if link is None:
        link, secret = make_link(
            comment=comment, purpose=LinkPurpose.FOLLOW, secret=secret
        )
    return redirect(link_path(link, secret))


@private(find_by_link)
@require_http_methods(["GET", "HEAD", "POST"])
def change_code(request: HttpRequest, code: OrganisationCode) -> HttpResponse:
    """Give the members another code, or end it all, asked once more."""
    written, is_revoked, refusal = "", False, ""
    try:
        if "renew" in request.POST and code.is_open:
            if may_work(request, code):
                written = renew_code(code=code)
            else:
                refusal = too_often()
        elif "revoke" in request.POST:
            revoke_code(code=code)
            is_revoked = True
    except CodeRevokedError:  # in another window, a moment ago
        return refuse(request)
    context = page_context(
        request,
        code,
        _("Code of your organisation"),
        written=written,
        is_revoked=is_revoked,
        refusal=refusal,
    )
    status = 429 if refusal else 200
    return render(request, "organisation_positions/code.html", context, status=status)
