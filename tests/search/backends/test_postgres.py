"""What PostgreSQL alone does: its vectors, and the plans of its statements."""

import pytest
from django.db import connection

from pages.base.models import ContentPage
from search.backends.documents import Part

if connection.vendor != "postgresql":
    pytest.skip("needs PostgreSQL", allow_module_level=True)

from search.backends.postgres_index import (
    body_texts,
    suggestion_texts,
    title_texts,
    vector,
)


def test_keys_have_their_places_and_weights():
    parts = [Part("a b a"), Part("c", 2), Part("d", 1.5)]
    assert vector(body_texts(parts)) == "'a':1,3 'b':2 'c':4B 'd':5C"
    assert vector(title_texts(parts[:1])) == "'a':1A,3A 'b':2A"
    parts = [Part("a b"), Part("c")]
    assert vector(suggestion_texts(parts)) == "'a':1A 'b':2 'c':3"


def test_places_stay_within_what_a_vector_can_say(db):
    text = vector([("a " * 300 + "b " * 17_000 + "c", "")])
    assert text.count(",") == 254 * 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT length(%s::tsvector)", [text])
        assert cursor.fetchone() == (3,)
    assert text.endswith("'c':16383")


@pytest.mark.parametrize("key", ["a'b", "a\\b", "a b", ":", "м'який"])
def test_any_key_is_a_lexeme(db, key):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tsvector_to_array(%s::tsvector)", [vector([(key, "")])])
        assert cursor.fetchone() == (key.split(),)


def test_index_is_used_even_for_a_word_of_most_pages(make_page, backend):
    for number in range(30):
        make_page(f"Park {number}")
    found = backend.matching("park", ContentPage.objects.all())
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailsearch_indexentry")
        cursor.execute("SET LOCAL enable_seqscan = off")  # so few rows need no index
    assert "Bitmap Index Scan" in found.explain()
