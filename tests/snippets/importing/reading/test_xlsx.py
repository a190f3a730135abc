from datetime import date

import pytest
from openpyxl.styles import PatternFill

from snippets.importing.reading import Limits, UnreadableError, open_book

from .files import SHEET, as_xlsx, unzipped, xlsx_with, zipped


def table_of(rows, prepare=None):
    return open_book(as_xlsx(rows, prepare), "lista.xlsx").table()


def codes(table):
    return {
        (note.code, note.params["row"], note.params["column"])
        for notes in table.notes.values()
        for note in notes
    }


def refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, "lista.xlsx", limits=Limits(**limits)).table()
    return caught.value.note


def test_numbers_dates_and_choices_are_read_as_people_write_them():
    table = table_of([[168, 5422692744.0, date(2024, 12, 31), True, "Łomża ", 1e25]])

    assert table.rows == [
        ("168", "5422692744", "2024-12-31", "tak", "Łomża", "1,00000000000000E+25")
    ]


def test_rows_and_columns_count_from_the_corner_of_the_sheet():
    def prepare(book):
        book.active["C5"] = "Nazwa"
        book.active["D7"] = "#N/A"

    table = table_of([], prepare)

    assert table.numbers == list(range(1, 8))
    assert table.rows[4] == ("", "", "Nazwa", "")
    assert codes(table) == {("cell_error", 7, "D")}


def test_errors_are_blank_and_noted_by_row_and_column():
    def error(text):
        changed = text.replace("<v>7</v>", "<v>#REF!</v>")
        return changed.replace('r="B2" t="n"', 'r="B2" t="e"')

    content = xlsx_with(SHEET, error, rows=[["Nazwa", "KRS"], ["Most", 7]])
    table = open_book(content, "lista.xlsx").table()

    assert table.rows[1] == ("Most", "")
    assert codes(table) == {("cell_error", 2, "B")}


def test_value_of_a_formula_is_read_and_never_the_formula():
    def formula(text):
        return text.replace("<v>7</v>", "<f>'[inny.xlsx]A'!B2</f><v>12</v>")

    content = xlsx_with(SHEET, formula, rows=[["Nazwa", "KRS"], ["Most", 7]])
    table = open_book(content, "lista.xlsx").table()

    assert table.rows[1] == ("Most", "12")
    assert not table.notes


def test_formula_that_was_never_counted_is_noted():
    table = table_of([["Nazwa", "KRS"], ["Most", "=1+1"], ["=A2", 3]])

    assert table.rows[1:] == [("Most", ""), ("", "3")]
    assert codes(table) == {("cell_formula", 2, "B"), ("cell_formula", 3, "A")}


def test_formula_that_gives_a_blank_text_is_blank():
    def formula(text):
        return text.replace(
            'r="B2" t="n"><v>7</v>', 'r="B2" t="str"><f>IF(1,"")</f><v></v>'
        )

    content = xlsx_with(SHEET, formula, rows=[["Nazwa", "KRS"], ["Most", 7]])
    table = open_book(content, "lista.xlsx").table()

    assert table.rows[1] == ("Most", "")
    assert not table.notes


def test_merged_cells_and_hidden_columns_are_told():
    def prepare(book):
        book.active.merge_cells("A1:C1")
        book.active.column_dimensions["B"].hidden = True

    table = table_of([["Wykaz"], ["Nazwa", "Lp.", "KRS"]], prepare)

    assert table.merged == [(0, 0, 0, 2)]
    assert table.hidden_columns == {1}


def test_first_visible_sheet_with_data_is_read():
    def prepare(book):
        book.active.sheet_state = "hidden"
        book.create_sheet("Pusty")
        book.create_sheet("Dane").append(["Most"])

    book = open_book(as_xlsx([["ukryte", "x"]], prepare), "lista.xlsx")

    assert [(sheet.name, sheet.rows, sheet.is_hidden) for sheet in book.sheets] == [
        ("Lista", 1, True),
        ("Pusty", 0, False),
        ("Dane", 1, False),
    ]
    assert book.table().rows == [("Most",)]
    assert book.table("Lista").rows == [("ukryte", "x")]


@pytest.mark.parametrize(
    ("sheet", "code"), [("Inny", "no_sheet"), ("Lista", "no_data")]
)
def test_sheet_that_is_absent_or_empty_is_refused(sheet, code):
    book = open_book(as_xlsx([]), "lista.xlsx")

    with pytest.raises(UnreadableError) as caught:
        book.table(sheet)

    assert caught.value.note.code == code


def test_workbook_without_data_is_refused():
    assert refusal_of(as_xlsx([])).code == "no_data"


def test_painted_cells_far_away_do_not_count():
    def prepare(book):
        book.active["XFD900000"].fill = PatternFill("solid", fgColor="FF0000")

    table = table_of([["Nazwa"], ["Most"]], prepare)

    assert table.rows == [("Nazwa",), ("Most",)]


@pytest.mark.parametrize(
    ("cell", "code", "limit"),
    [
        ("A500000", "too_many_rows", 200_000),
        ("ALL1", "too_many_columns", 500),
        ("SF190000", "too_many_cells", 4_000_000),
    ],
)
def test_cell_far_away_is_refused_before_it_is_laid_out(cell, code, limit):
    def prepare(book):
        book.active[cell] = "x"

    note = refusal_of(as_xlsx([["Nazwa"]], prepare))

    assert (note.code, note.params["limit"]) == (code, limit)


def test_sheet_that_is_too_long_does_not_close_the_others():
    def prepare(book):
        book.active["A500000"] = "x"
        book.create_sheet("Dane").append(["Most"])

    book = open_book(as_xlsx([], prepare), "lista.xlsx")

    assert book.table("Dane").rows == [("Most",)]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        (SHEET, lambda text: text.replace('r="A1"', 'r="A1x"')),
        (SHEET, lambda text: text.replace('r="A1"', 'r="ZZZZ1"')),
        (SHEET, lambda text: text.replace('r="A1"', 'r="?1"')),
        ("xl/workbook.xml", lambda text: text.replace("r:id=", "r:other=")),
        ("xl/workbook.xml", lambda text: text.replace("<sheets>", "<sheets")),
    ],
)
def test_part_that_makes_no_sense_is_refused(part, change):
    content = xlsx_with(part, change)
    assert unzipped(content) != unzipped(xlsx_with(part, str))

    assert refusal_of(content).code == "corrupt"


def test_workbook_without_its_relations_is_refused():
    parts = unzipped(as_xlsx([["a"]]))
    del parts["xl/_rels/workbook.xml.rels"]

    assert refusal_of(zipped(parts)).code == "corrupt"


def test_cells_without_places_are_counted():
    def without_places(text):
        return text.replace(' r="A1"', "").replace(' r="B1"', "").replace(' r="1"', "")

    content = xlsx_with(SHEET, without_places, rows=[["Nazwa", "KRS"]])
    book = open_book(content, "lista.xlsx")

    assert (book.sheets[0].rows, book.sheets[0].columns) == (1, 2)


def with_second_sheet(name):
    def rename(text):
        return text.replace('name="Druga"', f'name="{name}"')

    content = as_xlsx([["Nazwa"], ["Most"]], lambda book: book.create_sheet("Druga"))
    parts = unzipped(content)
    parts["xl/workbook.xml"] = rename(parts["xl/workbook.xml"].decode()).encode()
    return zipped(parts)


def test_two_sheets_of_one_name_are_refused():
    assert refusal_of(with_second_sheet("Lista")).code == "corrupt"


def test_name_of_a_sheet_that_no_database_keeps_is_refused():
    assert refusal_of(with_second_sheet("a" * 256)).code == "corrupt"
    assert len(open_book(with_second_sheet("a" * 255), "lista.xlsx").sheets) == 2


def test_sheets_whose_names_look_the_same_are_not_mixed_up():
    book = open_book(with_second_sheet("Lista\u200b"), "lista.xlsx")

    assert [sheet.rows for sheet in book.sheets if sheet.name == "Lista"] == [2, 0]
    assert book.table("Lista").rows == [("Nazwa",), ("Most",)]


def test_one_long_text_that_many_cells_point_at_is_refused():
    parts = unzipped(as_xlsx([("Nazwa",), ("Ala",)]))
    shared = f"<sst><si><t>{'y' * 30_000}</t></si></sst>"
    row = "<row>" + '<c t="s"><v>0</v></c>' * 50 + "</row>"
    sheet = f"<worksheet><sheetData>{row * 20}</sheetData></worksheet>"
    parts["xl/sharedStrings.xml"] = shared.encode()
    parts[SHEET] = sheet.encode()

    with pytest.raises(UnreadableError) as caught:
        open_book(zipped(parts), "a.xlsx", limits=Limits(unpacked=20_000_000))

    assert caught.value.note.code == "unpacked_too_large"


def test_short_texts_beside_a_long_one_are_read():
    rows = [("Nazwa", "Opis"), ("x" * 3_000, "a"), *((f"N{n}", "a") for n in range(99))]

    book = open_book(as_xlsx(rows), "a.xlsx", limits=Limits(unpacked=200_000))

    assert len(book.table().rows) == 101
