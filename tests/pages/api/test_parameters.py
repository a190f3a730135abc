"""What a request may carry."""

import pytest
from django.db import connection

from tests.factories.pages import City

from .asking import API, ask, codes, token_of

pytestmark = pytest.mark.django_db

JSON = "application/json"


@pytest.fixture
def plain():
    return City().plain(published=True)


@pytest.mark.parametrize(
    "path", ["/pages/", "/images/", "/documents/", "/redirects/", "/sites/"]
)
def test_unknown_parameter_is_refused(client, path, admin_user):
    City()
    key = token_of(admin_user)

    problem = ask(client, path, status=422, bearer=key, nonsense="1")

    assert codes(problem) == [("unknown_parameter", "query", "nonsense")]


def test_characters_that_no_text_has_are_refused(client):
    City()

    problem = ask(client, "/pages/", status=422, search="a\0b")

    assert codes(problem) == [("null_characters", "query", "search")]


def test_faults_are_told_in_the_readers_language(client):
    City()
    told = {
        code: client.get(f"{API}/pages/0/", headers={"accept-language": code}).json()
        for code in ("en", "pl")
    }

    assert "at least 1" in told["en"]["errors"][0]["msg"]
    assert "url" not in told["en"]["errors"][0]
    assert codes(told["pl"]) == [("greater_than_equal", "path", "page_id")]


@pytest.mark.parametrize("key", ["0", "-1", "9" * 30, "abc", "%00", "1.5"])
def test_key_that_is_none_is_refused(client, key):
    City()

    response = client.get(f"{API}/pages/{key}/")

    assert response.status_code in {404, 422}
    assert response["Content-Type"] == "application/problem+json"


def send(client, key, language="en", **values):
    headers = {"authorization": f"Bearer {key}", "accept-language": language}
    return client.post(f"{API}/pages/", headers=headers, **values)


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        ("title=x", "application/x-www-form-urlencoded", 415),
        ("{}", "text/plain", 415),
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ('{"title": "\\ud800"}', "application/json", 422),
        ('{"title": "a\\u0000"}', "application/json", 422),
        ("[]", "application/json", 422),
        ("{}", "application/json", 422),
        ('{"title": "' + "x" * 3_000_000 + '"}', "application/json", 413),
    ],
)
def test_body_that_cannot_be_read_is_refused(client, admin_user, data, kind, status):
    City()

    response = send(client, token_of(admin_user), data=data, content_type=kind)

    assert response.status_code == status
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ('{"title": "a", "title": "b"}', "name_twice", ("title",)),
        ('{"meta": {"type": "a", "type": "b"}}', "name_twice", ("type",)),
        ('{"a": [{"b": "x"}, {"c": "\\u0000"}]}', "null_characters", ("a", 1, "c")),
        ('{"a": {"\\ud800": 1}}', "null_characters", ("a",)),
        ('{"\\ud800": 1, "\\ud800": 2}', "name_twice", ()),
    ],
)
def test_what_would_be_lost_is_named(client, admin_user, data, code, place):
    City()

    response = send(client, token_of(admin_user), data=data, content_type=JSON)

    assert codes(response.json()) == [(code, "body", *place)]


@pytest.mark.parametrize("data", ["{", "[" * 100_000, '{"a": ' + "1" * 5_000 + "}"])
def test_what_is_no_json_is_told_in_the_readers_language(client, admin_user, data):
    response = send(
        client, token_of(admin_user), data=data, content_type=JSON, language="pl"
    )

    assert (response.status_code, response.json()["detail"]) == (
        400,
        "To nie jest JSON.",
    )


@pytest.mark.parametrize("path", ["/pages/", "/documents/", "/comments/"])
def test_body_of_unknown_length_is_refused(client, admin_user, path):
    # Django reads nothing of it: what was sent would be lost without a word.
    City()
    headers = {"Authorization": f"Bearer {token_of(admin_user)}"}
    kind = "multipart/form-data; boundary=a" if path == "/documents/" else JSON

    response = client.generic(
        "POST",
        f"{API}{path}",
        content_type=kind,
        headers={**headers, "Transfer-Encoding": "chunked"},
    )

    assert response.status_code == 411
    assert response["Content-Type"] == "application/problem+json"


def test_moment_that_the_database_does_not_hold_is_refused(client, plain, admin_user):
    # SQLite keeps moments in UTC, where this one would be before the first year.
    status = 422 if connection.vendor == "sqlite" else 200
    moment, key = "0001-01-01T00:00:00+14:00", token_of(admin_user)
    path = f"/pages/{plain.pk}/revisions/"

    ask(client, "/pages/", status=status, first_published_at=moment)
    ask(client, path, status=status, bearer=key, created_at_from=moment)


@pytest.mark.parametrize("path", ["/images/", "/documents/", "/pages/"])
@pytest.mark.parametrize("offset", ["9" * 30, "9_" * 10 + "9", "1000001"])
def test_more_than_can_be_skipped_is_refused(client, path, offset):
    City()

    ask(client, path, status=422, offset=offset)


def test_body_that_is_not_sent_is_what_is_missing(client, admin_user):
    key = token_of(admin_user)

    response = send(client, key, data="", content_type="application/json")

    assert codes(response.json()) == [("missing", "body")]
