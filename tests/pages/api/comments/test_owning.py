"""An author follows, corrects and withdraws a comment by the API."""

import json

import pytest
from wagtail.models import ModelLogEntry

from pages.comments.models import CoveredComment, SubmissionAttempt
from pages.comments.states import State
from tests.factories.comments import AnswerFactory, PublicCommentFactory, today
from tests.pages.programmes.closed import FIRST

from .secrets import token_of
from .visiting import faults, post, read

MARK = "ZATAJONE"
OLD = {"text": "Dawne słowa.", "proposed_wording": "dawne brzmienie"}
FINAL = [State.ANSWERED, State.HIDDEN]


@pytest.fixture
def comment(consultation):
    values = {"published": True, "about": FIRST, **OLD}
    return PublicCommentFactory(consultation=consultation, **values)


@pytest.fixture
def author(comment, client):
    """Does something with the comment by its private link."""
    token = token_of(comment)

    def act(path, status=200, **sent):
        response = post(client, f"{path}/", {"token": token, **sent})
        assert response.status_code == status, response.content
        return response

    return act


def put(comment, state):
    """Put a comment into a state without asking how it came there."""
    type(comment).objects.update(state=state, state_before=State.PUBLISHED)


def close(consultation):
    consultation.opens_on, consultation.closes_on = today(-9), today(-1)
    consultation.save()


def is_untouched(comment):
    """Whether the words are the old ones and nothing was noted of the comment."""
    now = type(comment).objects.get(pk=comment.pk)
    words = {name: getattr(now, name) for name in OLD}
    return words == OLD and not ModelLogEntry.objects.for_instance(comment).exists()


def test_author_reads_the_words_but_no_contact_data(comment, author):
    type(comment).objects.update(name=MARK, email=f"{MARK.lower()}@example.org")

    own = author("own").json()

    assert {name: own[name] for name in OLD} == OLD
    assert (own["code"], own["state"]) == (comment.code, "published")
    assert own["may_change"] is True
    assert own["url"].endswith(comment.url)
    assert own["quoted"] == "wspieranie sąsiadów"
    assert MARK.lower() not in json.dumps(own).lower()


@pytest.mark.parametrize("state", [State.DRAFTED, State.ASSIGNED])
def test_work_of_the_office_is_not_told(comment, author, state):
    put(comment, state)
    AnswerFactory(approved=True, comments=[comment], reasons=MARK)

    response = author("own")

    assert (response.json()["state"], response.json()["answer"]) == ("published", None)
    assert MARK not in response.content.decode()


def test_answer_is_told_with_those_that_it_corrects(comment, author):
    put(comment, State.ANSWERED)
    AnswerFactory(published=True, comments=[comment], reasons="Bo tak.")

    own = author("own").json()

    assert (own["state"], own["may_change"]) == ("answered", False)
    assert (own["answer"]["reasons"], own["earlier_answers"]) == ("Bo tak.", [])


def test_other_words_are_put_in_the_place_and_the_earlier_ones_kept(comment, author):
    own = author("correct", text="Nowe słowa.").json()

    comment.refresh_from_db()
    assert (comment.text, own["text"]) == ("Nowe słowa.", "Nowe słowa.")
    assert comment.proposed_wording == OLD["proposed_wording"]
    assert comment.state == State.REGISTERED
    assert [words["text"] for words in own["earlier_wordings"]] == [OLD["text"]]
    assert SubmissionAttempt.objects.count() == 1


@pytest.mark.parametrize("words", [{}, OLD])
def test_same_words_change_nothing(comment, author, words):
    author("correct", **words)

    assert is_untouched(comment)
    assert not SubmissionAttempt.objects.exists()


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ({"text": ""}, ("body/text", "required")),
        ({"text": "a" * 20_001}, ("body/text", "max_length")),
        ({"kind": "praise"}, ("body/kind", "invalid_choice")),
        ({"kind": ""}, ("body/kind", "required")),
        ({"justification": 7}, ("body/justification", "string_type")),
        ({"email": "x@example.org"}, ("body/email", "extra_forbidden")),
        ({"on_behalf": "resident"}, ("body/on_behalf", "extra_forbidden")),
    ],
)
def test_what_the_form_refuses_changes_nothing(comment, author, words, fault):
    assert faults(author("correct", 422, **words)) == [fault]
    assert is_untouched(comment)
    assert not SubmissionAttempt.objects.exists()


@pytest.mark.parametrize("path", ["correct", "withdraw"])
@pytest.mark.parametrize("state", FINAL)
def test_what_is_answered_or_hidden_stays(comment, author, path, state):
    put(comment, state)
    words = {"text": "Nowe słowa."} if path == "correct" else {}

    author(path, 409, **words)

    assert is_untouched(comment)
    comment.refresh_from_db()
    assert comment.state == state


@pytest.mark.parametrize("path", ["correct", "withdraw"])
def test_after_the_last_day_nothing_changes(comment, author, consultation, path):
    close(consultation)
    words = {"text": "Nowe słowa."} if path == "correct" else {}

    author(path, 409, **words)

    assert is_untouched(comment)
    comment.refresh_from_db()
    assert comment.state == State.PUBLISHED
    assert author("own").json()["may_change"] is False


@pytest.mark.parametrize("path", ["correct", "withdraw"])
def test_step_that_comes_too_late_is_not_half_done(comment, author, monkeypatch, path):
    AnswerFactory(comments=[comment])
    put(comment, State.HIDDEN)
    asked = "pages.api.comments.owning.may_author_change"
    monkeypatch.setattr(asked, lambda comment: True)  # hidden a moment later
    words = {"text": "Nowe słowa."} if path == "correct" else {}

    author(path, 409, **words)

    assert is_untouched(comment)
    assert CoveredComment.objects.filter(comment=comment).exists()


def test_corrections_are_limited_as_comments_are(comment, author, settings):
    settings.PUBLIC_COMMENTS = {"most_an_hour": 1}
    author("correct", text="Nowe słowa.")

    response = author("correct", 429, text="Jeszcze inne.")

    comment.refresh_from_db()
    assert (comment.text, response["Retry-After"]) == ("Nowe słowa.", "3600")


def test_correction_over_the_limit_is_not_read(comment, author, settings):
    settings.PUBLIC_COMMENTS = {"largest_body": 1_000}

    author("correct", 413, text="a" * 1_000)

    assert is_untouched(comment)


def test_withdrawn_comment_leaves_only_its_number(comment, author, client):
    own = author("withdraw").json()
    again = author("withdraw").json()

    comment.refresh_from_db()
    (listed,) = read(client)["items"]
    assert comment.state == State.WITHDRAWN
    assert (own["state"], own["url"], own["may_change"]) == ("withdrawn", None, False)
    assert again == own
    assert (listed["code"], listed["is_shown"]) == (comment.code, False)
    assert OLD["text"] not in json.dumps(listed)
    assert ModelLogEntry.objects.for_instance(comment).count() == 1
    author("correct", 409, text="Nowe słowa.")
