import pytest

from snippets.importing.layout.headers import find_header, is_explanation

from .tables import is_known, knows_nothing, organisations, table_of, text_table

NAMES = ("Nazwa", "KRS", "Miasto")


def test_titles_and_blank_rows_are_before_the_header():
    table = table_of(
        ("Wykaz organizacji",), ("stan na dzień 31.12.2024 r.",), ("",), NAMES,
        *organisations(3),
    )  # fmt: skip

    assert find_header(table, is_known) == (3, 1)


def test_title_over_the_whole_width_is_no_group():
    table = table_of(("Wykaz",), NAMES, *organisations(3), merged=[(0, 0, 0, 2)])

    assert find_header(table, is_known) == (1, 1)


def test_title_of_two_cells_is_no_group():
    table = text_table(
        "Wykaz organizacji;;stan na 31.12.2024", "Nazwa;KRS;Miasto", "Most;1;Łomża"
    )

    assert find_header(table, is_known) == (1, 1)


def test_group_over_merged_cells_belongs_to_the_header():
    table = table_of(
        ("Wykaz",),
        ("", "Dane rejestrowe", "", "Miasto"),
        ("Nazwa", "KRS", "NIP", ""),
        ("Most", "1", "2", "Łomża"),
        merged=[(0, 0, 0, 3), (1, 1, 1, 2)],
    )

    assert find_header(table, is_known) == (1, 2)


def test_cells_merged_over_two_rows_make_a_header_of_two_rows():
    table = table_of(
        ("Nazwa", "Siedziba", "", "Telefon"),
        ("", "lokal", "adresat", ""),
        ("Most", "x", "y", "z"),
        merged=[(0, 0, 1, 0), (0, 3, 1, 3), (0, 1, 0, 2)],
    )

    assert find_header(table, is_known) == (0, 2)


def test_groups_in_a_text_file_are_told_by_the_blank_cells_after_them():
    table = text_table(
        "Nazwa;Rejestr;;Siedziba;", ";KRS;NIP;Ulica;Miasto", "Most;1;2;Lipowa;Łomża"
    )

    assert find_header(table, is_known) == (0, 2)


def test_numbers_of_columns_belong_to_the_header():
    table = table_of(NAMES, ("1", "2", "3"), *organisations(3))

    assert find_header(table, is_known) == (0, 2)


def test_explanations_belong_to_the_header():
    table = table_of(
        NAMES,
        ("pełna nazwa ze statutu", "10 znaków, np. z wydruku", "siedziba"),
        *organisations(4),
    )

    assert find_header(table, is_known) == (0, 2)


def test_header_has_at_most_three_rows():
    table = table_of(
        ("Rejestr", "", "Miasto"),
        ("Nazwa", "KRS", "Miasto"),
        ("1", "2", "3"),
        ("1", "2", "3"),
        *organisations(3),
        merged=[(0, 0, 0, 1)],
    )

    assert find_header(table, is_known) == (0, 3)


def test_first_record_without_numbers_is_no_explanation():
    under = organisations(5)

    for row in (("Koło Gospodyń", "brak", "Łapy"), ("Klub", "", ""), under[0]):
        assert not is_explanation(row, NAMES, under)


def test_header_repeated_at_once_is_no_explanation():
    assert not is_explanation(("NAZWA", "krs", "miasto"), NAMES, organisations(3))


@pytest.mark.parametrize("known", [is_known, knows_nothing])
def test_list_without_headings_has_no_header(known):
    assert find_header(table_of(*organisations(5)), known) == (0, 0)


def test_list_of_names_and_towns_without_headings_has_no_header():
    table = text_table("Most;Łomża", "Dom;Łapy", "Lipa;Łomża", "Koło;Łapy")

    assert find_header(table, is_known) == (0, 0)


def test_headings_that_nobody_knows_are_still_a_header():
    table = table_of(("Title",), ("Benaming", "Nummer", "Plaats"), *organisations(5))

    assert find_header(table, knows_nothing) == (1, 1)


def test_one_known_word_over_a_wide_table_is_its_title():
    table = table_of(("Nazwa",), ("Benaming", "Nummer", "Plaats"), *organisations(5))

    assert find_header(table, is_known) == (1, 1)


def test_list_of_one_column_has_a_header():
    assert find_header(table_of(("Nazwa",), ("Most",), ("Dom",)), is_known) == (0, 1)


def test_empty_table_has_no_header():
    assert find_header(table_of(("", "")), is_known) == (1, 0)
