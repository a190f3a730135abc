import pytest

from snippets.importing.layout.rows import (
    is_blank,
    is_data_like,
    is_numbering,
    is_remark,
    is_total,
    usual_fill,
)


@pytest.mark.parametrize(
    "row",
    [
        ("Razem", "113", "", ""),
        ("", "RAZEM:", "113"),
        ("Ogółem organizacji: 113", "", ""),
        ("Suma", "1 234,50 zł", ""),
        ("Łącznie", "", "12"),
        ("Total", "5"),
    ],
)
def test_totals(row):
    assert is_total(row)


@pytest.mark.parametrize(
    "row",
    [
        ("Razem dla Białegostoku", "", ""),
        ("Razem", "0000123456", ""),
        ("Razem", "", "Łomża"),
        ("12", "Razem", "0000123456"),
        ("", "", ""),
    ],
)
def test_organisations_whose_names_begin_like_totals(row):
    assert not is_total(row)


@pytest.mark.parametrize(
    "row",
    [
        ("Źródło: opracowanie własne", "", "", ""),
        ("Źródło GUS", "", "", ""),
        ("* dane z KRS", "", "", ""),
        ("Opracował: wydział", "", "", ""),
        ("Sporządzono 31.12.2024", "", "", ""),
        ("Uwaga: bez oddziałów", "", "", ""),
        ("Źródło:", "GUS", "", ""),
        ("Strona 2 z 5", "", "", ""),
        ("Source: city hall", "", "", ""),
    ],
)
def test_remarks(row):
    assert is_remark(row, usual=4)


@pytest.mark.parametrize(
    ("row", "usual"),
    [
        (("Źródło Nadziei", "0000123456", "Łomża", ""), 4),
        (("Źródło Nadziei", "", ""), 1),
        (("Opracowanie", "0000123456"), 2),
        (("", "", ""), 3),
    ],
)
def test_organisations_whose_names_begin_like_remarks(row, usual):
    assert not is_remark(row, usual)


@pytest.mark.parametrize(
    ("row", "usual", "expected"),
    [
        (("", "", ""), 3, True),
        (("12.", "", ""), 3, True),
        (("12", "Most", ""), 3, False),
        (("2024",), 1, False),
    ],
)
def test_row_with_an_ordinal_alone_is_blank(row, usual, expected):
    assert is_blank(row, usual) is expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("1", "2", "3", "4"), True),
        (("0", "1", "2"), True),
        (("1.", "2.", "", "3."), True),
        (("kol. 1", "kol. 2", "kol. 3"), True),
        (("1", "2"), False),
        (("1", "Most", "3"), False),
        (("5", "6", "7"), False),
        (("1", "3", "2"), False),
    ],
)
def test_numbers_of_columns(row, expected):
    assert is_numbering(row) is expected


@pytest.mark.parametrize(
    "cell", ["0000123456", "a@b.pl", "http://x.pl", "15-062", "2024-12-31", "12", "5 %"]
)
def test_data(cell):
    assert is_data_like(cell)


@pytest.mark.parametrize(
    "cell", ["Nr KRS", "Nazwa", "Telefon 1", "", "Stan na 2024 r."]
)
def test_headings_are_not_data(cell):
    assert not is_data_like(cell)


def test_usual_fill_leaves_blank_rows_out():
    assert usual_fill([("", "")] * 9 + [("a", "b")]) == 2
    assert usual_fill([]) == 0
