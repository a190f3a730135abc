"""What goes round every operation: caching, limits, refusals."""

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils import timezone
from wagtail.api.v3.api import api as api_v3
from wagtail.models import APIToken

from tests.factories.pages import City, translate

from .asking import API, ask, token_of

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


def test_language_chosen_by_a_cookie_is_kept_by_nobody_else(client, plain):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert get(client, plain)["Cache-Control"] == "private, max-age=60"


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


def test_of_a_parameter_sent_twice_the_last_one_counts_always(client, plain, kept):
    translate(plain, "en")
    told = [
        client.get(f"{API}/site/?{query}").json()["locale"]
        for query in ("locale=pl&locale=en", "locale=en&locale=pl")
    ]

    assert told == ["en", "pl"]


def test_kept_answer_is_in_the_same_language_as_the_first(client, plain, kept):
    told = [get(client, plain, accept_language="en") for _time in range(2)]

    assert [answer["Content-Language"] for answer in told] == ["en", "en"]


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


def test_addresses_of_one_network_are_counted_together(client, plain):
    with api(anonymous_rate="1/m", throttle_cache="default"):
        answers = [
            client.get(f"{API}/pages/{plain.pk}/", REMOTE_ADDR=address)
            for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1")
        ]

    assert [answer.status_code for answer in answers] == [200, 429, 200]


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
        before = client.options(
            f"{API}/pages/",
            headers={
                "origin": origin,
                "access-control-request-method": "GET",
                "access-control-request-headers": "if-none-match",
            },
        )

    assert "if-none-match" in before["Access-Control-Allow-Headers"]
    assert allowed["Access-Control-Allow-Origin"] == origin
    assert "ETag" in allowed["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in other
    assert "Access-Control-Allow-Origin" not in page


def test_head_is_answered_as_get_without_the_body(client, plain):
    whole = get(client, plain)

    bare = client.head(f"{API}/pages/{plain.pk}/")
    missing = client.head(f"{API}/pages/999/")

    assert (bare.status_code, bare.content) == (200, b"")
    assert (bare["ETag"], bare["Content-Length"]) == (
        whole["ETag"],
        whole["Content-Length"],
    )
    assert (missing.status_code, missing.content) == (404, b"")
    assert missing["Cache-Control"] == "no-cache"


def test_document_is_made_once(client):
    assert api_v3.get_openapi_schema() is api_v3.get_openapi_schema()
    assert client.get(f"{API}/openapi.json").status_code == 200


def test_refusal_says_how_to_be_known(client, plain):
    response = get(client, plain, authorization="Basic YTpi")

    assert (response.status_code, response["WWW-Authenticate"]) == (401, "Bearer")


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_what_is_sent_without_the_last_slash_is_sent_on_as_it_is(client, method):
    # After 301 clients only read there, and say that all was well.
    City()

    response = getattr(client, method)(f"{API}/pages/5")

    assert (response.status_code, response["Location"]) == (308, f"{API}/pages/5/")
    assert client.get(f"{API}/pages/5").status_code == 301


@pytest.mark.parametrize("is_known", [True, False])
def test_denial_is_told_in_the_readers_language(client, django_user_model, is_known):
    known = f"Bearer {token_of(django_user_model.objects.create_user('ed'))}"
    named = {"authorization": known} if is_known else {}
    told = {
        language: client.post(
            f"{API}/redirects/",
            {"old_path": "/a"},
            content_type="application/json",
            headers={**named, "accept-language": language},
        ).json()
        for language in ("en", "pl", "uk")
    }

    assert {one["status"] for one in told.values()} == {403 if is_known else 401}
    assert len({one["detail"] for one in told.values()}) == 3
