import time

import pytest

from search.languages.polish import (
    STOP_WORDS,
    algorithm_id,
    forms,
    index_keys,
    is_name,
    query_keys,
)

SAME_WORD = [
    ("białystok", "białegostoku białymstoku białystokiem"),
    ("podlasie", "podlasiu podlasia"),
    ("suwałki", "suwałkach suwałk"),
    ("organizacja", "organizacji organizacjami organizacje"),
    ("pozarządowy", "pozarządowa pozarządowych pozarządowymi"),
    ("nauczycielka", "nauczycielki nauczycielek"),
    ("radny", "radni radnych radnej radne"),
    ("działacz", "działacze działaczami"),
    ("dziecko", "dzieci dziećmi"),
    ("oko", "oczu oczy"),
    ("rok", "lat lata"),
    ("człowiek", "ludzie ludźmi"),
    ("pies", "psów psom"),
    ("muzeum", "muzea muzeów"),
    ("sędzia", "sędziów"),
    ("iść", "szedł szła idą"),
    ("wolontariusz", "wolontariuszom wolontariuszy"),
    ("użyczenie", "użyczeniu użyczenia"),
    ("złoty", "złotych zł"),
    ("polska", "polsko polskę"),
]

UNKNOWN_WORDS = [
    ("mikrogrant", "mikrograntów mikrograntem"),
    ("streetworker", "streetworkerów"),
    ("regranting", "regrantingu"),
]

OTHER_WORDS = [
    ("organizacja", "organ"),
    ("organizacja", "organista"),
    ("rada", "radio"),
    ("zadanie", "zdanie"),
    ("miasto", "ciasto"),
    ("konkurs", "konkurencja"),
    ("konsultacja", "konsulat"),
    ("białystok", "białowieża"),
    ("statut", "status"),
    ("współpraca", "praca"),
    ("ochrona", "ochroniarz"),
    ("mieszkaniec", "mieszkanie"),
    ("2014", "2015"),
]


def pairs(table):
    return [(word, form) for word, forms in table for form in forms.split()]


@pytest.mark.parametrize(("word", "form"), pairs(SAME_WORD + UNKNOWN_WORDS))
def test_forms_of_one_word_share_a_key(word, form):
    assert set(query_keys(word)) & set(index_keys(form))
    assert set(query_keys(form)) & set(index_keys(word))


@pytest.mark.parametrize(("word", "other"), OTHER_WORDS)
def test_other_words_share_no_key(word, other):
    assert not set(query_keys(word)) & set(index_keys(other))
    assert not set(query_keys(other)) & set(index_keys(word))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zadan", "zadania"),
        ("bialymstoku", "białystok"),
        ("zlobkow", "żłobek"),
        ("zrodel", "źródło"),
        ("cwiczen", "ćwiczenia"),
        ("lodzi", "łódź"),
        ("swieta", "święto"),
        ("mlodziezy", "młodzież"),
        ("niepelnosprawnosc", "niepełnosprawności"),
        ("niepełnosprawnosc", "niepełnosprawności"),
    ],
)
def test_marks_left_out_of_a_query_are_restored(typed, meant):
    assert set(query_keys(typed)) & set(index_keys(meant))


def test_text_without_marks_is_found_by_the_same_word():
    assert set(query_keys("zadan")) & set(index_keys("zadan"))


def test_known_word_with_marks_is_not_guessed_at():
    assert query_keys("żłobka") == index_keys("żłobka")


def test_text_is_never_guessed_at():
    assert index_keys("zadan") == ("zadan",)


def test_abbreviation_of_a_phrase_is_one_key():
    assert all("_" not in key and " " not in key for key in index_keys("jan"))


@pytest.mark.parametrize(
    "word", ["lzcsnoaelzcsnoaelzcsnoaelzcsnoae", "z" * 32, "c" * 64]
)
def test_restoring_takes_no_long_time(word):
    index_keys(word)
    start = time.process_time()

    assert query_keys(word)
    assert time.process_time() - start < 0.2


def test_stop_words_are_known_without_their_marks():
    assert {"się", "sie", "że", "ze", "są", "sa"} <= STOP_WORDS


@pytest.mark.parametrize("word", ["anna", "jan", "krzysztof", "malinowska", "zamenhof"])
def test_names_of_persons_are_told(word):
    assert is_name(word)


@pytest.mark.parametrize(
    "word",
    ["róża", "rada", "kot", "podlasie", "białystok", "organizacja", "qwrtz", "7"],
)
def test_what_may_mean_something_else_is_no_name(word):
    assert not is_name(word)


def test_forms_are_those_of_all_words_that_it_may_be():
    assert {"świetlica", "świetlicami", "świetlic"} <= set(forms("świetlicę"))
    assert {"rada", "radzie", "rad", "radem"} <= set(forms("rad"))
    assert forms("xyzzy") == ()


@pytest.mark.usefixtures("no_morfeusz")
class TestWithoutMorfeusz:
    def test_there_are_no_forms(self):
        assert forms("świetlicę") == ()

    @pytest.mark.parametrize(
        ("typed", "written"),
        [
            ("organizacje", "organizacji"),
            ("konsultacje", "konsultacjami"),
            ("społeczny", "społecznych"),
            ("spoleczny", "społecznych"),
            ("gmina", "gminy"),
        ],
    )
    def test_regular_forms_share_a_key(self, typed, written):
        assert set(query_keys(typed)) & set(index_keys(written))

    def test_there_is_a_key_for_queries_without_marks(self):
        assert index_keys("członków") == ("czlonk", "czlonkow")

    def test_nobody_is_told_by_name(self):
        assert not is_name("krzysztof")

    def test_id_says_so(self):
        assert "no-morfeusz" in algorithm_id()


def test_id_names_the_dictionary():
    assert "sgjp" in algorithm_id()
