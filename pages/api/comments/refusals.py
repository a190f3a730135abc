"""Refuses what authors send as the form does, in its words."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from wagtail.api.v3.errors import problem_response

from pages.api.problems import refuse
from pages.comments.limits import limits
from pages.comments.views.bodies import TRY_AGAIN_AFTER
from pages.comments.views.private import HEADERS

Fault = dict[str, Any]


def check_size(request: HttpRequest) -> None:
    """Refuse a body that is larger than a form of the site may be."""
    most = limits().largest_body
    if len(request.body) > most:
        message = _("The body is too large: at most %(most)d bytes.")
        refuse(413, message % {"most": most})


def faults_of(form: Form) -> list[Fault]:
    """Return all that is wrong with a form, each at its field, with its codes."""
    return [
        fault("" if name == "__all__" else name, error["message"], error["code"])
        for name, errors in form.errors.get_json_data().items()
        for error in errors
    ]


def fault(name: str, message: str, code: str) -> Fault:
    """Return what is wrong with one field of the body, or with all of it."""
    place = ["body", name] if name else ["body"]
    return {"type": code or "invalid", "loc": place, "msg": message}


def too_often() -> HttpResponse:
    """Return the answer to whom sends too often."""
    response: HttpResponse = problem_response(
        status=429,
        detail=_("Too many forms came from your network lately. Try again in an hour."),
    )
    response["Retry-After"] = str(TRY_AGAIN_AFTER)
    return response


def keep_private(response: HttpResponse) -> None:
    """Keep an answer that is one person's out of all caches and indexes."""
    for name, value in HEADERS.items():
        response[name] = value
