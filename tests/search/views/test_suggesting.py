import time

import pytest
from django.urls import reverse
from django.utils import translation

from search.analysis import fold, index_keys
from search.queries.correcting import correct
from search.queries.expanding import expand
from search.queries.jumping import jumps
from search.queries.suggesting import suggest
from tests.factories.catalogue import CatalogueEntryFactory, VocabularyWordFactory
from tests.factories.search import SynonymFactory

pytestmark = pytest.mark.django_db

HOSTILE = (
    *(
        '"',
        "'",
        "(",
        ")",
        "*",
        ":",
        "^",
        "\\",
        "%",
        "_",
        "\x00",
        "\x00a\x00b",
        "ab\x00",
    ),
    *('"unclosed phrase', "NEAR(a b)", "a AND", "OR OR OR", "NOT", "title:żłobek"),
    *("żłobek*", "-żłobek", "a' | b & !c", "{a b}", "<script>alert(1)</script>"),
    *("ust. 99999999999999999999", "U0/0000", "§" * 255, "KRS " * 60, "1 " * 127),
    *(
        "'; DROP TABLE pages; --",
        "%c3%28",
        "😀 żłobek",
    ),
    *(
        "a\u0301" * 200,
        "\u202eabc",
        "ｆｕｌｌ",
        "漢字仮名",
        "ß" * 100,
        "İ" * 90,
        "ﷺ" * 90,
    ),
    *("żółw " * 2000, "ząb" * 3400, "kokurs " * 40, "aeiouyczsnlr" * 20, "x" * 10_000),
)


@pytest.fixture
def published():
    for title in ("Żłobek", "Konkurs ofert", "<b>Konkurs</b>"):
        CatalogueEntryFactory(title=title)
    for word in ("żłobek", "konkurs", "ofert"):
        keys = " ".join(index_keys(word, "pl"))
        VocabularyWordFactory(word=fold(word), spelling=word, keys=keys)
    SynonymFactory(words="OKO\notwarty konkurs ofert")


def address(language="pl"):
    with translation.override(language):
        return reverse("search_suggest")


def test_suggestions_are_json(client, published):
    response = client.get(address(), {"q": " Żłob "})
    answer = response.json()
    assert response["Content-Type"] == "application/json"
    assert answer["query"] == "Żłob"
    (one,) = answer["suggestions"]
    assert one["title"] == "Żłobek"
    assert one["url"].startswith("/documents/")
    assert set(one) == {"title", "url", "hint"}


def test_suggestions_are_kept_a_while_by_the_browser_alone(client, published):
    response = client.get(address(), {"q": "żłob"})
    control = {part.strip() for part in response["Cache-Control"].split(",")}
    assert control == {"private", "max-age=60"}
    assert response["X-Robots-Tag"] == "noindex"
    assert not response.cookies


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20", "?q=%00", "?q=x", "?x=1"])
def test_nothing_is_suggested_for_nothing(client, published, query):
    response = client.get(address() + query)
    assert response.status_code == 200
    assert response.json()["suggestions"] == []


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_suggestions_are_only_read(client, method):
    assert getattr(client, method)(address()).status_code == 405


def test_suggestions_follow_the_language_of_the_address(client):
    CatalogueEntryFactory(title="Housing", language="en")
    assert client.get(address("en"), {"q": "hous"}).json()["suggestions"]
    assert not client.get(address("pl"), {"q": "hous"}).json()["suggestions"]


def test_long_query_is_cut(client, published):
    answer = client.get(address(), {"q": "żłobek " * 2000}).json()
    assert len(answer["query"]) <= 255
    assert [one["title"] for one in answer["suggestions"]] == ["Żłobek"]


def test_bytes_that_are_no_text_are_read(client, published):
    response = client.get(address() + "?q=%ff%fe%c3%28&q=%80")
    assert response.status_code == 200


@pytest.mark.parametrize("query", HOSTILE)
@pytest.mark.parametrize("language", ["pl", "en", "uk"])
def test_hostile_query_is_answered_at_once(client, rf, published, query, language):
    start = time.process_time()
    response = client.get(address(language), {"q": query})
    assert response.status_code == 200
    assert isinstance(response.json()["suggestions"], list)
    with translation.override(language):
        for spoken in (language, ""):
            expand(query, spoken)
            correct(query, spoken)
        jumps(query, rf.get("/"))
        suggest(query, language, rf.get("/"))
    assert time.process_time() - start < 2
