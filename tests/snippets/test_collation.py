import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippets.collation import (
    CODE_LETTERS,
    CYRILLIC,
    POLISH,
    initial,
    key_bounds,
    key_prefix,
    letter_bounds,
    sort_key,
)

words = st.text(alphabet=POLISH, min_size=1, max_size=12)


def by_key(names):
    return sorted(names, key=sort_key)


@given(first=words, second=words)
def test_words_stand_in_the_order_of_the_polish_alphabet(first, second):
    expected = [POLISH.index(char) for char in first] <= [
        POLISH.index(char) for char in second
    ]

    assert (sort_key(first) <= sort_key(second)) is expected


@given(first=st.integers(0, 10**9 - 1), second=st.integers(0, 10**9 - 1))
def test_numbers_stand_in_the_order_of_their_values(first, second):
    keys = [sort_key(f"Szkoła nr {number}") for number in (first, second)]

    assert (keys[0] <= keys[1]) is (first <= second)


@given(text=st.text())
def test_key_of_any_text_has_only_safe_letters(text):
    key = sort_key(text)

    assert set(key) <= set(CODE_LETTERS)
    assert len(key) % 3 == 0


@given(text=st.text(), length=st.integers(0, 40))
def test_key_is_cut_to_whole_characters(text, length):
    key = sort_key(text, length)

    assert len(key) <= length
    assert sort_key(text).startswith(key)
    assert len(key) % 3 == 0


@given(word=words, rest=st.text())
def test_prefix_finds_exactly_the_names_of_its_letter(word, rest):
    key = sort_key(word + rest)

    assert [letter for letter in POLISH if key.startswith(key_prefix(letter))] == [
        word[0]
    ]


@given(word=words, rest=st.text())
def test_bounds_of_a_letter_hold_exactly_the_names_of_its_letter(word, rest):
    key = sort_key(word + rest)
    bounds = {letter: key_bounds(letter) for letter in POLISH}

    assert [one for one, (first, end) in bounds.items() if first <= key < end] == [
        word[0]
    ]


@pytest.mark.parametrize(
    "names",
    [
        ["Alfa", "Ąbc", "Beta"],
        ["Caritas", "Ćma", "Dom"],
        ["Lato", "Łąka", "Mama"],
        ["Zorza", "Źródło", "Żaba"],
        ["Zacisze", "Źrebię", "Żubr"],
        ["4 pory roku", "10 minut", "Aktywni"],
        ["Dom Dziecka", "Domator"],
        ["Bank Żywności", "Banka"],
        ["Fundacja", "Fundacja Ala"],
        ["Bielsk", "Bielsko-Biała", "Bielsko Podlaskie"],
        ["Zorza", "Беларусь"],
        ["Жук", "東京"],
    ],
)
def test_names_stand_in_library_order(names):
    assert by_key(reversed(names)) == names


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("„Aktywne Osiedle”", "Aktywne Osiedle"),
        ('"AKTYWNE  OSIEDLE"', "aktywne osiedle"),
        ("S.O.S.", "SOS"),
        ("Café Müller", "Cafe Muller"),
        ("Bielsko–Biała", "Bielsko Biała"),
        ("Łódz\u0301", "Łódź"),
        ("Szkoła nr 09", "Szkoła nr 9"),
    ],
)
def test_quotes_case_and_foreign_accents_do_not_count(written, plain):
    assert sort_key(written) == sort_key(plain)


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Łąka", "Ł"),
        ("„źródło”", "Ź"),
        ("Élan", "E"),
        ("Żubr", "Ż"),
        ("Беларусь", "Б"),
        ("4 pory roku", "#"),
        ("☃", "#"),
        ("東京", "#"),
        ("…", "#"),
        ("", "#"),
    ],
)
def test_initial_is_the_letter_of_the_index(name, letter):
    assert initial(name) == letter


@pytest.mark.parametrize("text", ["", "#", "1", "ab", "„", "東"])
def test_only_a_letter_has_a_prefix(text):
    assert key_prefix(text) == ""
    assert key_bounds(text) == ("", "")


def test_letters_lie_within_their_bounds_and_the_rest_outside():
    first, end = letter_bounds()

    assert all(first <= sort_key(letter) < end for letter in POLISH + CYRILLIC)
    assert not any(first <= sort_key(text) < end for text in ("", "7", "☃", "東"))
