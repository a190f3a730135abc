"""What a server is asked for, word by word."""

from hypothesis import given
from hypothesis import strategies as st
from modelsearch.query import MATCH_ALL, MATCH_NONE, And, Not, Or

from search.backends.bodies import body, suggested_body
from search.backends.queries import AnalysedQuery, PrefixQuery, analysed, begun

from .fake_queries import score

FIELDS = ["_title^3", "_weighty^2", "_body"]
MAPPING = {
    name: {"type": "text", "analyzer": "keys"}
    for name in ("_title", "_weighty", "_body", "_suggested")
}
PARK, RADA = AnalysedQuery.of_groups([("park",)]), AnalysedQuery.of_groups([("rada",)])


def words(text, fields=FIELDS):
    return {"multi_match": {"query": text, "fields": fields, "type": "most_fields"}}


def test_word_is_its_keys_in_all_fields():
    query = AnalysedQuery.of_groups([("zadanie", "zadac")])
    assert body(query) == words("zadanie zadac")


def test_words_are_all_wanted():
    query = AnalysedQuery.of_groups([("zadanie", "zadac"), ("publiczny",)])
    assert body(query) == {
        "bool": {"must": [words("zadanie zadac"), words("publiczny")]}
    }


def test_synonym_of_several_words_is_another_way():
    query = AnalysedQuery([((("ngo",),), (("organizacja",), ("pozarzadowy",)))])
    assert body(query) == {
        "bool": {
            "should": [
                words("ngo"),
                {"bool": {"must": [words("organizacja"), words("pozarzadowy")]}},
            ],
            "minimum_should_match": 1,
        }
    }


def test_any_words_count_more_than_how_well_they_fit():
    query = AnalysedQuery.of_groups([("rada",), ("park",)], any_term=True)
    assert body(query) == {
        "bool": {
            "should": [
                words("rada"),
                words("park"),
                {"constant_score": {"filter": words("rada"), "boost": 10_000}},
                {"constant_score": {"filter": words("park"), "boost": 10_000}},
            ],
            "minimum_should_match": 1,
        }
    }


def test_one_of_any_words_is_just_a_word():
    assert body(AnalysedQuery.of_groups([("rada",)], any_term=True)) == words("rada")


def test_titles_alone_are_looked_through_when_asked_for():
    assert body(PARK, ["_title"]) == words("park", ["_title"])


def test_operators_are_those_of_the_server():
    assert body(And([PARK, Not(RADA)])) == {
        "bool": {"must": [words("park"), {"bool": {"must_not": [words("rada")]}}]}
    }
    assert body(Or([PARK, RADA])) == {
        "bool": {"should": [words("park"), words("rada")], "minimum_should_match": 1}
    }
    assert body(MATCH_ALL) == {"match_all": {}}
    assert body(MATCH_NONE) == {"bool": {"must_not": [{"match_all": {}}]}}


def test_last_word_may_be_begun():
    query = PrefixQuery([(("rada",), ("rada",)), (("sen",), ())])
    begun_words = {
        "bool": {
            "must": [
                {
                    "bool": {
                        "should": [
                            {"prefix": {"_suggested": {"value": "rada"}}},
                            {"match": {"_suggested": {"query": "rada"}}},
                        ],
                        "minimum_should_match": 1,
                    }
                },
                {"prefix": {"_suggested": {"value": "sen"}}},
            ]
        }
    }
    assert body(query) == begun_words
    first = {"prefix": {"_suggested_first": {"value": "rada"}}}
    assert suggested_body(query, "rada") == {
        "bool": {
            "filter": [begun_words],
            "should": [{"constant_score": {"filter": first}}],
            "minimum_should_match": 0,
        }
    }
    assert suggested_body(query, "") == {"bool": {"filter": [begun_words]}}


def test_long_keys_are_cut_as_in_the_documents():
    query = AnalysedQuery.of_groups([("a" * 70,)])
    assert body(query) == words("a" * 64)
    begun_word = body(PrefixQuery([(("b" * 70,), ())]))
    assert begun_word == {"prefix": {"_suggested": {"value": "b" * 64}}}


@given(st.text(max_size=300))
def test_nothing_typed_makes_a_query_that_a_server_does_not_know(text):
    document = {"_title": "rada", "_body": "park", "_suggested": "rada park"}
    for query in (analysed(text), begun(text), analysed(Not(analysed(text)))):
        score(body(query), document, MAPPING)
