import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from snippets.importing.exporting import FORMATS, write_template
from snippets.importing.exporting.instructions import EXAMPLES, INSTRUCTIONS
from snippets.importing.exporting.resource import heading
from snippets.importing.exporting.template import filled_in_fields
from snippets.importing.values import clean_record, say
from snippets.models import LegalForm

from .sheets import read_csv

FIELDS = filled_in_fields()


def template(form="xlsx"):
    output = io.BytesIO()
    write_template(output, form=FORMATS[form])
    return output.getvalue()


@pytest.fixture(params=["pl", "en"])
def book(request):
    with translation.override(request.param):
        yield load_workbook(io.BytesIO(template()))


def test_first_sheet_has_headings_alone(book):
    (headings,) = book.worksheets[0].iter_rows()

    assert [cell.value for cell in headings] == [heading(key) for key in FIELDS]
    assert all(cell.comment.text for cell in headings)


def test_columns_keep_the_zeros_that_people_type(book):
    dimensions = book.worksheets[0].column_dimensions
    letters = [cell.column_letter for cell in book.worksheets[0][1]]

    assert {dimensions[letter].number_format for letter in letters} == {"@"}


def test_choices_are_offered_from_the_second_sheet(book):
    sheet, instructions = book.worksheets
    offered = {}
    for validation in sheet.data_validations.dataValidation:
        (cells,) = validation.sqref.ranges
        cells_of = validation.formula1.rpartition("!")[2].replace("$", "")
        key = FIELDS[cells.min_col - 1]
        offered[key] = [cell.value for (cell,) in instructions[cells_of]]
        assert (cells.min_row, validation.errorStyle) == (2, "warning")
        assert validation.showErrorMessage

    assert set(offered) == {"legal_form", "status", "opp", "acts_in_city"}
    assert offered["legal_form"] == [
        say("legal_form", form) for form in LegalForm.values
    ]
    assert len(offered["status"]) == 4
    assert offered["opp"] == [say("opp", True), say("opp", False)]


def test_instructions_speak_of_every_column(book):
    assert set(INSTRUCTIONS) == set(FIELDS)
    assert set(EXAMPLES) < set(FIELDS)
    rows = book.worksheets[1].iter_rows(min_row=2, max_col=2, values_only=True)
    said = dict(row for row in rows if row[0])
    assert list(said) == [heading(key) for key in FIELDS]
    assert all(said.values())


def test_examples_are_read_as_they_are_meant(book):
    cells = {key: say(key, value) for key, value in EXAMPLES.items()}

    cleaned = clean_record(cells)
    assert cleaned.values == EXAMPLES
    assert cleaned.notes == ()


def test_csv_has_headings_alone():
    with translation.override("pl"):
        assert read_csv(template("csv")) == [[heading(key) for key in FIELDS]]
