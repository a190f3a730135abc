"""A comment is taken in as the form of the site takes it."""

import datetime
import json
import logging

import pytest
from altcha import Challenge, Payload, solve_challenge
from django.core import mail
from django.core.cache import cache
from django.utils import timezone

from pages.comments.mail.mailing import send_due
from pages.comments.models import CommentLink, PublicComment, SubmissionAttempt
from pages.comments.states import State
from tests.factories.comments import today
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import FIRST

from .visiting import BASE, faults, post, read


def test_comment_is_registered_with_a_private_link(visitor):
    receipt = visitor.sent()

    comment = PublicComment.objects.get()
    link = CommentLink.objects.get()
    assert (receipt["state"], receipt["code"]) == ("registered", comment.code)
    assert receipt["private_link"]["token"].startswith(f"{link.uid}/")
    assert receipt["private_link"]["token"] in receipt["private_link"]["url"]
    assert comment.clause_id == FIRST
    assert comment.state == State.REGISTERED
    assert (comment.name, comment.name_is_public) == ("Jan Próbny", False)
    assert comment.text == "Proszę dopisać seniorów."
    assert comment.language == "en"


def test_link_of_the_receipt_opens_the_page_of_the_site(visitor, client):
    url = visitor.sent()["private_link"]["url"]

    assert client.get(url).status_code == 200


def test_wording_that_is_not_changed_proposes_nothing(visitor):
    form = visitor.open()

    visitor.sent(proposed_wording=form["wording"])

    assert form["wording"] == "wspieranie sąsiadów"
    assert PublicComment.objects.get().proposed_wording == ""


def test_same_form_sent_twice_gives_the_same_receipt(visitor, client):
    body = visitor.comment()

    first, second = (post(client, "", body).json() for _time in range(2))

    assert first == second
    assert PublicComment.objects.count() == 1


def test_every_form_has_a_key_of_its_own_that_nothing_keeps(visitor, client):
    responses = [client.get(f"{BASE}form/", visitor.place) for _time in range(2)]

    keys = {response.json()["key"] for response in responses}
    assert len(keys) == 2
    for response in responses:
        assert response["Cache-Control"] == "no-store"


def test_receipt_is_kept_nowhere(visitor):
    response = visitor.send()

    assert response["Cache-Control"] == "no-store"
    assert response["Referrer-Policy"] == "no-referrer"


def test_with_an_email_the_receipt_does_not_tell_whether_it_is_known(visitor):
    first = visitor.sent(email="jan@example.org")
    send_due()
    again = visitor.sent(email="jan@example.org")

    assert first == again
    assert first["state"] == "waits_for_confirmation"
    assert first["private_link"] is first["code"] is None
    assert len(mail.outbox) == 1
    assert PublicComment.objects.get().state == State.UNCONFIRMED


def test_other_language_than_that_of_the_request(visitor):
    visitor.sent(locale="uk")

    assert PublicComment.objects.get().language == "uk"


def test_organisation_that_is_meant(visitor, client):
    for town in ("Białystok", "Suwałki"):
        OrganisationFactory(name="Fundacja Łąka", city=town)
    mine = {"on_behalf": "organisation", "organisation": "Fundacja Łąka"}

    refused = visitor.send(**mine)
    offered = read(client, "organisations/", name="Fundacja Łąka")["offered"]
    visitor.sent(**mine, chosen=offered[1]["chosen"])

    assert faults(refused) == [("body/chosen", "required")]
    assert [one["city"] for one in offered] == ["Białystok", "Suwałki"]
    assert PublicComment.objects.get().organisation.city == "Suwałki"


def test_hasty_forms_are_refused(visitor, settings):
    settings.PUBLIC_COMMENTS = {"least_seconds": 5}

    response = visitor.send()

    assert response.status_code == 422
    assert faults(response) == [("body/key", "untimely")]
    assert not PublicComment.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "WyJhIiwxXQ:1abc:def", "ą" * 100])
def test_keys_that_are_not_ours_are_refused(visitor, key):
    response = visitor.send(key=key)

    assert faults(response) == [("body/key", "untimely")]
    assert not PublicComment.objects.exists()


def test_limit_is_one_for_the_form_and_the_api(visitor, settings):
    settings.PUBLIC_COMMENTS = {"least_seconds": 0, "most_an_hour": 2}

    assert visitor.form().status_code == 302
    visitor.sent(text="Druga.")
    refused = visitor.send(text="Trzecia.")
    by_form = visitor.form(text="Czwarta.")

    assert (refused.status_code, by_form.status_code) == (429, 429)
    assert refused["Retry-After"] == by_form["Retry-After"] == "3600"
    assert refused["Content-Type"] == "application/problem+json"
    assert (PublicComment.objects.count(), SubmissionAttempt.objects.count()) == (2, 2)


def test_what_is_refused_does_not_count(visitor):
    visitor.send(text="")

    assert not SubmissionAttempt.objects.exists()


@pytest.mark.parametrize("days", [(2, 9), (-9, -1)])
def test_forms_are_not_opened_before_and_after(visitor, client, consultation, days):
    consultation.opens_on, consultation.closes_on = map(today, days)
    consultation.save()

    response = client.get(f"{BASE}form/", visitor.place)
    sent = post(client, "", {**visitor.place, "key": "x", "text": "Za późno."})

    assert (response.status_code, sent.status_code) == (409, 409)
    assert not PublicComment.objects.exists()


def test_form_opened_in_time_is_taken_late_and_flagged(visitor, client, consultation):
    body = visitor.comment()
    consultation.opens_on, consultation.closes_on = today(-9), today(-1)
    consultation.save()
    late = consultation.closes_at - datetime.timedelta(seconds=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: late)
        body["key"] = visitor.open()["key"]

    response = post(client, "", body)

    assert response.status_code == 201
    assert PublicComment.objects.get().is_late


def solved(form):
    """Return the solution of the challenge of a form."""
    challenge = Challenge.from_dict(json.loads(form["challenge"]))
    return Payload(challenge, solve_challenge(challenge)).to_base64()


@pytest.mark.parametrize("is_solved", [True, False])
def test_without_a_solution_staff_read_first(visitor, consultation, is_solved):
    cache.clear()
    consultation.asks_challenge, consultation.is_moderated = True, False
    consultation.save()
    form = visitor.open()

    receipt = visitor.sent(key=form["key"], altcha=solved(form) if is_solved else "x")

    comment = PublicComment.objects.get()
    assert receipt["is_held"] is comment.is_held is not is_solved
    assert comment.state == (State.PUBLISHED if is_solved else State.REGISTERED)


def test_no_challenge_where_none_is_asked(visitor):
    assert visitor.open()["challenge"] is None


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
    ],
)
def test_other_kinds_of_bodies_write_nothing(visitor, client, changes, status):
    response = post(client, "", visitor.comment(), **changes)

    assert response.status_code == status
    assert not PublicComment.objects.exists()
    assert not SubmissionAttempt.objects.exists()


def test_body_over_the_limit_writes_nothing(visitor, settings):
    settings.PUBLIC_COMMENTS = {"least_seconds": 0, "largest_body": 1000}

    response = visitor.send(text="a" * 1000)

    assert response.status_code == 413
    assert response["Content-Type"] == "application/problem+json"
    assert not PublicComment.objects.exists()
    assert not SubmissionAttempt.objects.exists()


def test_secrets_are_in_no_log(visitor, client, caplog):
    with caplog.at_level(logging.DEBUG):
        token = visitor.sent()["private_link"]["token"]
        post(client, "own/", {"token": token})
        post(client, "own/", {"token": token + "x"})

    assert token.partition("/")[2] not in caplog.text
