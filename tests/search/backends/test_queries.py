import pytest
from modelsearch.query import And, MatchAll, Not, Or, Phrase, PlainText

from search.backends.conditions import POSTGRES, SQLITE, Condition, condition
from search.backends.queries import (
    MOST_TERMS,
    AnalysedQuery,
    PrefixQuery,
    analysed,
    begun,
)

A, B, C = (AnalysedQuery.of_groups([[key]]) for key in "abc")
NOTHING, ALL = Condition(), Condition(is_negated=True)


def terms(query):
    return [term[0][0] for term in query.terms]


def test_words_become_groups_of_keys():
    query = analysed("Zadań publicznych", "pl")
    first, second = terms(query)
    assert "zadanie" in first
    assert "publiczny" in second
    assert not query.any_term
    assert analysed(PlainText("a b", operator="or"), "en").any_term


def test_language_decides_which_keys():
    assert "council" in terms(analysed("councils", "en"))[0]
    assert {"council", "rada"} <= {
        key for group in terms(analysed("councils rady")) for key in group
    }


def test_all_words_of_an_and_become_one_query():
    query = analysed(And([PlainText("rada"), Phrase("park miejski")]), "pl")
    assert isinstance(query, AnalysedQuery)
    assert len(query.terms) == 3
    assert analysed(query) is query


def test_no_more_terms_than_are_looked_for():
    many = And([PlainText(f"a{number}") for number in range(100)])
    assert len(analysed(many, "en").terms) == MOST_TERMS
    either = Or([Not(PlainText(f"a{number}")) for number in range(100)])
    assert len(analysed(either, "en").subqueries) == MOST_TERMS


def test_term_that_is_there_twice_is_one():
    assert len(analysed("park park parki", "pl").terms) <= 2


def test_gaps_in_ready_queries_are_left_out():
    query = AnalysedQuery([((("",), ("a",)), (("b",),)), ((),), (((),),)])
    assert query.terms == (((("b",),),),)
    assert condition(analysed(AnalysedQuery([])), SQLITE) == NOTHING


def test_last_word_has_a_beginning():
    (first, last) = begun("rada mia", "pl").groups
    assert first[0] == ()
    assert last[0] == ("mia",)


@pytest.mark.parametrize(
    ("query", "sqlite", "postgres"),
    [
        (A, '"a"', "'a'"),
        (AnalysedQuery.of_groups(["ab", "c"]), '(("a" OR "b") AND "c")', None),
        (
            AnalysedQuery.of_groups(["a", "b"], any_term=True),
            '("a" OR "b")',
            "('a' | 'b')",
        ),
        (
            AnalysedQuery([((("a",),), (("b",), ("c",)))]),
            '("a" OR ("b" AND "c"))',
            "('a' | ('b' & 'c'))",
        ),
        (PrefixQuery([((), ("a",)), (("b",), ("c",))]), None, "('a' & ('b':* | 'c'))"),
        (PrefixQuery([(("abc",), ())]), '"abc"*', "'abc':*"),
        (PrefixQuery([(("ab",), ("ab",))]), '^"ab"*', "'ab':*A"),
        (And([A, Not(B)]), '("a" NOT "b")', "('a' & !'b')"),
        (And([A, Not(Or([B, C]))]), '("a" NOT ("b" OR "c"))', "('a' & !('b' | 'c'))"),
    ],
    ids=repr,
)
def test_both_databases_are_asked_the_same(query, sqlite, postgres):
    asked = [condition(query, syntax).expression for syntax in (SQLITE, POSTGRES)]
    expected = [sqlite or asked[0], postgres or asked[1]]
    assert asked == expected


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Not(A), Condition('"a"', is_negated=True)),
        (Not(Not(A)), Condition('"a"')),
        (And([Not(A), Not(B)]), Condition('("a" OR "b")', is_negated=True)),
        (Or([A, Not(B)]), Condition('("b" NOT "a")', is_negated=True)),
        (Or([Not(A), Not(B)]), Condition('("a" AND "b")', is_negated=True)),
        (MatchAll(), ALL),
        (Not(MatchAll()), NOTHING),
        (And([A, MatchAll()]), Condition('"a"')),
        (And([A, Not(MatchAll())]), NOTHING),
        (Or([A, MatchAll()]), ALL),
        (Or([A, Not(MatchAll())]), Condition('"a"')),
        (And([Not(A), MatchAll()]), Condition('"a"', is_negated=True)),
    ],
    ids=repr,
)
def test_what_must_not_be_there_is_a_condition(query, found):
    assert condition(query, SQLITE) == found


@pytest.mark.parametrize("key", ["a'b", 'a"b', "a\\b"])
def test_signs_in_keys_are_quoted(key):
    query = AnalysedQuery.of_groups([[key]])
    assert condition(query, SQLITE).expression == '"{}"'.format(key.replace('"', '""'))
    assert condition(query, POSTGRES).expression == "'{}'".format(
        key.replace("\\", "\\\\").replace("'", "''")
    )
