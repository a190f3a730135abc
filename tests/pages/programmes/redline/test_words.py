"""The words that differ between two texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.programmes.redline import SegmentKind, compare_words
from pages.programmes.redline.words import is_change

PIECES = [
    "oraz",
    "w",
    "i",
    "miasto",
    "miasta",
    "„Żubr”",
    "-",
    "–",
    ",",
    "§",
    "7",
    "x\n",
]
WORDS = st.lists(
    st.sampled_from(PIECES),
    max_size=40,
)


def read(old, new):
    """Return a difference as a reader sees it: [-went-] and {+came+}."""
    marks = {SegmentKind.EQUAL: "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
    return "".join(
        marks[segment.kind].format(segment.text) for segment in compare_words(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("", "", ""),
        ("to samo", "to samo", "to samo"),
        ("", "nowe", "{+nowe+}"),
        ("stare", "", "[-stare-]"),
        (
            "tworzenie kolekcji dzieł sztuki współczesnej",
            "tworzenie kolekcji dzieł sztuki",
            "tworzenie kolekcji dzieł sztuki[-współczesnej-]",
        ),
        (
            "wspieranie rodzin w trudnej sytuacji",
            "wspieranie rodzin i dzieci w trudnej sytuacji",
            "wspieranie rodzin {+i dzieci +}w trudnej sytuacji",
        ),
        # One changed word is whole, never a piece of it.
        (
            "na rzecz zadania publicznego miasta",
            "na rzecz zadań publicznych miasta",
            "na rzecz [-zadania publicznego -]{+zadań publicznych +}miasta",
        ),
        # A short word between two changes does not cut them apart.
        (
            "organizacje kultury i sportu dla wszystkich mieszkańców",
            "organizacje nauki i zdrowia dla wszystkich mieszkańców",
            "organizacje [-kultury i sportu -]{+nauki i zdrowia +}"
            "dla wszystkich mieszkańców",
        ),
        # Hardly anything stayed: one text stands for the other.
        (
            "prowadzenie schroniska dla zwierząt",
            "budowa dla klubu",
            "[-prowadzenie schroniska dla zwierząt-]{+budowa dla klubu+}",
        ),
    ],
)
def test_difference_reads_well(old, new, expected):
    assert read(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("fundacja „Żubr”", 'fundacja "Żubr"'),
        ("fundacja «Żubr»", "fundacja „Żubr”"),
        ("lata 2013–2014", "lata 2013-2014"),
        ("w ust. 29", "w\u00a0ust.\u00a029"),
        ("dwa  odstępy\n", "dwa odstępy"),
        ("  na początku", "na początku"),
        ("re\u0301sume\u0301", "r\u00e9sum\u00e9"),
    ],
)
def test_spaces_quotes_and_dashes_do_not_count_as_change(old, new):
    assert not is_change(compare_words(old, new))


def test_case_and_signs_count_as_change():
    assert is_change(compare_words("miasto", "Miasto"))
    assert is_change(compare_words("koniec", "koniec."))


@settings(max_examples=1000, deadline=None)
@given(WORDS, WORDS)
def test_texts_are_kept_to_the_letter(old_words, new_words):
    old, new = " ".join(old_words), "  ".join(new_words)

    segments = compare_words(old, new)

    assert "".join(segment.old for segment in segments) == old
    assert "".join(segment.new for segment in segments) == new


@settings(max_examples=300, deadline=None)
@given(st.text(), st.text())
def test_any_characters_are_kept_to_the_letter(old, new):
    segments = compare_words(old, new)

    assert "".join(segment.old for segment in segments) == old
    assert "".join(segment.new for segment in segments) == new


def test_twenty_thousand_characters_are_compared_by_sentence():
    sentences = [f"Zdanie numer {n} mówi o zadaniu publicznym." for n in range(500)]
    old = " ".join(sentences)
    changed = [*sentences]
    changed[250] = "Zdanie numer 250 mówi o innym zadaniu publicznym."
    changed[0] = "Początek."
    changed[499] = "Koniec."

    segments = compare_words(old, " ".join(changed))

    assert len(old) > 20_000
    assert [s.text.strip() for s in segments if s.kind == "insert"] == [
        "Początek",
        "innym",
        "Koniec",
    ]
