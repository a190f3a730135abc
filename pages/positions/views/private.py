"""Views whose address is a secret of an organisation, or of one of its members."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from pages.base.frame import private_frame
from pages.comments.views.bodies import bounded
from pages.comments.views.private import View, secretive
from pages.comments.views.target import Target, find_target
from pages.positions.forms import DraftForm
from pages.positions.models import OrganisationCode

Found = TypeVar("Found")
Find = Callable[[UUID, str], Found | None]


def private(find: Find[Any]) -> Callable[[View], View]:
    """Give a view what its address leads to, and keep the address to itself.

    An address that was guessed, one whose code is revoked, and one that names a clause
    which is not there get the same answer; what was written is shown, to be copied.
    """

    def decorate(view: View) -> View:
        @secretive
        @bounded
        @wraps(view)
        def private_view(
            request: HttpRequest, uid: UUID, secret: str, **kwargs: Any
        ) -> HttpResponse:
            found = find(uid, secret)
            if found is None:
                return refuse(request)
            try:
                return view(request, found, **kwargs)
            except Http404:
                return refuse(request)

        return private_view

    return decorate


def refuse(request: HttpRequest) -> HttpResponse:
    """Say that an address leads nowhere any more."""
    context = {
        "frame": private_frame(request, title=_("This code or link is not valid")),
        "words": DraftForm(request.POST).words if request.method == "POST" else {},
    }
    return render(request, "organisation_positions/not_valid.html", context, status=404)


def target_of(code: OrganisationCode, clause: str = "") -> Target:
    """Return a clause of the version that a code is for; raise Http404."""
    return find_target(code.consultation.draft_id, clause)


def page_context(
    request: HttpRequest, code: OrganisationCode, title: str, **values: Any
) -> dict[str, Any]:
    """Return what the private pages of an organisation print."""
    return {
        "frame": private_frame(request, title=title),
        "code": code,
        "organisation": code.organisation,
        "consultation": code.consultation,
        **values,
    }
