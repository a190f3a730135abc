"""The table of comments as CSV and XLSX, read back."""

import csv
import io
import json
import tempfile
import zipfile
from unittest.mock import Mock

import pytest
from django.conf import settings
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from pages.comments.models import Ruling
from pages.papers.keys import read_key
from pages.papers.writing.sheets import fit
from snippets.importing.exporting.spreadsheets import LONGEST_CELL
from tests.factories.comments import AnswerFactory

FORMULAS = ("=1+1", "+48 85", "-5", "@SUM(A1)", '=HYPERLINK("http://x";"y")')
EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈"


def units(text):
    """Return the characters of a text as Excel counts them."""
    return len(text.encode("utf-16-le")) // 2


@pytest.fixture
def table(written):
    """Return the rows of the CSV as dictionaries."""

    def read(**values):
        text = written("csv", **values).decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))

    return read


@pytest.fixture
def book(written):
    return lambda **values: load_workbook(io.BytesIO(written("xlsx", **values)))


@pytest.fixture
def cells(book):
    """Return the cells of the XLSX by their headings, a dictionary a row."""

    def read(**values):
        heading, *rows = book(**values).active.iter_rows()
        names = [cell.value for cell in heading]
        return [dict(zip(names, row, strict=True)) for row in rows]

    return read


class TestCsv:
    def test_it_opens_in_a_polish_spreadsheet(self, say, written):
        say(text="raz\r\ndwa; trzy „cztery”")
        data = written("csv")
        assert data.startswith(b"\xef\xbb\xbf")
        lines = data.decode("utf-8-sig").split("\r\n")
        assert len(lines) == 3
        assert lines[0].startswith('"No.";"Number";"Received"')
        assert '"raz\ndwa; trzy „cztery”"' in lines[1]

    @pytest.mark.parametrize("text", FORMULAS)
    def test_no_cell_runs_as_a_formula(self, text, say, table):
        comment = say(text=text, proposed_wording=f" \t{text}", justification=text)
        AnswerFactory(comments=[comment], published=True, reasons=text)
        (row,) = table()
        found = (
            "Comment",
            "Proposed wording",
            "Justification",
            "Reasons of the ruling",
        )
        assert [row[name] for name in found] == [f"'{text}"] * 4

    def test_what_an_answer_says(self, say, table):
        AnswerFactory(comments=[say()], published=True, reasons="Nie ma środków.")
        (row,) = table()
        assert row["Ruling"] == "not accepted"
        assert row["Reasons of the ruling"] == "Nie ma środków."

    def test_long_texts_are_whole(self, say, table):
        text = "👍" * 20_000
        say(text=text)
        assert table()[0]["Comment"] == text

    def test_contacts_only_where_they_are_asked_for(self, say, written, table):
        say(name="Anna Żółwica", email="anna@example.org")
        public = written("csv").decode()
        assert "Żółwica" not in public
        assert "@" not in public
        (row,) = table(with_contacts=True)
        assert row["Name and e-mail"] == "Anna Żółwica, anna@example.org"

    def test_an_empty_consultation_is_a_heading(self, table, written):
        assert table() == []
        assert written("csv").count(b"\n") == 1


class TestXlsxCells:
    @pytest.mark.parametrize("text", [*FORMULAS, "#N/A", "0012"])
    def test_whatever_is_typed_in_stays_a_text(self, text, say, cells):
        say(text=text)
        (row,) = cells()
        cell = row["Comment"]
        assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")

    def test_what_looks_like_an_escape_is_read_as_it_was_typed(self, say, written):
        text = "_x000A_" * 2_857
        say(text=text)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(written("xlsx")))
        _heading, row = sheet.get_sheet_by_index(0).to_python()
        kept, note = row[9].split("\n")
        assert text.startswith(kept)
        assert note.startswith("[…]")

    def test_what_xml_cannot_hold_is_dropped_and_emoji_stay(self, say, cells):
        say(text=f"a\x01b\x0bc\ufffe {EMOJI}\r\nd")
        (row,) = cells()
        assert row["Comment"].value == f"abc {EMOJI}\nd"

    def test_the_longest_comments_are_whole(self, say, cells):
        text = "ż" * 19_999 + "!"
        say(text=text, proposed_wording=text, justification=text)
        (row,) = cells()
        for name in ("Comment", "Proposed wording", "Justification"):
            assert row[name].value == text

    def test_what_a_cell_cannot_hold_is_cut_and_says_so(self, say, cells):
        say(text="👍" * 20_000)
        (row,) = cells()
        text = row["Comment"].value
        assert units(text) <= LONGEST_CELL
        kept, note = text.split("\n")
        assert set(kept) == {"👍"}
        assert len(kept) > 16_000
        assert note.startswith("[…]")

    def test_each_row_ends_with_its_key(self, here, say, cells):
        made = [say(), say()]
        keys = [read_key(list(row.values())[-1].value) for row in cells()]
        assert [(key.consultation, key.comment) for key in keys] == [
            (here.consultation.pk, comment.pk) for comment in made
        ]


@given(
    st.text(st.sampled_from("ab👍ż"), max_size=5),
    st.sampled_from(["_x000A_", ""]),
    st.integers(0, 40_000),
)
def test_a_text_is_whole_or_fits_and_says_that_it_was_cut(piece, escape, times):
    text = f"{piece}{escape}" * times
    with translation.override("en"):
        found = fit(text)
    assert units(found) <= LONGEST_CELL
    assert len(found.replace("_x000A_", "_x005F_x000A_")) <= LONGEST_CELL
    if found != text:
        kept, note = found.rsplit("\n", 1)
        assert text.startswith(kept)
        assert note == "[…] The whole text is in the register of comments."
        assert len(kept) > 0.9 * LONGEST_CELL / 2


class TestXlsxSheet:
    @pytest.fixture
    def sheet(self, say, book):
        say()
        say()
        return book().active

    def test_the_heading_is_bold_stays_in_sight_and_is_printed_anew(self, sheet):
        assert all(cell.font.bold for cell in sheet[1])
        assert not sheet["A2"].font.bold
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"

    def test_it_is_printed_across_as_wide_as_the_page(self, sheet):
        setup = sheet.page_setup
        assert (setup.orientation, int(setup.paperSize)) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert int(setup.fitToHeight) == 0

    def test_it_can_be_filtered(self, sheet):
        assert sheet.auto_filter.ref == "A1:P3"

    def test_texts_are_wrapped_also_those_still_to_be_written(self, sheet):
        assert sheet["J2"].alignment.wrap_text
        reasons = next(cell for cell in sheet[1] if cell.value.startswith("Reasons"))
        column = sheet.column_dimensions[reasons.column_letter]
        assert column.alignment.wrap_text
        assert column.number_format == "@"
        assert 6 <= column.width <= 48

    def test_rulings_are_chosen_from_a_list(self, sheet):
        (offered,) = sheet.data_validations.dataValidation
        letter = next(cell.column_letter for cell in sheet[1] if cell.value == "Ruling")
        assert str(offered.sqref) == f"{letter}2:{letter}3"
        assert offered.formula1.strip('"').split(",") == [
            *("accepted", "partly accepted", "not accepted", "noted", "out of scope")
        ]
        assert offered.allow_blank
        assert offered.showErrorMessage

    def test_an_empty_consultation_is_a_heading_to_fill_nothing_in(self, book):
        sheet = book().active
        assert sheet.max_row == 1
        assert sheet.auto_filter.ref == "A1:P1"
        assert not sheet.data_validations.dataValidation

    def test_no_formula_and_no_link_is_in_the_file(self, say, written):
        for text in FORMULAS:
            say(text=text)
        with zipfile.ZipFile(io.BytesIO(written("xlsx"))) as package:
            sheet = package.read("xl/worksheets/sheet1.xml").decode()
            names = json.dumps(package.namelist())
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet.replace("HYPERLINK", "")
        assert "externalLink" not in names


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_a_list_in_a_cell_can_hold_the_rulings_of_every_language(language):
    # Its labels are parted by commas, and Excel takes 255 characters.
    with translation.override(language):
        labels = [str(label) for label in Ruling.labels]
    assert not any("," in label or '"' in label for label in labels)
    assert len(",".join(labels)) <= 255


def test_the_rulings_offered_are_in_the_language_of_the_paper(say, book):
    say()
    (offered,) = book(language="pl").active.data_validations.dataValidation
    with translation.override("pl"):
        assert offered.formula1 == f'"{",".join(map(str, Ruling.labels))}"'
    assert "accepted" not in offered.formula1


def test_a_table_that_is_given_up_leaves_no_rows_behind(
    say, written, tmp_path, monkeypatch
):
    say()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        written("xlsx", progress=Mock(side_effect=KeyboardInterrupt))
    assert list(tmp_path.iterdir()) == []
