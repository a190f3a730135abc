import io

import pytest
from django.utils import translation
from openpyxl import load_workbook

from snippets.importing.columns import match_columns
from snippets.importing.exporting import REASONS, refused_rows
from snippets.importing.exporting.resource import heading
from snippets.importing.fields import FIELDS, SECTION
from snippets.importing.layout import Column
from snippets.models import ImportBatch, ImportRow

pytestmark = pytest.mark.django_db

COLUMNS = [
    {"index": 0, "heading": "Lp.", "field": "", "is_personal": False},
    {"index": 1, "heading": "Nazwa", "field": "name"},
    {"index": 2, "heading": "Nr KRS", "field": "krs"},
    {"index": 3, "heading": "Prezes", "field": ""},
    {"index": 4, "heading": "Kolumna 5", "field": "city"},
]
SECTION_COLUMN = {"index": SECTION, "heading": "", "field": "legal_form"}


@pytest.fixture
def batch():
    return ImportBatch.objects.create(filename="lista.csv", columns=COLUMNS)


def add_row(batch, number, outcome=ImportRow.Outcome.REFUSED, **fields):
    defaults = {
        "raw": {"Nazwa": f"Klub {number}", "Nr KRS": "0009000001", "Kolumna 5": "Łódź"},
        "notes": [{"code": "name_missing", "field": "name"}],
    }
    values = {**defaults, **fields}
    return ImportRow.objects.create(
        batch=batch, number=number, outcome=outcome, **values
    )


def read(batch):
    sheet = load_workbook(io.BytesIO(refused_rows(batch))).active
    return [[cell.value or "" for cell in row] for row in sheet.iter_rows()]


def test_only_refused_rows_of_the_batch_are_there(batch):
    add_row(batch, 7)
    add_row(batch, 4, raw={"Nazwa": "", "Nr KRS": "=1+1", "Kolumna 5": ""})
    add_row(batch, 5, outcome=ImportRow.Outcome.NEW)
    add_row(ImportBatch.objects.create(filename="inna.csv", columns=COLUMNS), 6)

    _headings, first, second = read(batch)
    assert first[:3] == ["", "=1+1", ""]
    assert second[:3] == ["Klub 7", "0009000001", "Łódź"]


def test_cells_are_texts(batch):
    add_row(batch, 4, raw={"Nazwa": "-", "Nr KRS": "=1+1", "Kolumna 5": "007"})

    sheet = load_workbook(io.BytesIO(refused_rows(batch))).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}


def test_columns_are_those_that_were_read_and_the_reasons(batch):
    with translation.override("pl"):
        ((*headings, reasons),) = read(batch)

        assert headings == ["Nazwa", "Nr KRS", heading("city")]
        assert reasons == str(REASONS)


def test_section_is_a_column_of_its_own(batch):
    batch.columns = [*COLUMNS, SECTION_COLUMN]
    add_row(batch, 4, section="Fundacje")

    with translation.override("pl"):
        headings, row = read(batch)
        assert headings[3] == heading("legal_form")
    assert row[3] == "Fundacje"


@pytest.mark.parametrize("language", ["pl", "en"])
def test_an_import_reads_the_columns_again_and_leaves_the_reasons_out(batch, language):
    batch.columns = [*COLUMNS, SECTION_COLUMN]
    with translation.override(language):
        (headings,) = read(batch)
    columns = [
        Column(index, text, parts=(text,), samples=(), filled=1, is_hidden=False)
        for index, text in enumerate(headings)
    ]

    choices = match_columns(columns)
    assert [choice.field for choice in choices] == [
        *("name", "krs", "city", "legal_form"),
        "",
    ]


@pytest.mark.parametrize("field", FIELDS)
def test_column_under_any_heading_is_read_into_its_field_again(field):
    column = {"index": 0, "heading": "Coś innego", "field": field}
    batch = ImportBatch.objects.create(filename="lista.csv", columns=[column])

    with translation.override("pl"):
        assert read(batch)[0][0] == heading(field)


def test_reasons_are_in_the_language_of_the_reader_with_the_row(batch):
    add_row(batch, 12)

    with translation.override("en"):
        reasons = read(batch)[1][-1]
    assert "12" in reasons
    assert "The row has no name." in reasons


def test_no_refused_rows(batch):
    add_row(batch, 5, outcome=ImportRow.Outcome.NEW)

    assert len(read(batch)) == 1


def test_queries_do_not_grow_with_rows(batch, django_assert_num_queries):
    for number in range(1, 20):
        add_row(batch, number)

    with django_assert_num_queries(1):
        assert len(read(batch)) == 20
