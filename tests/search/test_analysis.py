import re
import subprocess
import sys
import time
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import (
    LONGEST_QUERY,
    analyser_id,
    autocomplete_groups,
    autocomplete_text,
    index_keys,
    index_text,
    query_groups,
    query_keys,
    query_tokens,
    tokens,
)

LANGUAGES = ["pl", "en", "uk", "be", "", "de"]
KEYS = re.compile(r"(?:[a-z0-9\u0400-\u052f]+(?: |$))*")

languages = st.sampled_from(LANGUAGES)
words = st.text("aąbcćdeęioóstłńzżź", min_size=1, max_size=12) | st.sampled_from(
    ["organizacji", "zadań", "міста", "арганізацыі", "needs", "2014r", "об’єкт"]
)
texts = st.text() | st.lists(words, max_size=8).map(" ".join)


def meets(query, text, language):
    keys = set(index_text(text, language).split())
    return all(keys.intersection(group) for group in query_groups(query, language))


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("pl", "organizacje pozarządowe", "dla organizacji pozarządowych"),
        ("pl", "organizacje pozarzadowe", "organizacjom pozarządowym"),
        ("pl", "współpraca polsko-litewska", "polsko-litewskiej współpracy"),
        ("pl", "e-usługi", "o e-usługach urzędu"),
        ("pl", "KRS 0000123456", "numer KRS: 0000123456"),
        ("pl", "2014r", "na 2014 rok"),
        ("pl", "program 2014", "programem na 2014r."),
        ("pl", "10 tys. zł", "kwota 10tys. złotych"),
        ("pl", "15 października", "15 października 2013 r."),
        ("pl", "ust. 29", "w ust. 29 pkt 1"),
        ("pl", "jak się zapisać", "można zapisać dziecko"),
        ("pl", "jak sie zapisac", "można zapisać dziecko"),
        ("pl", "громада", "українська громада в Білостоці, громади"),
        ("en", "Bialystok needs", "the need of Białystok"),
        ("en", "громада", "громади"),
        ("uk", "Białystok", "місто w Białymstoku"),
        ("be", "арганізацыя", "з арганізацыямі"),
        ("", "organizacja", "organizacjom"),
        ("", "organizations", "an organisation"),
        ("", "організація", "організаціями"),
        ("", "арганізацыя", "арганізацыямі"),
    ],
)
def test_query_meets_text(language, query, text):
    assert meets(query, text, language)


@pytest.mark.parametrize(
    ("language", "query", "text"),
    [
        ("pl", "organizacja", "koncert organowy, organy, organista"),
        ("pl", "rada miasta", "rada gminy"),
        ("pl", "art. 19a", "art. 19b"),
        ("en", "organizations", "the organ recital"),
        ("uk", "рада", "радіо грає"),
        ("be", "рада", "радыё грае"),
        ("", "organizacja", "организм"),
    ],
)
def test_query_does_not_meet_text(language, query, text):
    assert not meets(query, text, language)


@pytest.mark.parametrize(
    ("language", "any_language"), [("pl", ""), ("en", ""), ("uk", "de"), ("be", "de")]
)
def test_text_in_a_language_is_met_by_a_query_in_any(language, any_language):
    for word in ["organizacje", "organisations", "організації", "арганізацыі"]:
        assert set(index_keys(word, language)) & set(query_keys(word, any_language))


@given(text=texts, language=languages)
def test_index_has_only_letters_that_every_database_reads_alike(text, language):
    assert KEYS.fullmatch(index_text(text, language))
    assert KEYS.fullmatch(autocomplete_text(text, language))


@given(text=texts, language=languages)
def test_text_is_met_by_its_own_words(text, language):
    assert meets(text, text, language)


@given(text=texts, language=languages)
def test_groups_and_tokens_go_together(text, language):
    groups = query_groups(text, language)

    assert groups == [
        list(query_keys(token.text, language)) for token in query_tokens(text, language)
    ]
    assert all(groups)


@given(text=texts, language=languages)
def test_every_word_of_a_text_is_in_its_index(text, language):
    keys = index_text(text, language).split()
    mains = [index_keys(token.text, language)[0] for token in tokens(text)]

    assert keys[: len(mains)] == mains


@given(word=words, language=languages)
def test_word_is_searched_by_a_key_that_it_is_indexed_by(word, language):
    assert set(query_keys(word, language)) & set(index_keys(word, language))


@given(found=st.lists(words, max_size=8), language=languages)
def test_case_and_composition_make_no_difference(found, language):
    text = " ".join(found)

    assert index_text(normalize("NFD", text.upper()), language) == index_text(
        text, language
    )


def test_stop_words_are_dropped_unless_alone():
    assert [token.text for token in query_tokens("Jak i gdzie w mieście", "pl")] == [
        "gdzie",
        "mieście",
    ]
    assert [token.text for token in query_tokens("do", "pl")] == ["do"]
    assert [token.text for token in query_tokens("the council", "en")] == ["council"]
    assert [token.text for token in query_tokens("до міста", "uk")] == ["міста"]
    assert [token.text for token in query_tokens("у горадзе", "be")] == ["горадзе"]


def test_stop_words_stay_in_the_index():
    assert index_text("rada do wójta", "pl").split()[:3] == ["rada", "do", "wojt"]


def test_tokens_of_a_query_lead_into_it():
    query = "  Rada  w Białymstoku"

    assert [query[one.start : one.end] for one in query_tokens(query, "pl")] == [
        "Rada",
        "Białymstoku",
    ]


def test_long_query_is_cut_between_words():
    query = "organizacja " * 900
    found = query_tokens(query, "pl")

    assert {token.text for token in found} == {"organizacja"}
    assert found[-1].end <= LONGEST_QUERY


def test_long_word_is_cut_inside():
    [token] = query_tokens("x" * 10_000, "pl")

    assert token.end == LONGEST_QUERY


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        '"',
        "(",
        "NEAR(a b)",
        "a\x00b",
        "\ud800\udfff x\ud800y",
        "😀👍🏽",
        "'; DROP TABLE--",
        "* OR ^",
        bytes(range(256)).decode("latin-1") * 40,
        "ą" * 10_000,
        "\u0301" * 300,
    ],
)
def test_hostile_text_is_read(language, text):
    assert KEYS.fullmatch(index_text(text, language))
    assert all(query_groups(text, language))
    assert autocomplete_groups(text, language) is not None
    assert index_keys(text, language) is not None


def test_query_of_new_words_takes_no_long_time():
    query_groups("rozgrzewka", "pl")
    query = " ".join(f"zolcaenosc{letter}" for letter in "abcdefghijklmnopqrstuwyz")
    start = time.process_time()

    assert query_groups(query, "pl")
    assert time.process_time() - start < 1


def test_autocomplete_has_words_and_keys():
    assert autocomplete_text("Organizacje w Łodzi", "pl").split()[:3] == [
        "organizacje",
        "w",
        "lodzi",
    ]
    assert {"organizacja", "lodz"} <= set(
        autocomplete_text("Organizacje w Łodzi", "pl").split()
    )


def test_only_the_last_word_of_autocomplete_is_a_beginning():
    groups = autocomplete_groups("Rada w Białym", "pl")

    assert [prefixes for prefixes, _ in groups] == [[], ["bialym"]]
    assert "rada" in groups[0][1]
    assert "bialy" in groups[1][1]


def test_autocomplete_keeps_a_stop_word_that_is_being_typed():
    assert autocomplete_groups("rada do", "pl")[-1][0] == ["do"]


def test_id_tells_of_every_language():
    assert [part.split("-")[0] for part in analyser_id().split()[1:]] == [
        "pl",
        "en",
        "uk",
        "be",
    ]


def test_no_dictionary_is_loaded_before_it_is_needed():
    script = """
import sys, search.analysis, search.highlighting
search.analysis.index_text("a council", "en")
print({"django", "morfeusz2", "simplemma", "hunspell"} & set(sys.modules))
"""
    shown = subprocess.check_output([sys.executable, "-c", script], text=True)  # noqa: S603

    assert shown.strip() == "set()"
