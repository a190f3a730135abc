"""The private link in a mail: it confirms a comment.

Programs that look for viruses in mail open every link: nothing changes until a
button is pressed.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from pages.base.frame import private_frame
from pages.comments.models import CommentLink, LinkPurpose
from pages.comments.sending.attempts import address_of, note_attempt
from pages.comments.sending.confirming import (
    LinkExpiredError,
    LinkUsedError,
    confirm_comment,
)
from pages.comments.sending.submitting import send_link_again
from pages.comments.states import State

from .bodies import bounded
from .private import private
from .receipts import acknowledge


@private(LinkPurpose.CONFIRM)
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Let an author confirm a comment, once and in time."""
    if request.method != "POST":
        return show_confirm(request, link)
    if "again" in request.POST:
        return send_again(request, link)
    try:
        return acknowledge(confirm_comment(link=link))
    except (LinkUsedError, LinkExpiredError):
        return show_confirm(request, link)


def show_confirm(
    request: HttpRequest, link: CommentLink, status: int = 200
) -> HttpResponse:
    """Show the button, or why there is none."""
    is_used = link.comment.state != State.UNCONFIRMED
    title = _("Confirm your comment")
    if is_used:
        title = _("There is nothing to confirm any more")
    elif link.is_expired:
        title = _("The link has expired")
    context = {
        "frame": private_frame(request, title=title),
        "comment": link.comment,
        "is_used": is_used,
        "is_expired": link.is_expired,
        "is_too_much": status == 429,
    }
    return render(request, "public_comments/confirm.html", context, status=status)


def send_again(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Send a new link in the place of one that has expired."""
    if link.comment.state != State.UNCONFIRMED or not link.is_expired:
        return show_confirm(request, link)
    if not note_attempt(address_of(request)):
        return show_confirm(request, link, status=429)
    send_link_again(comment=link.comment)
    return redirect("comment_sent")
