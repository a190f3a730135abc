"""The receipt of a new comment: shown once, on the author's own page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from pages.comments.models import CommentLink
from pages.comments.sending.links import link_path
from pages.comments.sending.submitting import Receipt

# It names the link, not its secret; without it the page does not spell that out, so
# that neither the history of a browser nor a shared address brings it up again.
COOKIE = "comment_receipt"
LASTS = 10 * 60


def acknowledge(receipt: Receipt) -> HttpResponse:
    """Lead to the author's own page, or to the words that mail is on its way."""
    if receipt.link is None:
        return redirect("comment_sent")
    response = redirect(link_path(receipt.link, receipt.secret))
    response.set_signed_cookie(
        COOKIE,
        str(receipt.link.uid),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def is_new(request: HttpRequest, link: CommentLink) -> bool:
    """Whether the visitor comes right from sending or confirming the comment."""
    value = request.get_signed_cookie(COOKIE, default="", max_age=LASTS)
    return value == str(link.uid)


def forget(response: HttpResponse) -> None:
    """Let the receipt be shown no more."""
    response.delete_cookie(COOKIE, samesite="Lax")
