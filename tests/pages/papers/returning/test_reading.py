"""Files that come back: what is read of them, and which are refused."""

import json
from io import BytesIO

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from pages.papers.columns import CLAUSE_COLUMNS, CONTACT_COLUMNS, TABLE_COLUMNS
from pages.papers.keys import RowKey
from pages.papers.returning.headings import KEY, NEEDED, REASONS, RULING, fold
from pages.papers.returning.reading import LIMITS, ReadRow, read_sheet
from pages.papers.returning.wording import word
from snippets.importing.reading import UnreadableError
from tests.snippets.importing.reading.files import as_xls, compound, label, zipped

from .tables import cells, heading, headings, table, text

LANGUAGES = [code for code, _name in settings.LANGUAGES]
KEY_1, KEY_2 = (RowKey(7, pk, "0123456789ab") for pk in (1, 2))


def refused(content):
    with pytest.raises(UnreadableError) as caught:
        read_sheet(content, "tabela.xlsx")
    # Whatever is said of a file can be said in words.
    assert word(caught.value.note) != caught.value.note.code
    return caught.value.note


def codes(row):
    return [note.code for note in row.notes]


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_of_any_language_are_known(language):
    names = [heading(name, language) for name in (RULING, REASONS, KEY)]
    content = table(["Yes", "Because", str(KEY_1)], headings=names)
    assert read_sheet(content, "t.xlsx") == [ReadRow(2, KEY_1, "Yes", "Because")]


def test_no_other_column_is_taken_for_one_of_ours():
    ours, others = set(), set()
    for language in LANGUAGES:
        with translation.override(language):
            ours |= {fold(heading(name, language)) for name in NEEDED}
            others |= {
                fold(str(column.heading))
                for column in (*TABLE_COLUMNS, *CLAUSE_COLUMNS, *CONTACT_COLUMNS)
                if column.name not in NEEDED
            }
    assert not ours & others


VALUES = st.text(st.characters(codec="utf-8", categories=("L", "N")), max_size=20)


@given(
    order=st.permutations([RULING, REASONS, KEY, "own", "more"]),
    rows=st.lists(st.tuples(VALUES, VALUES), min_size=1, max_size=6),
    random=st.randoms(),
)
def test_columns_and_rows_in_any_order(order, rows, random):
    wanted = {
        RowKey(7, pk, "0123456789ab"): words for pk, words in enumerate(rows, start=1)
    }
    keys = list(wanted)
    random.shuffle(keys)
    lines = [
        {RULING: wanted[key][0], REASONS: wanted[key][1], KEY: str(key), "own": "x"}
        for key in keys
    ]
    content = table(
        *([line.get(name) for name in order] for line in lines),
        headings=[heading(n) if n in NEEDED else n for n in order],
    )
    read = read_sheet(content, "t.xlsx")
    assert [row.key for row in read] == keys
    assert {row.key: (row.ruling, row.reasons) for row in read} == wanted


def test_lines_of_reasons_stay_lines():
    content = table(["", "First.\n\nSecond; third", str(KEY_1)])
    (row,) = read_sheet(content, "t.xlsx")
    assert row.reasons == "First.\n\nSecond; third"
    assert row.notes == ()


def test_texts_that_look_like_formulas_stay_texts():
    content = cells(headings(), [text(""), text("=1+1"), text(KEY_1)])
    (row,) = read_sheet(content, "t.xlsx")
    assert row.reasons == "=1+1"


def test_stored_text_of_a_formula_is_read_and_nothing_is_counted():
    ruling = '<c t="str"><f>A9</f><v>noted</v></c>'
    reasons = '<c t="str"><f>HYPERLINK("x","y")</f><v>y</v></c>'
    (row,) = read_sheet(cells(headings(), [ruling, reasons, text(KEY_1)]), "t.xlsx")
    assert (row.ruling, row.reasons, row.notes) == ("noted", "y", ())


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("<c><f>1+1</f></c>", "cell_formula"),
        ('<c t="e"><v>#REF!</v></c>', "cell_error"),
        ('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', "cell_error"),
    ],
)
def test_cells_without_a_value_are_told(cell, code):
    (row,) = read_sheet(cells(headings(), [text(""), cell, text(KEY_1)]), "t.xlsx")
    assert codes(row) == [code]
    assert row.notes[0].params["column"] == "B"


def test_what_is_wrong_in_columns_of_others_does_not_matter():
    row = [text("noted"), text(""), text(KEY_1), "<c><f>1+1</f></c>"]
    (read,) = read_sheet(cells(headings(), row), "t.xlsx")
    assert read.notes == ()


def test_blank_rows_are_left_out_and_numbers_stay():
    content = table([None] * 3, ["", "x", str(KEY_1)], [" "], ["", "y", str(KEY_2)])
    assert [row.number for row in read_sheet(content, "t.xlsx")] == [3, 5]


def test_headings_below_a_title_are_found():
    content = table(["", "x", str(KEY_1)], before=[["Uwagi"], [None]])
    assert [row.number for row in read_sheet(content, "t.xlsx")] == [4]


def test_sheet_with_our_headings_is_read_wherever_it_stands():
    book = Workbook()
    book.active.append(["notatki"])
    sheet = book.create_sheet("tabela")
    sheet.append([heading(name) for name in NEEDED])
    sheet.append(["", "x", str(KEY_1)])
    output = BytesIO()
    book.save(output)
    assert [row.key for row in read_sheet(output.getvalue(), "t.xlsx")] == [KEY_1]


@pytest.mark.parametrize("key", ["", "K7-1-0123456789ab-00", "U1/2014"])
def test_rows_with_no_key_or_a_broken_one_are_told(key):
    (row,) = read_sheet(table(["noted", "x", key]), "t.xlsx")
    assert row.key is None
    assert codes(row) == ["key_broken" if key else "key_missing"]


@pytest.mark.parametrize("name", NEEDED)
def test_missing_and_renamed_columns_are_named_with_what_was_found(name):
    names = [heading(one) if one != name else "Stanowisko-2" for one in NEEDED]
    note = refused(table(["a", "b", "c"], headings=names))
    assert note.code == "column_missing"
    assert "Stanowisko-2" in note.params["found"]
    with translation.override("en"):
        assert heading(name) in word(refused(table(["a"], headings=names)))


@pytest.mark.parametrize("name", NEEDED)
def test_columns_that_are_there_twice_are_refused(name):
    names = [*(heading(one) for one in NEEDED), heading(name, "pl")]
    assert refused(table(["a"], headings=names)).code == "column_twice"


def test_spreadsheet_that_is_no_table_of_ours_is_refused():
    assert refused(table(["a"], headings=["x", "y"])).code == "columns_missing"


def test_table_without_rows_is_refused():
    assert refused(table()).code == "no_data"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"lp.;numer\n1;U1/2014\n", "save_as_xlsx"),
        (json.dumps([{"a": 1}]).encode(), "save_as_xlsx"),
        (b"%PDF-1.7 x", "not_a_list"),
        (b"PK\x03\x04 broken", "corrupt"),
        (zipped({"word/document.xml": "<w/>"}), "not_a_list"),
        (cells(parts={"xl/vbaProject.bin": "x"}), "save_as_xlsx"),
        (cells(parts={"xl/big.xml": "0" * 200 * 2**20}), "unpacked_too_large"),
        (cells(parts={"xl/dense.xml": "0" * 60 * 2**20}), "unpacked_too_dense"),
        (cells(parts={"xl/x.xml": "<!DOCTYPE a><a/>"}), "xml_entities"),
        (as_xls(label(0, 0, "numer")), "save_as_xlsx"),
        (compound({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), "password"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_files_that_are_no_table_are_refused(content, code):
    assert refused(content).code == code


def test_too_many_rows_are_refused():
    rows = (
        [text(number) for number in range(n, n + 3)]
        for n in range(0, LIMITS.rows * 9, 9)
    )
    assert refused(cells(headings(), *rows)).code == "too_many_rows"


def test_file_that_is_too_large_is_refused():
    assert refused(b"x" * (LIMITS.size + 1)).code == "file_too_large"
