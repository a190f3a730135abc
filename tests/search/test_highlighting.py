import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis import query_groups
from search.highlighting import find_passage, highlight, opening

FILLER = "Nikt tutaj niczego ciekawego nie mówi. "
words = st.sampled_from(
    ["rada", "rady", "miasta", "budżet", "i", "<b>", "„Łódź”", "\n", "a" * 90, "😀"]
)
texts = st.lists(words, max_size=120).map(" ".join) | st.text(max_size=400)


def keys_of(query, language="pl"):
    return [key for group in query_groups(query, language) for key in group]


def marked(pieces):
    return [piece.text for piece in pieces if piece.is_match]


def passage(query, *texts, width=220):
    parts = [(str(number), text) for number, text in enumerate(texts)]
    return find_passage(parts, query_groups(query, "pl"), "pl", width)


def test_words_are_marked_as_they_stand_in_the_text():
    text = "Rada Miasta: radę i „Radzie” (nie radio) mówi się o mieście."

    assert marked(highlight(text, keys_of("rada miasto"), "pl")) == [
        "Rada",
        "Miasta",
        "radę",
        "Radzie",
        "mieście",
    ]


def test_query_without_marks_is_found_in_words_with_them():
    assert marked(highlight("W Białymstoku", keys_of("bialystok"), "pl")) == [
        "Białymstoku"
    ]


@pytest.mark.parametrize(
    ("language", "query", "text", "found"),
    [
        ("en", "organizations", "Our organisation", "organisation"),
        ("uk", "школа", "У школі", "школі"),
        ("be", "школа", "У школе", "школе"),
    ],
)
def test_words_are_marked_in_the_language_of_the_text(language, query, text, found):
    assert marked(highlight(text, keys_of(query, language), language)) == [found]


def test_markup_is_left_as_text():
    text = "<script>rada</script> & rada"
    pieces = highlight(text, keys_of("rada"), "pl")

    assert "".join(piece.text for piece in pieces) == text
    assert marked(pieces) == ["rada", "rada"]


@given(text=texts)
def test_pieces_join_to_the_text(text):
    pieces = highlight(text, keys_of("rada miasto"), "pl")

    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


@given(texts=st.lists(texts, max_size=3), width=st.integers(20, 300))
def test_passage_is_a_part_of_its_text_with_something_marked(texts, width):
    found = passage("rada miasto budżet", *texts, width=width)

    if found is None:
        assert not any(
            marked(highlight(t, keys_of("rada miasto budżet"), "pl")) for t in texts
        )
    else:
        assert found.text in texts[int(found.label)]
        assert marked(found.pieces)
        assert len(found.text) <= width


@given(texts=st.lists(texts, max_size=3), width=st.integers(20, 300))
def test_every_word_inside_a_passage_is_marked(texts, width):
    found = passage("rada miasto", *texts, width=width)

    if found is not None:
        again = highlight(found.text, keys_of("rada miasto"), "pl")
        assert marked(again) == marked(found.pieces)


@given(text=texts, width=st.integers(1, 300))
def test_opening_is_a_part_of_its_text(text, width):
    found = opening([("", text)], width)

    if found is None:
        assert not text.strip()
    else:
        assert text.lstrip().startswith(found.text)
        assert 0 < len(found.text) <= width
        assert found.is_cut_after is (text.strip() != found.text.rstrip())


def test_window_with_most_words_is_taken():
    text = f"O radzie. {FILLER * 10}Rada i budżet miasta. {FILLER * 10}Budżet rady."
    found = passage("rada miasto budżet", text)

    assert marked(found.pieces) == ["Rada", "budżet", "miasta"]
    assert found.is_cut_before
    assert found.is_cut_after


def test_part_with_most_words_is_taken():
    found = passage("rada budżet", "Rada", FILLER, "Budżet rady")

    assert (found.label, marked(found.pieces)) == ("2", ["Budżet", "rady"])


def test_earlier_part_is_taken_of_equal_ones():
    assert passage("rada", "O radzie", "Rada, rada, rada").label == "0"


def test_same_word_again_counts_once():
    found = passage("rada miasto", f"Rada, rada i rada. {FILLER * 10}Rada miasta.")

    assert marked(found.pieces) == ["Rada", "miasta"]


def test_passage_is_cut_at_the_ends_of_words():
    text = f"{FILLER * 10}Wojewódzki budżet {FILLER * 10}"
    found = passage("budżet", text, width=90)
    before, _, after = text.partition(found.text)

    assert before.endswith(" ")
    assert after.startswith((" ", "."))
    assert not found.text.startswith(" ")
    assert 60 < len(found.text) <= 90


def test_short_text_is_shown_whole():
    text = "Uchwała o budżecie."
    found = passage("budżet", text)

    assert found.text == text
    assert (found.is_cut_before, found.is_cut_after) == (False, False)


def test_word_at_the_end_of_a_text_has_its_context():
    found = passage("budżet", f"{FILLER * 20}Budżet")

    assert found.text.endswith("Budżet")
    assert len(found.text) > 200
    assert not found.is_cut_after


def test_no_passage_where_nothing_matches():
    assert passage("budżet", FILLER, "") is None
    assert find_passage([("", FILLER)], [], "pl") is None


def test_word_longer_than_a_passage_is_cut():
    found = passage("x" * 80, "x" * 5_000, width=100)

    assert [len(piece.text) for piece in found.pieces] == [100]
    assert found.is_cut_after


def test_opening_skips_parts_without_words():
    found = opening([("a", " \n"), ("b", f"  {FILLER * 20}")], 100)

    assert found.label == "b"
    assert FILLER.strip() in found.text
    assert found.is_cut_after


def test_long_text_is_searched_in_a_short_time():
    text = FILLER * 50_000
    passage("budżet", FILLER)
    start = time.process_time()

    assert passage("budżet", text, text) is None
    assert time.process_time() - start < 1


def test_word_with_an_apostrophe_is_not_cut_at_it():
    text = "співпраця з суб’єктами економіки"
    for width in range(12, len(text)):
        passage = find_passage([("", text)], [["співпраця"]], "uk", width)
        if passage is None:
            passage = opening([("", text)], width)
        assert not passage.text.endswith(("суб", "суб’"))
