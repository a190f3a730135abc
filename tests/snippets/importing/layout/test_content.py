import pytest

from snippets.importing.layout import Layout, read_content
from snippets.importing.reading import open_book
from snippets.models import Note

from .tables import (
    broken,
    content_of,
    headings_of,
    names_of,
    organisations,
    table_of,
    text_table,
)

NAMES = ("Nazwa", "KRS", "Miasto")


def test_records_keep_their_numbers_and_all_their_cells():
    table = table_of(("Wykaz",), NAMES, *organisations(2))

    first, second = content_of(table).records

    assert (first.number, second.number) == (3, 4)
    assert second.cells == organisations(2)[1]


def test_titles_and_footers_are_kept_as_texts():
    table = table_of(
        ("Wykaz", "2024"), ("",), NAMES, *organisations(2), ("Razem", "2"),
        ("Źródło: KRS",),
    )  # fmt: skip

    content = content_of(table)

    assert content.titles == ["Wykaz 2024"]
    assert content.footers == ["Razem 2", "Źródło: KRS"]


def test_totals_and_headers_between_records_are_left_out():
    table = table_of(
        NAMES, *organisations(2), ("Razem", "2"), ("NAZWA", "KRS", "Miasto"),
        ("Strona 2",), *organisations(2, start=3), ("Razem", "2"),
    )  # fmt: skip

    content = content_of(table)

    assert len(content.records) == 4
    assert content.footers == ["Razem 2", "Strona 2", "Razem 2"]


def test_blank_rows_inside_the_data_are_counted():
    rows = organisations(3)
    table = table_of(NAMES, rows[0], ("",), rows[1], ("2.",), ("",), rows[2], ("",))

    content = content_of(table)

    assert content.blank_rows == 3
    assert len(content.records) == 3


def test_cell_merged_over_rows_says_the_same_in_each():
    table = table_of(
        NAMES, ("Most", "1", "Łomża"), ("Dom", "2", ""), ("Lipa", "3", ""),
        merged=[(1, 2, 3, 2)],
    )  # fmt: skip

    assert names_of(content_of(table), 2) == ["Łomża", "Łomża", "Łomża"]


def test_rows_with_too_many_or_too_few_cells_are_broken():
    table = text_table(
        "Nazwa;KRS;Miasto", "Most;1;Łomża", "Most; Oddział;2;Łapy", "Dom;Łapy",
        "Lipa;3;Łomża;;", "Koło;4;Łapy",
    )  # fmt: skip

    content = content_of(table)

    assert broken(content) == {3: ["row_shifted"], 4: ["row_shifted"]}
    assert content.records[1].notes == (
        Note("row_shifted", params={"row": 3, "cells": 4, "columns": 3}),
    )
    assert headings_of(content) == ["Nazwa", "KRS", "Miasto"]


def test_lines_without_the_blank_cells_at_their_end_are_sound():
    table = text_table("Nazwa;KRS;Miasto", "Most;1", "Dom;2", "Lipa", "Koło;4;Łapy")

    assert not broken(content_of(table))


def test_cell_past_the_last_heading_of_a_sheet_breaks_its_row():
    rows = organisations(4)
    table = table_of(NAMES, *rows[:3], (*rows[3], "", "x"))

    content = content_of(table)

    assert broken(content) == {5: ["row_shifted"]}
    assert content.records[3].notes[0].params == {"row": 5, "cells": 5, "columns": 3}


def test_broken_rows_give_no_samples():
    table = text_table("Nazwa;KRS;Miasto", "Most; x;1;Łomża", "Dom;2;Łapy", "K;3;Łapy")

    assert content_of(table).columns[1].samples == ("2", "3")


def test_swallowed_rows_break_the_row_that_holds_them():
    swallowed = "Most, a@b.pl, Łomża\nDom, c@d.pl, Łapy\nKoło"
    text = f'Nazwa;E-mail;Miasto\n"{swallowed}";e@f.pl;Łapy\nLipa;g@h.pl;Łapy\n'

    content = content_of(open_book(text.encode(), "lista.csv").table())

    assert broken(content) == {2: ["row_swallowed"]}


def test_notes_of_cells_go_with_their_record_and_do_not_break_it():
    table = text_table("Nazwa;KRS;Miasto", "Most;#N/A;Łomża", "Dom;2;Łapy")

    content = content_of(table)

    assert [note.code for note in content.records[0].notes] == ["cell_error"]
    assert not broken(content)


@pytest.mark.parametrize(
    "layout",
    [
        Layout(0, 0, 0, 99),
        Layout(-3, 9, -1, -5),
        Layout(50, 3, 60, 70),
        Layout(2, 3, 1, 0),
    ],
)
def test_layout_that_does_not_fit_is_read_as_far_as_it_goes(layout):
    content = read_content(table_of(NAMES, *organisations(2)), layout)

    assert len(content.records) <= 3


def test_layout_that_a_person_chose_is_obeyed():
    table = table_of(("x",), NAMES, *organisations(3), ("Razem", "3"))

    content = read_content(table, Layout(1, 1, 3, 5))

    assert headings_of(content) == list(NAMES)
    assert [record.number for record in content.records] == [4, 5]
