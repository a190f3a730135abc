"""What is sent, before a view reads it: too large, too often, malformed or forged."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.base.frame import private_frame
from pages.comments.limits import limits

View = Callable[..., HttpResponse]
TRY_AGAIN_AFTER = 60 * 60
MALFORMED = (SuspiciousOperation, BadRequest, MultiPartParserError)


@dataclass(frozen=True)
class RefusedPage:
    """What is shown where nothing could be read: a template, and what is too long."""

    template: str
    too_long: Any


COMMENT = RefusedPage(
    "public_comments/refused.html", gettext_lazy("Your comment is too long")
)


def bounded(view: View, refused: RefusedPage = COMMENT) -> View:
    """Answer what is too large, or is no form, in the visitor's language.

    Nothing outside may read the body: Django's own check of CSRF would, so that the
    view has to be exempt from it and to ask `is_forged` itself.
    """

    @wraps(view)
    def bounded_view(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if _length(request) > limits().largest_body:
                raise RequestDataTooBig
            response = view(request, *args, **kwargs)
        except RequestDataTooBig:
            return _refuse(request, refused, 413, str(refused.too_long))
        except MALFORMED:
            return _refuse(request, refused, 400, _("We could not read the form"))
        if response.status_code == 429:
            response["Retry-After"] = str(TRY_AGAIN_AFTER)
        return response

    return bounded_view


def _length(request: HttpRequest) -> int:
    """Return the length that is announced; Django reads no more than that."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _refuse(
    request: HttpRequest, refused: RefusedPage, status: int, title: str
) -> HttpResponse:
    context = {
        "frame": private_frame(request, title=title),
        "largest": limits().largest_body // 1024,
        "is_too_large": status == 413,
    }
    return render(request, refused.template, context, status=status)


def too_much() -> str:
    """What an author is told who sends too often."""
    return _(
        "Too many forms came from your network lately. Your text is kept below: send "
        "it in an hour, or use another way to comment."
    )


def is_forged(request: HttpRequest) -> bool:
    """Whether Django's check of CSRF refuses what was sent.

    Its own answer would lose the text, so the view gives another one.
    """
    check = CsrfViewMiddleware(_unexempt)
    return check.process_view(request, _unexempt, (), {}) is not None


def _unexempt(request: HttpRequest) -> HttpResponse:
    """Stand in for the view, which is exempt from the check."""
    return HttpResponse()
