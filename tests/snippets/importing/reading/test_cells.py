from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.reading.cells import (
    CellReader,
    column_letter,
    plain,
    text_of,
    unwrap,
)
from snippets.importing.reading.tables import LIMITS, Limits


def read(*cells, limits=LIMITS):
    reader = CellReader(limits)
    return reader.read(cells), reader.notes(list(cells), 7)


def codes(notes):
    return [(note.code, note.params["row"], note.params["column"]) for note in notes]


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_column_letter(index, letters):
    assert column_letter(index) == letters


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (168.0, "168"),
        (5422692744.0, "5422692744"),
        (12345678901234, "12345678901234"),
        (-0.0, "0"),
        (1.5, "1.5"),
        (0.1 + 0.2, "0.3"),
        (True, "tak"),
        (False, "nie"),
        (date(2024, 12, 31), "2024-12-31"),
        (datetime(2024, 12, 31), "2024-12-31"),  # noqa: DTZ001 - a cell has no zone
        (datetime(2024, 12, 31, 10, 5), "2024-12-31 10:05"),  # noqa: DTZ001
        (time(10, 5), "10:05"),
        (timedelta(hours=30), "30:00"),
        (timedelta(minutes=1, seconds=2), "0:01:02"),
        (float("nan"), ""),
        (float("inf"), ""),
    ],
)
def test_value_of_a_spreadsheet_as_text(value, text):
    assert text_of(value) == text


@pytest.mark.parametrize("value", [1e15, 1.2345678901234567e19, 10**15, 1e25])
def test_number_that_lost_its_end_is_not_made_whole(value):
    assert "E+" in text_of(value)


@given(st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1))
def test_number_of_fifteen_digits_is_exact(number):
    assert text_of(float(number)) == str(number)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="012345678"', "012345678"),
        ('="Fundacja ""Most"""', 'Fundacja "Most"'),
        ("'0000000168", "0000000168"),
        ("'=1+1", "=1+1"),
        ("'+48 85 123", "+48 85 123"),
        ("'text", "text"),
        ("''text", "'text"),
        ("'=it's", "=it's"),
        ("'Nasz Dom' Fundacja", "'Nasz Dom' Fundacja"),
        ("=SUM(A1:A2)", "=SUM(A1:A2)"),
        ("'", ""),
    ],
)
def test_mark_of_text_is_taken_off(cell, text):
    assert unwrap(cell) == text


@given(st.sampled_from("=+-@'"), st.text())
def test_text_that_was_escaped_comes_back_whole(mark, rest):
    assert unwrap(f"'{mark}{rest}") == f"{mark}{rest}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Nasz  Dom ", "Nasz Dom"),
        ("Nasz\xa0Dom\xa0", "Nasz Dom"),
        ("Nasz\r\nDom", "Nasz Dom"),
        ("Na\u200bsz\u00ad\ufeff Dom", "Nasz Dom"),
        ("Nasz\u2028Dom\u3000", "Nasz Dom"),
        ("Nasz\tDom", "Nasz Dom"),
        ("„Żółw” – 5 zł", "„Żółw” – 5 zł"),
    ],
)
def test_cell_is_put_on_one_line_with_single_spaces(cell, text):
    assert read(cell) == ((text,), [])


@given(st.text())
def test_plain_text_is_on_one_line_and_stays_so(text):
    once, _ = plain(text)

    assert "\n" not in once
    assert once == once.strip()
    assert plain(once) == (once, False)


@given(st.lists(st.text(max_size=20)))
def test_reader_reads_a_text_the_second_time_as_the_first(cells):
    reader = CellReader(LIMITS)

    assert reader.read(cells) == reader.read(cells)


def test_control_characters_are_left_out_and_noted():
    cells, notes = read("a", "Na\x00sz\x07 Dom")

    assert cells == ("a", "Nasz Dom")
    assert codes(notes) == [("control_characters", 7, "B")]


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#ADR!", "#DZIEL/0!", "Err:502"])
def test_error_typed_out_is_blank_and_noted(cell):
    cells, notes = read(cell, "#1 w Polsce")

    assert cells == ("", "#1 w Polsce")
    assert codes(notes) == [("cell_error", 7, "A")]


def test_letters_that_were_lost_are_noted():
    assert codes(read("", "Bia\ufffdystok")[1]) == [("characters_lost", 7, "B")]


def test_cell_over_the_limit_is_cut_and_noted():
    cells, notes = read("x" * 50, limits=Limits(cell_length=20))

    assert cells == ("x" * 20,)
    assert codes(notes) == [("cell_too_long", 7, "A")]
    assert notes[0].params["limit"] == 20


def test_value_that_lost_its_digits_is_kept_as_it_is():
    assert read("5,42E+09", "5.42E+09") == (("5,42E+09", "5.42E+09"), [])


def test_rows_in_a_cell_are_noted():
    swallowed = "Most, a@b.pl, Typ, Łomża\nDom, c@d.pl, Typ, Łomża\nKoło"

    _, notes = read(swallowed, "e@f.pl", "Typ", "Łomża")

    assert codes(notes) == [("row_swallowed", 7, "A")]
    assert notes[0].params["lines"] == 3


def test_line_breaks_in_an_address_are_no_rows():
    address = "Fundacja Most\nul. Lipowa 1, 15-001 Białystok\ntel. 85 123"

    assert read(address, "a", "b", "c")[1] == []
