"""The addresses at which authors send comments and follow their own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Status

from pages.api.locales import reading as read_in
from pages.api.problems import Problem
from pages.api.tokens import Anonymous
from pages.comments.models import LinkPurpose
from pages.comments.sending.organisations import find_organisations
from snippets.models import Organisation

from . import owning
from .receiving import open_form, receive
from .refusals import check_size, keep_private
from .router import router
from .sent import (
    CommentReceipt,
    CorrectedComment,
    FormPlace,
    MeantOrganisations,
    NamedAs,
    OpenedForm,
    OwnComment,
    Secret,
    SentComment,
)

ANYBODY = [Anonymous()]


@router.get(
    "/form/",
    response={200: OpenedForm, 409: Problem},
    auth=ANYBODY,
    url_name="open_comment_form",
    operation_id="comments_form",
    summary="Open a form",
)
def open_comment_form(
    request: HttpRequest, response: HttpResponse, place: Query[FormPlace]
) -> dict[str, Any]:
    """Open a form for one comment: its key, its challenge and its rules.

    Every answer is another form and is kept nowhere. 409: comments on the version are
    not taken now.
    """
    keep_private(response)
    with read_in(place.locale):
        return open_form(request, place)


@router.get(
    "/organisations/",
    response=MeantOrganisations,
    auth=ANYBODY,
    url_name="meant_organisations",
    operation_id="comments_organisations",
    summary="Find the organisation that a name means",
)
def meant_organisations(request: HttpRequest, named: Query[NamedAs]) -> dict[str, Any]:
    """What the directory has of the name that an author gives."""
    found = find_organisations(named.name)
    return {
        "exact": found.exact and meant(found.exact),
        "offered": [meant(one) for one in found.offered],
    }


def meant(organisation: Organisation) -> dict[str, str]:
    """Return an organisation to choose."""
    return {
        "chosen": str(organisation.pk),
        "name": organisation.name,
        "city": organisation.city,
    }


@router.post(
    "/",
    response={201: CommentReceipt, 409: Problem, 413: Problem, 415: Problem},
    auth=ANYBODY,
    url_name="send_comment",
    operation_id="comments_send",
    summary="Send a comment",
)
def send_comment(
    request: HttpRequest, response: HttpResponse, sent: SentComment
) -> Any:
    """Send a comment by a form that was opened before.

    It is judged as the site's own form judges it, and refused in its words (422). It
    counts against the same limits (429). Sent again it gives the same receipt. 409:
    comments on the version are not taken now.
    """
    check_size(request)
    keep_private(response)
    with read_in(sent.locale) as language:
        answer = receive(request, sent, language)
    return answer if isinstance(answer, HttpResponse) else Status(201, answer)


@router.post(
    "/confirm/",
    response={200: CommentReceipt, 409: Problem, 410: Problem},
    auth=ANYBODY,
    url_name="confirm_comment",
    operation_id="comments_confirm",
    summary="Confirm a comment",
)
def confirm_comment(
    request: HttpRequest, response: HttpResponse, secret: Secret
) -> dict[str, Any]:
    """Confirm a comment by the link in the mail.

    409: it does not wait to be confirmed. 410: the link has expired, a new one can be
    sent.
    """
    keep_private(response)
    return owning.confirm(secret.token)


@router.post(
    "/confirm/again/",
    response={200: CommentReceipt, 409: Problem},
    auth=ANYBODY,
    url_name="confirm_comment_again",
    operation_id="comments_confirm_again",
    summary="Send a new link to confirm",
)
def confirm_comment_again(
    request: HttpRequest, response: HttpResponse, secret: Secret
) -> Any:
    """Have a new link mailed in the place of one that has expired."""
    keep_private(response)
    return owning.confirm_again(request, secret.token)


@router.post(
    "/own/",
    response=OwnComment,
    auth=ANYBODY,
    url_name="own_comment",
    operation_id="comments_own",
    summary="Read an own comment",
)
def own_comment(
    request: HttpRequest, response: HttpResponse, secret: Secret
) -> dict[str, Any]:
    """How a comment stands for its author, by its private link."""
    keep_private(response)
    comment = owning.link_of(secret.token, LinkPurpose.FOLLOW).comment
    return owning.tell_own(request, comment)


@router.post(
    "/correct/",
    response={200: OwnComment, 409: Problem, 413: Problem, 415: Problem},
    auth=ANYBODY,
    url_name="correct_comment",
    operation_id="comments_correct",
    summary="Correct an own comment",
)
def correct_comment(
    request: HttpRequest, response: HttpResponse, sent: CorrectedComment
) -> Any:
    """Put other words in the place of those sent; the earlier ones are kept.

    409: it is answered, withdrawn or hidden, or the consultation is over.
    """
    check_size(request)
    keep_private(response)
    return owning.correct(request, sent)


@router.post(
    "/withdraw/",
    response={200: OwnComment, 409: Problem},
    auth=ANYBODY,
    url_name="withdraw_comment",
    operation_id="comments_withdraw",
    summary="Withdraw an own comment",
)
def withdraw_comment(
    request: HttpRequest, response: HttpResponse, secret: Secret
) -> dict[str, Any]:
    """Withdraw a comment: readers see that there was one. This cannot be undone.

    409: it is answered or hidden, or the consultation is over.
    """
    keep_private(response)
    return owning.withdraw(request, secret.token)
