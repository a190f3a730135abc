"""Secrets: in bodies only, and without the right one there is only one answer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.comments.models import LONGEST_TEXT, CommentLink, Notice, SubmissionAttempt
from tests.factories.comments import PublicCommentFactory
from tests.pages.api.contract.operations import operations

from .secrets import address_of, token_of, wrong_tokens
from .visiting import BASE, faults, post

PATHS = {
    "confirm/": "confirm",
    "confirm/again/": "confirm",
    "own/": "follow",
    "correct/": "follow",
    "withdraw/": "follow",
}
# What authors send: nothing of it may stand in an address, which logs keep.
SENT = {
    *("token", "text", "proposed_wording", "justification", "email", "key"),
    *("altcha", "reference"),
}


@pytest.fixture
def comments(consultation):
    """A comment for each purpose of a link."""
    return {
        "confirm": PublicCommentFactory(consultation=consultation, unconfirmed=True),
        "follow": PublicCommentFactory(consultation=consultation, published=True),
    }


def body(path, token):
    return {"token": token, **({"text": "Inne."} if path == "correct/" else {})}


@pytest.mark.parametrize("path", PATHS)
def test_every_wrong_token_gets_the_same_answer(comments, client, path):
    comment = comments[PATHS[path]]
    before = comment_row(comment)
    tokens = wrong_tokens(comment, PATHS[path])
    CommentLink.objects.filter(purpose="data").update(used_at=timezone.now())

    answers, costs = set(), set()
    for token in tokens:
        with CaptureQueriesContext(connection) as queries:
            response = post(client, path, body(path, token))
        answers.add((response.status_code, response["Content-Type"], response.content))
        costs.add(len(queries))

    assert len(answers) == len(costs) == 1
    assert answers.pop()[:2] == (404, "application/problem+json")
    assert comment_row(comment) == before
    assert not Notice.objects.exists()
    assert not SubmissionAttempt.objects.exists()


def comment_row(comment):
    return type(comment).objects.filter(pk=comment.pk).values().get()


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("token", ["", "a" * 1_001, None, 7, ["a"], {}])
def test_what_is_no_token_is_refused_at_its_place(consultation, client, path, token):
    response = post(client, path, body(path, token))

    assert response.status_code == 422
    assert [place for place, _code in faults(response)] == ["body/token"]


@pytest.mark.parametrize("path", PATHS)
def test_nothing_else_is_taken(comments, client, path):
    comment = comments[PATHS[path]]
    before = comment_row(comment)
    token = token_of(comment, PATHS[path])

    response = post(client, path, {**body(path, token), "state": "answered"})

    assert faults(response) == [("body/state", "extra_forbidden")]
    assert comment_row(comment) == before


@pytest.mark.parametrize("path", PATHS)
def test_secret_in_the_address_is_of_no_use(comments, client, path):
    comment = comments[PATHS[path]]
    before = comment_row(comment)
    query = f"{path}?token={token_of(comment, PATHS[path])}"

    read = client.get(BASE + query)
    sent = post(client, query, {})

    assert (read.status_code, sent.status_code) == (405, 422)
    assert ("query/token", "unknown_parameter") in faults(sent)
    assert comment_row(comment) == before


def test_address_as_it_was_mailed_is_a_token(comments, client):
    response = post(client, "own/", {"token": address_of(comments["follow"])})

    assert response.json()["code"] == comments["follow"].code


def test_what_authors_send_has_no_place_in_an_address(db):
    ours = [o for o in operations().values() if o.path.startswith(BASE)]

    assert len(ours) >= 10
    for operation in ours:
        names = {*operation.parameters(), *operation.parameters("path")}
        assert names & SENT == set(), operation.name


@pytest.mark.parametrize("path", PATHS)
def test_answers_to_authors_are_kept_nowhere(comments, client, path):
    token = token_of(comments[PATHS[path]], PATHS[path])

    response = post(client, path, body(path, token))

    assert response["Cache-Control"] == "no-store"
    if response.status_code == 200:
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_whole_text_goes_through(comments, client):
    token, text = token_of(comments["follow"]), "ą" * LONGEST_TEXT

    response = post(client, "correct/", {"token": token, "text": text})

    assert response.json()["text"] == text
