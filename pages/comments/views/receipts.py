"""The receipt of a new comment: shown once, on the author's own page."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from pages.comments.models import CommentLink
from pages.comments.sending.links import link_path
from pages.comments.sending.submitting import Receipt

# It names the link, not its secret; without it the page does not spell that out, so
# that neither the history of a browser nor a shared address brings it up again.
COOKIE = "comment_receipt"
LASTS = 10 * 60
# What the address of the page says of a comment that staff read first.
HELD = "held"


def acknowledge(receipt: Receipt, *, is_held: bool = False) -> HttpResponse:
    """Lead to the author's own page, or to the words that mail is on its way.

    The author's own page knows what is held; the other one may not look it up, since
    whoever guesses an address would learn from it.
    """
    if receipt.link is None:
        sent = reverse("comment_sent")
        return redirect(f"{sent}?{HELD}=1" if is_held else sent)
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
