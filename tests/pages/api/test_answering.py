"""What goes round every operation: caching, limits, refusals."""

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from wagtail.models import APIToken

from tests.factories.pages import City

from .asking import API, ask, codes, token_of

pytestmark = pytest.mark.django_db


def api(**own):
    return override_settings(PARTICIPATION_API={**settings.PARTICIPATION_API, **own})


@pytest.fixture
def kept():
    with api(cache="default"):
        yield


@pytest.fixture
def plain():
    return City().plain(published=True)


def get(client, page, **headers):
    return client.get(f"{API}/pages/{page.pk}/", headers=headers)


def test_answer_may_be_kept_for_a_minute(client, plain):
    response = get(client, plain)

    assert response["Cache-Control"] == "public, max-age=60"
    assert {"Authorization", "Accept-Language"} <= {
        part.strip() for part in response["Vary"].split(",")
    }


def test_what_is_unchanged_is_not_told_again(
    client, plain, kept, django_assert_max_num_queries
):
    mark = get(client, plain)["ETag"]

    with django_assert_max_num_queries(3):
        response = get(client, plain, if_none_match=mark)

    assert (response.status_code, response.content) == (304, b"")
    assert response["ETag"] == mark


@pytest.mark.django_db(transaction=True)
def test_change_makes_what_was_kept_stale(client, plain, kept):
    mark = get(client, plain)["ETag"]
    plain.title = "Inny tytuł"
    plain.save_revision().publish()

    response = get(client, plain, if_none_match=mark)

    assert response.status_code == 200
    assert response.json()["title"] == "Inny tytuł"


def test_answers_to_different_questions_are_kept_apart(client, plain, kept):
    texts = {
        (get(client, plain, accept_language=code)).json()["title"]
        for code in ("pl", "en")
    }
    wanted = client.get(f"{API}/pages/{plain.pk}/?expand=parent").json()

    assert texts == {plain.title}
    assert wanted["expanded"]["parent"]
    assert get(client, plain).json()["expanded"] is None


def test_answer_to_a_token_is_for_its_holder_alone(client, plain, kept, admin_user):
    key = token_of(admin_user)

    response = get(client, plain, authorization=f"Bearer {key}")

    assert response["Cache-Control"] == "private, no-cache"
    assert get(client, plain)["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("path", ["/pages/", "/images/", "/redirects/", "/documents/"])
def test_wrong_token_is_refused_even_where_none_is_needed(client, path):
    City()

    ask(client, path, status=401, bearer="wrong")


def test_revoked_token_is_refused(client, plain, admin_user):
    key = token_of(admin_user)
    ask(client, "/pages/", bearer=key)
    APIToken.objects.update(revoked_at=timezone.now())

    ask(client, "/pages/", status=401, bearer=key)


def test_session_raises_no_rights(client, admin_user):
    draft = City().plain(live=False)
    client.force_login(admin_user)

    ask(client, f"/pages/{draft.pk}/", status=404)
    ask(client, f"/pages/{draft.pk}/", bearer=token_of(admin_user))


def test_requests_are_counted_and_refused_in_the_end(client, plain):
    with api(anonymous_rate="2/m", throttle_cache="default"):
        left = [get(client, plain)["RateLimit-Remaining"] for _time in range(2)]
        response = get(client, plain)

    assert left == ["1", "0"]
    assert response.status_code == 429
    assert response["Content-Type"] == "application/problem+json"
    assert 0 < int(response["Retry-After"]) <= 60
    assert response["RateLimit-Limit"] == "2"


@pytest.mark.parametrize(("trusts", "status"), [(True, 200), (False, 429)])
def test_proxy_is_believed_only_where_it_is_said(client, plain, trusts, status):
    with api(anonymous_rate="1/m", throttle_cache="default", trust_proxy=trusts):
        get(client, plain, x_forwarded_for="10.0.0.1")
        response = get(client, plain, x_forwarded_for="10.0.0.2")

    assert response.status_code == status


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


def send(client, key, **values):
    headers = {"authorization": f"Bearer {key}"}
    return client.post(f"{API}/pages/", headers=headers, **values)


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        ("title=x", "application/x-www-form-urlencoded", 415),
        ("{}", "text/plain", 415),
        ("{", "application/json", 400),
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


def test_method_that_is_none_is_refused(client):
    response = client.put(f"{API}/pages/")

    assert response.status_code == 405
    assert response["Content-Type"] == "application/problem+json"
    assert "GET" in response["Allow"]


def test_other_hosts_may_ask_where_the_site_lets_them(client, plain):
    origin = "https://front.example"
    with override_settings(CORS_ALLOWED_ORIGINS=[origin]):
        allowed = get(client, plain, origin=origin)
        other = get(client, plain, origin="https://other.example")
        page = client.get(plain.url, headers={"origin": origin})

    assert allowed["Access-Control-Allow-Origin"] == origin
    assert "ETag" in allowed["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Origin" not in page
