import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from snippets.formulas import disarm
from snippets.importing.exporting.spreadsheets import (
    LONGEST_CELL,
    write_csv,
    write_xlsx,
)
from snippets.importing.exporting.texts import plain

from .sheets import read_csv, read_with_calamine

DANGEROUS = [
    "=1+1",
    '=HYPERLINK("http://example.org","x")',
    "+48 85 000 00 00",
    "-2+3",
    "@SUM(1)",
    "#N/A",
    "0000000001",
    "1e5",
    "2026-01-15",
    "TRUE",
    "_x0041_",
    "_x005F_x0041_",
    "a\nb",
    "a  b",
    "<b>&amp;</b>",
    "'=1",
    'Fundacja „A”, "B"; C',
    "a,=1+1",
]
TEXTS = st.lists(
    st.sampled_from(DANGEROUS) | st.text().map(plain), min_size=3, max_size=3
)


def written(write, *rows):
    output = io.BytesIO()
    write(output, "Lista", ["a", "b", "c"], rows)
    return output.getvalue()


def test_xlsx_cells_are_texts():
    content = written(write_xlsx, *([text, text, text] for text in DANGEROUS))
    _headings, *rows = load_workbook(io.BytesIO(content)).active.iter_rows()

    cells = [cell for row in rows for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"}
    assert b"<f>" not in content


def test_xlsx_leaves_blank_cells_out():
    content = written(write_xlsx, ["", "x", ""])

    row = load_workbook(io.BytesIO(content)).active[2]
    assert [cell.value for cell in row] == [None, "x", None]


def test_xlsx_cell_that_is_too_long_is_blank_and_not_cut():
    longest = "a" * LONGEST_CELL
    content = written(write_xlsx, [longest, longest + "a", "b"])

    assert read_with_calamine(content)[1] == [longest, "", "b"]


@settings(max_examples=40)
@given(TEXTS)
def test_xlsx_is_read_back(row):
    assert read_with_calamine(written(write_xlsx, row, ["1", "2", "3"]))[1:] == [
        row,
        ["1", "2", "3"],
    ]


@given(TEXTS)
def test_csv_is_read_back(row):
    (cells,) = read_csv(written(write_csv, row))[1:]

    assert cells == [disarm(text) for text in row]


def test_csv_opens_in_polish_spreadsheets():
    content = written(write_csv, ["Łódź", "b", "c"])

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig") == '"a";"b";"c"\r\n"Łódź";"b";"c"\r\n'


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_has_no_formula_whatever_is_taken_for_the_separator(separator):
    content = written(write_csv, *([text, "b", text] for text in DANGEROUS))
    text = content.decode("utf-8-sig")

    for line in text.split("\r\n"):
        for cell in line.split(f'"{separator}"'):
            assert not cell.lstrip('"').startswith(("=", "+", "-", "@"))
