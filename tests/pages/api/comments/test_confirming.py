"""A comment with an e-mail counts once its author has confirmed it by the API."""

import re

import pytest
from django.core import mail

from pages.comments.mail.mailing import send_due
from pages.comments.models import (
    CommentLink,
    CommentRegister,
    Notice,
    NoticeKind,
    PublicComment,
    SubmissionAttempt,
)
from pages.comments.states import State
from tests.factories.comments import PublicCommentFactory

from .secrets import token_of
from .visiting import post

CONFIRM, AGAIN = "confirm/", "confirm/again/"


@pytest.fixture
def waiting(consultation):
    return PublicCommentFactory(consultation=consultation, unconfirmed=True)


def unchanged(comment):
    """Whether a comment still waits, and nobody was written to."""
    comment.refresh_from_db()
    return (
        (comment.state, comment.number) == (State.UNCONFIRMED, None)
        and not CommentRegister.objects.exists()
        and not Notice.objects.exists()
    )


def mailed_address():
    """Return the address in the mail that was sent last."""
    send_due()
    return re.search(r"https?://\S+", mail.outbox[-1].body)[0]


def test_mailed_address_registers_the_comment(visitor, client):
    visitor.sent(email="jan@example.org")

    response = post(client, CONFIRM, {"token": mailed_address()})

    comment = PublicComment.objects.get()
    receipt = response.json()
    assert (response.status_code, response["Cache-Control"]) == (200, "no-store")
    assert (receipt["state"], receipt["code"]) == ("registered", comment.code)
    assert (receipt["year"], receipt["number"]) == (comment.year, 1)
    assert comment.state == State.REGISTERED
    own = post(client, "own/", {"token": receipt["private_link"]["token"]})
    assert own.json()["code"] == comment.code


def test_link_works_once(waiting, client):
    token = token_of(waiting, "confirm")
    post(client, CONFIRM, {"token": token})
    links = CommentLink.objects.count()

    for path in (CONFIRM, AGAIN):
        response = post(client, path, {"token": token})
        assert response.status_code == 409
        waiting.refresh_from_db()
        assert waiting.code in response.json()["detail"]

    assert CommentRegister.objects.get().last_number == waiting.number == 1
    assert CommentLink.objects.count() == links


def test_expired_link_changes_nothing(waiting, client):
    token = token_of(waiting, "confirm", is_expired=True)

    response = post(client, CONFIRM, {"token": token})

    assert response.status_code == 410
    assert response["Content-Type"] == "application/problem+json"
    assert unchanged(waiting)
    assert CommentLink.objects.get().used_at is None


def test_what_fails_half_way_leaves_nothing(waiting, client, monkeypatch):
    token = token_of(waiting, "confirm")

    def fail(**values):
        raise RuntimeError

    monkeypatch.setattr("pages.comments.sending.confirming.make_link", fail)
    with pytest.raises(RuntimeError):
        post(client, CONFIRM, {"token": token})

    assert unchanged(waiting)
    assert CommentLink.objects.get().used_at is None


def test_new_link_is_mailed_in_the_place_of_an_expired_one(waiting, client):
    token = token_of(waiting, "confirm", is_expired=True)

    receipt = post(client, AGAIN, {"token": token}).json()

    assert receipt["state"] == "waits_for_confirmation"
    assert receipt["private_link"] is receipt["code"] is None
    assert Notice.objects.get().kind == NoticeKind.CONFIRM
    assert SubmissionAttempt.objects.count() == 1
    response = post(client, CONFIRM, {"token": mailed_address()})
    assert response.json()["state"] == "registered"


def test_no_new_link_while_the_old_one_works(waiting, client):
    response = post(client, AGAIN, {"token": token_of(waiting, "confirm")})

    assert response.status_code == 409
    assert unchanged(waiting)
    assert not SubmissionAttempt.objects.exists()


def test_new_links_are_limited_as_comments_are(waiting, client, settings):
    settings.PUBLIC_COMMENTS = {"most_an_hour": 1}
    token = token_of(waiting, "confirm", is_expired=True)
    post(client, AGAIN, {"token": token})
    CommentLink.objects.update(expires_at=CommentLink.objects.get().created_at)
    notices = Notice.objects.count()

    response = post(client, AGAIN, {"token": token})

    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert Notice.objects.count() == notices
    assert SubmissionAttempt.objects.count() == 1
