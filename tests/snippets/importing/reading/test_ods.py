import pytest
from odfdo import Document, Row, Table

from snippets.importing.reading import Limits, UnreadableError, open_book

from .files import COVERED, as_ods, ods_cell, ods_row, ods_table

ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string"'
    ' office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p>'
    "</table:table-cell>"
)
BLANK = '<table:table-cell table:number-columns-repeated="16384"/>'


def book_of(*rows, **options):
    return open_book(as_ods(ods_table(*rows, **options)), "lista.ods")


def refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, "lista.ods", limits=Limits(**limits)).table()
    return caught.value.note


def test_file_of_another_writer_is_read(tmp_path):
    document = Document("spreadsheet")
    document.body.clear()
    table = Table("NGO")
    for values in (["Nazwa", "KRS", "OPP"], ["Żółw", 168, True]):
        row = Row()
        row.set_values(values)
        table.append_row(row)
    document.body.append(table)
    document.save(tmp_path / "lista.ods")

    book = open_book((tmp_path / "lista.ods").read_bytes(), "lista.ods")

    assert book.sheets[0].name == "NGO"
    assert book.table().rows == [("Nazwa", "KRS", "OPP"), ("Żółw", "168", "tak")]


def test_rows_keep_their_numbers_over_repeated_blank_ones():
    rows = (ods_row(BLANK, repeated=3), ods_row("Nazwa"), ods_row("Most"))

    table = book_of(*rows).table()

    assert table.rows[3:] == [("Nazwa",), ("Most",)]
    assert table.numbers == [1, 2, 3, 4, 5]


def test_merged_cells_are_told():
    wide = 'table:number-columns-spanned="2" table:number-rows-spanned="1"'
    high = 'table:number-columns-spanned="1" table:number-rows-spanned="2"'

    table = book_of(
        ods_row(ods_cell("Nazwa", high), ods_cell("Rejestr", wide), COVERED),
        ods_row(COVERED, "KRS", "NIP"),
    ).table()

    assert table.merged == [(0, 0, 1, 0), (0, 1, 0, 2)]
    assert table.rows == [("Nazwa", "Rejestr", ""), ("", "KRS", "NIP")]


def test_errors_and_hidden_columns_are_told():
    hidden = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
    )
    rows = (ods_row("Nazwa", "x", "y"), ods_row("Most", ERROR))

    table = book_of(*rows, before=hidden).table()

    assert table.hidden_columns == {2}
    note = table.notes[1][0]
    assert (note.code, note.params) == ("cell_error", {"row": 2, "column": "B"})


def test_hidden_sheet_is_not_the_first():
    content = as_ods(
        ods_table(ods_row("ukryte"), name="A", style="hidden")
        + ods_table(ods_row("Most"), name="B")
    )

    book = open_book(content, "lista.ods")

    assert [sheet.is_hidden for sheet in book.sheets] == [True, False]
    assert book.table().rows == [("Most",)]


def test_blank_rows_to_the_end_of_the_sheet_are_nothing():
    book = book_of(ods_row("Nazwa"), ods_row(BLANK, repeated=1_048_575))

    assert book.sheets[0].rows == 1
    assert book.table().rows == [("Nazwa",)]


WIDE = ods_cell("x", 'table:number-columns-repeated="400"')
TOO_WIDE = ods_cell("x", 'table:number-columns-repeated="1000"')


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (ods_row("x", repeated=500_000), "too_many_rows"),
        (ods_row(TOO_WIDE), "too_many_columns"),
        (ods_row(WIDE, repeated=20_000), "too_many_cells"),
    ],
)
def test_repeated_cells_are_refused_before_they_are_laid_out(row, code):
    note = refusal_of(as_ods(ods_table(row)))

    assert note.code == code
    assert note.params["limit"] > 0


def test_sheets_that_are_small_by_themselves_are_refused_together(monkeypatch):
    monkeypatch.setattr("snippets.importing.reading.sheets.CalamineWorkbook", None)
    sheets = [ods_table(ods_row(WIDE, repeated=5), name=name) for name in "ABC"]

    note = refusal_of(as_ods("".join(sheets)), cells=5_999)

    assert (note.code, note.params["limit"]) == ("too_many_cells", 5_999)


@pytest.mark.parametrize(
    "attribute",
    ['office:value="5"', 'office:date-value="2024-12-31"', 'table:formula="of:=1"'],
)
def test_cell_that_does_not_say_its_kind_is_counted(attribute):
    cell = f'<table:table-cell {attribute} table:number-columns-repeated="400"/>'

    content = as_ods(ods_table(ods_row("x"), ods_row(cell, repeated=20_000)))

    assert refusal_of(content).code == "too_many_cells"


INNER = ods_row("x", repeated=100)


@pytest.mark.parametrize(
    "body",
    [
        ods_table(ods_row("x"), name="A") + ods_table(ods_row("y"), name="A"),
        ods_table(ods_row(WIDE), ods_table(INNER, name="B"), name="A"),
        ods_table(ods_row(f"<table:table-cell>{INNER}</table:table-cell>")),
    ],
    ids=["same name", "table in a table", "row in a row"],
)
def test_sheets_that_hide_how_large_they_are_are_refused(body):
    assert refusal_of(as_ods(body)).code == "corrupt"


def test_table_of_a_link_is_no_sheet():
    linked = "<table:table>" + ods_row("dawne") + "</table:table>"

    book = open_book(as_ods(ods_table(ods_row("Most")) + linked * 2), "lista.ods")

    assert [sheet.name for sheet in book.sheets] == ["Lista"]
    assert book.table().rows == [("Most",)]


@pytest.mark.parametrize(
    "cell",
    [
        ods_cell("x" * 1_000, 'table:number-columns-repeated="300"'),
        ods_cell('<text:s text:c="1000"/>', 'table:number-columns-repeated="300"'),
        ods_cell("", f'office:string-value="{"x" * 300_000}"'),
    ],
    ids=["letters", "spaces", "value"],
)
def test_text_that_is_repeated_into_a_huge_one_is_refused(cell):
    content = as_ods(ods_table(ods_row(cell, repeated=4)))

    assert refusal_of(content, unpacked=2**20).code == "unpacked_too_large"


def test_text_between_repeated_cells_counts_as_one():
    blank = (
        '<table:table-cell table:number-columns-repeated="16384">\n</table:table-cell>'
    )
    rows = [ods_row("Most"), "\n", ods_row(f"{blank}", repeated=1_000_000), "\n"]

    assert book_of(*rows).table().rows == [("Most",)]


@pytest.mark.parametrize("count", ["-1", "x", "9" * 30])
def test_count_that_makes_no_sense_is_refused(count):
    cell = ods_cell("x", f'table:number-columns-repeated="{count}"')

    assert refusal_of(as_ods(ods_table(ods_row(cell)))).code == "corrupt"


def test_file_behind_a_password_is_refused():
    entry = (
        '<manifest:file-entry manifest:full-path="content.xml">'
        "<manifest:encryption-data/></manifest:file-entry>"
    )

    content = as_ods(ods_table(ods_row("Nazwa")), manifest=entry)

    assert refusal_of(content).code == "password"
