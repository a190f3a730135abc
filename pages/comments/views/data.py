"""What is kept of an author: seen, downloaded and erased by a private link."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from pages.base.frame import private_frame
from pages.comments.forms.data import EraseForm
from pages.comments.models import CommentLink, LinkPurpose, PublicComment
from pages.comments.privacy.asking import comments_with, confirmed_with
from pages.comments.privacy.contacts import contacts_of, is_name_public
from pages.comments.privacy.erasing import erase_contacts
from pages.comments.privacy.exporting import as_json, not_kept, read_data
from pages.comments.sending.correcting import may_author_change

from .bodies import bounded
from .own import BACK, frame_of
from .private import private


@private(LinkPurpose.FOLLOW)
@require_safe
def own_data(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Show an author all that is kept of a comment."""
    return show_data(
        request,
        _itself(link.comment),
        frame=frame_of(request, link.comment, _("Your data in %(code)s")),
        erase_url="../erase/",
        back_url=BACK,
    )


@private(LinkPurpose.FOLLOW)
@require_safe
def own_data_file(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Hand the same out as a file."""
    return hand_out(_itself(link.comment), name=link.comment.code)


@private(LinkPurpose.FOLLOW)
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
def erase_own(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Let an author erase who wrote a comment, asked once more."""
    title = _("Erase the contact data of %(code)s") % {"code": link.comment.code}
    return erase(request, [link.comment], Erasing(title, link.comment))


@private(LinkPurpose.DATA)
@require_safe
def all_data(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Show whoever has an e-mail all comments sent with it, and what is kept."""
    if link.is_expired:
        return show_expired(request)
    return show_data(
        request,
        confirmed_with(link.comment.email),
        frame=private_frame(request, title=_("Your comments and your data")),
        erase_url="erase/",
        is_all=True,
    )


@private(LinkPurpose.DATA)
@require_safe
def all_data_file(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Hand the same out as a file."""
    if link.is_expired:
        return show_expired(request)
    return hand_out(
        confirmed_with(link.comment.email),
        name=pgettext("name of a file", "my-comments"),
    )


@private(LinkPurpose.DATA)
@bounded
@require_http_methods(["GET", "HEAD", "POST"])
def erase_all(request: HttpRequest, link: CommentLink) -> HttpResponse:
    """Let whoever has an e-mail erase it from all comments, those not confirmed too."""
    if link.is_expired:
        return show_expired(request)
    comments = list(comments_with(link.comment.email).select_related("consultation"))
    title = _("Erase the contact data of all your comments")
    return erase(request, comments, Erasing(title))


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """Say that the contact data are gone, where no private link is left to say it."""
    frame = private_frame(request, title=_("Your contact data are erased"))
    return render(request, "public_comments/erased.html", {"frame": frame})


def show_data(request: HttpRequest, comments: Any, **values: Any) -> HttpResponse:
    """Show what is kept of comments, with what the page says around it."""
    context = {"found": read_data(comments), "not_kept": not_kept(), **values}
    return render(request, "public_comments/own_data.html", context)


@dataclass(frozen=True)
class Erasing:
    """The page that asks once more: `comment` where it is about one of them."""

    title: str
    comment: PublicComment | None = None


def erase(
    request: HttpRequest, comments: Sequence[PublicComment], page: Erasing
) -> HttpResponse:
    """Erase contact data, or ask whether to; links to all data end with them."""
    form = EraseForm(
        request.POST if request.method == "POST" else None,
        has_public_name=any(is_name_public(comment) for comment in comments),
    )
    if form.is_valid():
        wishes = form.cleaned_data
        with transaction.atomic():  # the link to all of them ends with the first
            gone = [
                erase_contacts(comment=comment, by_author=True, **wishes)
                for comment in comments
            ]
        if any(gone) or wishes["with_links"]:
            is_followed = page.comment and not wishes["with_links"]
            return (
                HttpResponseRedirect(BACK)
                if is_followed
                else redirect("comment_erased")
            )
    return show_erase(request, comments, page, form)


def show_erase(
    request: HttpRequest,
    comments: Sequence[PublicComment],
    page: Erasing,
    form: EraseForm,
) -> HttpResponse:
    """Say what goes and what stays, with the button, or that nothing is left."""
    comment = page.comment
    context = {
        "frame": private_frame(request, title=page.title),
        "comments": comments,
        "held": {name for each in comments for name in contacts_of(each)},
        "has_public_name": "with_public_name" in form.fields,
        "may_withdraw": comment is not None and may_author_change(comment),
        "is_all": comment is None,
        "form": form,
        "back_url": BACK,
    }
    return render(request, "public_comments/erase.html", context)


def hand_out(comments: Any, *, name: str) -> HttpResponse:
    """Return what is kept of comments as a file to keep."""
    response = HttpResponse(
        as_json(read_data(comments)), content_type="application/json; charset=utf-8"
    )
    file = f"{name.replace('/', '-').replace(' ', '-')}.json"
    response["Content-Disposition"] = content_disposition_header(True, file)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def show_expired(request: HttpRequest) -> HttpResponse:
    """Say that a link to all data has expired, and where to ask for another."""
    context = {"frame": private_frame(request, title=_("The link has expired"))}
    return render(request, "public_comments/data_expired.html", context)


def _itself(comment: PublicComment) -> Any:
    return PublicComment.objects.filter(pk=comment.pk)
