"""Whatever somebody writes into a search box, the databases understand it."""

import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from modelsearch.query import And, Not, Or, Phrase, PlainText
from modelsearch.utils import parse_query_string

from pages.base.models import ContentPage
from search.backends.queries import AnalysedQuery, PrefixQuery

HOSTILE = [
    *('"', '""', '"rada', "'", "''", "\\", "(", ")", "((", "()", "*", "^", "{}", "{"),
    *(":", "title:", "body : rada", "-", "+rada", "rada*", "*rada", "^rada", "~", "!"),
    *("&", "|", "&&", "rada & !", "rada | ", "<->", "rada <2> park", "%", "%s", "_"),
    *("AND", "OR", "NOT", "AND OR NOT", "rada AND", "NOT rada", "NEAR(", "NEAR()"),
    *("NEAR(rada park, 2)", "\x00", "ra\x00da", "\x00\x00", "rada\n\tpark", "\u2028"),
    *(
        "\ud800",
        "rada\udfff",
        "🙂",
        "👩‍👩‍👧 rada",
        "ﷺ",
        "Ⅷ",
        "²",
        "ª",
        "ı",
        "İstanbul",
        "ß",
    ),
    *("rada; DROP TABLE x; --", "' OR 1=1 --", "{title}:rada", "<script>", "\u0301"),
    *("м'який", "об’єкт", "中文", "ა", "a" * 10_000, "ą" * 10_000, "rada " * 2_000),
    *('"' * 10_000, "(" * 10_000, "a b c d e f g " * 700, '"rada" ' * 1_500, "", " "),
]
QUERIES = st.text(st.characters(codec=None), max_size=60)


def ask(query):
    """Return how many are found and suggested; the results are read as well."""
    answers = []
    for search in (ContentPage.objects.search, ContentPage.objects.autocomplete):
        results = search(query)
        assert results.count() == len(results)
        answers.append(len(results))
    return answers


@pytest.fixture
def council(make_page):
    make_page("Rada i park", "Spotkanie w ratuszu")


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
def test_any_text_is_a_query(council, text):
    start = time.perf_counter()
    ask(text)
    _filters, parsed = parse_query_string(text)
    ask(parsed)
    for kind in (PlainText, Phrase):
        ask(And([kind(text), Not(kind("rada"))]))
        ask(Or([kind(text), Not(kind(text))]))
    ask(PlainText(text, operator="or"))
    assert time.perf_counter() - start < 5


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(QUERIES)
def test_random_text_is_a_query(council, text):
    ask(text)
    ask(parse_query_string(text)[1])


@pytest.mark.parametrize("key", ["'", '"', "\\", "a'b\\c", "a b", "%s", "x" * 3_000])
def test_keys_of_ready_queries_are_quoted(council, key):
    ask(AnalysedQuery.of_groups([[key, "rada"]]))
    ask(PrefixQuery([([key], [key])]))


def test_words_of_an_operator_are_words(make_page):
    make_page("AND OR NOT NEAR")
    assert ask("NEAR AND") == [1, 1]


def test_very_many_words_are_asked_for_in_time(council):
    chance = random.Random(3)  # noqa: S311 - no secret
    words = ["".join(chance.choices("abcdefghij", k=4)) for _ in range(3_000)]
    query = Or([And([Phrase(word), Not(Phrase(word[::-1]))]) for word in words])
    assert ask(query) == [0, 0]
