"""Whatever is asked for, the page, the suggestions and the API answer.

Only the API refuses texts with characters that no text may have.
"""

import gzip

import pytest

from .backends.test_hostile import HOSTILE
from .park import city, made

__all__ = ["city", "made"]

pytestmark = pytest.mark.django_db


def address_of(text):
    """Return a text as a browser puts it into an address; half characters as bytes."""
    return text.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_any_text_is_answered(city, client, text):
    asked = {"q": address_of(text)}

    assert client.get("/pl/search/", asked).status_code == 200
    assert client.get("/pl/search/", {**asked, "language": "all"}).status_code == 200
    assert client.get("/pl/search/suggest/", asked).status_code == 200
    api = client.get("/api/v3/pages/", {"search": address_of(text)})
    assert api.status_code == (422 if "\0" in text else 200)


@pytest.mark.parametrize(
    "query",
    [
        "page=9999999",
        "page=abc",
        "page=-1",
        "page=",
        "kind=secret",
        "kind=",
        "year=99999999999999999999",
        "year=-1",
        "year=²",
        "area=%00",
        "area=nie-ma",
        "organisation=nie-ma",
        "organisation=" + "a" * 5000,
        "ruling=x",
        "sort=x",
        "language=xx",
        "language=pl%00",
        "exact=x",
        "unknown=1",
        "&".join(f"kind=k{n}" for n in range(900)),
    ],
    ids=lambda query: query[:30],
)
def test_wrong_filters_and_pages_are_answered(city, client, query):
    response = client.get(f"/pl/search/?q=rada&{query}")

    assert response.status_code == 200


def test_wrong_filters_are_left_out(city, client):
    found = client.get("/pl/search/?q=rada&kind=secret&year=x").context["found"]

    assert found.total == 2
    assert not found.asked.is_filtered


def test_language_that_is_not_there_is_not_there(city, client):
    assert client.get("/xx/search/?q=rada", follow=True).status_code == 404
    assert client.get("/xx/search/suggest/?q=rada", follow=True).status_code == 404


def test_long_query_is_cut(city, client):
    response = client.get("/pl/search/", {"q": "rada " * 2000})

    assert len(response.context["asked"].text) <= 255
    assert len(gzip.compress(response.content)) < 60_000


def test_search_is_only_read(city, client):
    assert client.post("/pl/search/", {"q": "rada"}).status_code == 405
    assert client.head("/pl/search/?q=rada").status_code == 200
