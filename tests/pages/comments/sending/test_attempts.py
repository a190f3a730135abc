import datetime

import pytest
from django.test import RequestFactory
from django.utils import timezone

from pages.comments.models import SubmissionAttempt
from pages.comments.sending.attempts import address_of, note_attempt

pytestmark = pytest.mark.django_db


def asking(address, **headers):
    request = RequestFactory().get("/", headers=headers)
    request.META["REMOTE_ADDR"] = address
    return address_of(request)


def test_address_is_not_kept_and_depends_on_the_sites_key(settings):
    found = asking("192.0.2.7")

    assert len(found) == 64
    assert "192" not in found
    settings.SECRET_KEY = "another key of the site"
    assert asking("192.0.2.7") != found


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("", "", True),
        ("nonsense", "", False),
    ],
)
def test_home_counts_as_one(one, other, is_same):
    assert (asking(one) == asking(other)) is is_same


def test_header_of_a_proxy_is_believed_only_when_the_site_has_one(settings):
    forwarded = {"x-forwarded-for": "203.0.113.9, 198.51.100.1"}

    assert asking("192.0.2.7", **forwarded) == asking("192.0.2.7")
    settings.PUBLIC_COMMENTS = {"trust_proxy": True}
    assert asking("192.0.2.7", **forwarded) == asking("198.51.100.1")
    assert asking("192.0.2.7") == asking("192.0.2.7")


def test_sending_is_refused_over_the_limit_of_an_hour(clock, settings):
    settings.PUBLIC_COMMENTS = {"most_an_hour": 2}

    assert [note_attempt("a") for _ in range(3)] == [True, True, False]
    assert note_attempt("b")
    clock.wait(hours=1, seconds=1)
    assert note_attempt("a")


def test_sending_is_refused_over_the_limit_of_a_day(clock, settings):
    settings.PUBLIC_COMMENTS = {"most_a_day": 3}
    found = []
    for _hour in range(4):
        found.append(note_attempt("a"))
        clock.wait(hours=2)

    assert found == [True, True, True, False]
    clock.wait(hours=24)
    assert note_attempt("a")


def test_who_is_refused_and_tries_on_gets_in_again_after_the_hour(clock, settings):
    settings.PUBLIC_COMMENTS = {"most_an_hour": 1}
    note_attempt("a")
    for _quarter in range(3):
        clock.wait(minutes=15)
        assert not note_attempt("a")
    clock.wait(minutes=15, seconds=1)

    assert note_attempt("a")


def test_what_is_older_than_seven_days_is_forgotten():
    days = datetime.timedelta(days=7)
    SubmissionAttempt.objects.create(
        address="old", at=timezone.now() - days - datetime.timedelta(minutes=1)
    )
    SubmissionAttempt.objects.create(
        address="kept", at=timezone.now() - days + datetime.timedelta(minutes=1)
    )

    note_attempt("new")

    rows = SubmissionAttempt.objects.order_by("at").values_list("address", flat=True)
    assert list(rows) == ["kept", "new"]
