import struct

import pytest

from snippets.importing.reading import Limits, UnreadableError, open_book

from .files import (
    as_xls,
    bound_sheet,
    compound,
    error,
    formula_error,
    hidden_columns,
    label,
    merged,
    number,
    record,
)


def refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, "lista.xls", limits=Limits(**limits)).table()
    return caught.value.note


def test_sheet_is_read_with_what_is_broken_merged_and_hidden():
    content = as_xls(
        label(0, 0, "Nazwa"),
        label(1, 0, "Żółw"),
        number(1, 1, 5422692744),
        error(1, 2),
        formula_error(2, 1),
        label(2, 2, "x"),
        merged((0, 0, 0, 2)),
        hidden_columns(1, 1),
    )

    table = open_book(content, "lista.xls").table()

    assert table.rows == [("Nazwa", "", ""), ("Żółw", "5422692744", ""), ("", "", "x")]
    assert table.merged == [(0, 0, 0, 2)]
    assert table.hidden_columns == {1}
    assert [
        (note.code, note.params["row"], note.params["column"])
        for notes in table.notes.values()
        for note in notes
    ] == [("cell_error", 2, "C"), ("cell_error", 3, "B")]


def test_file_behind_a_password_is_refused():
    locked = as_xls(label(0, 0, "x"), in_globals=record(0x2F, b"\0" * 54))

    assert refusal_of(locked).code == "password"


def test_workbook_encrypted_in_a_compound_file_is_refused():
    assert refusal_of(compound({"EncryptedPackage": b"x"})).code == "password"


def test_cell_far_away_is_refused_before_it_is_laid_out():
    note = refusal_of(as_xls(label(0, 0, "x"), label(65_535, 255, "y")))

    assert (note.code, note.params["limit"]) == ("too_many_cells", 4_000_000)


def test_sheet_without_cells_is_refused():
    assert refusal_of(as_xls()).code == "no_data"


@pytest.mark.parametrize("length", [8, 100, 600, 1400])
def test_file_that_was_cut_is_refused(length):
    content = as_xls(*[label(at, 0, "Fundacja") for at in range(200)])

    assert refusal_of(content[:length]).code == "corrupt"


def test_sheet_that_lies_past_the_end_is_refused():
    content = compound({"Workbook": record(0x85, b"\xff\xff\xff\x7f\0\0")})

    assert refusal_of(content).code == "corrupt"


def with_sheets(count, *records):
    """A file whose only sheet is said to be several ones."""
    one = len(bound_sheet(0, "0"))
    # The first record, those of the other sheets, that of the last, and the end.
    start = 20 + one * (count - 1) + len(bound_sheet(0, "Lista")) + 4
    others = [bound_sheet(start, str(number)) for number in range(count - 1)]
    return as_xls(*records, in_globals=b"".join(others))


def test_sheets_that_are_small_by_themselves_are_refused_together():
    wide = [label(0, 0, "x"), label(9, 99, "y")]

    assert refusal_of(with_sheets(2, *wide), cells=1_999).code == "too_many_cells"
    assert len(open_book(with_sheets(2, *wide), "lista.xls").sheets) == 2


def test_sheets_are_counted_before_the_reader_lays_them_out(monkeypatch):
    monkeypatch.setattr("snippets.importing.reading.sheets.CalamineWorkbook", None)
    far = as_xls(label(0, 0, "x"), label(65_535, 255, "y"))

    assert refusal_of(far).code == "too_many_cells"
    assert refusal_of(with_sheets(4, label(0, 0, "x")), parts=3).code == (
        "too_many_parts"
    )


def test_sheets_that_lie_over_each_other_are_refused():
    rows = [label(row, 0, "Fundacja") for row in range(400)]

    assert refusal_of(with_sheets(10, *rows)).code == "corrupt"


@pytest.mark.parametrize(
    "size",
    [
        struct.pack("<IIHHH", 0, 2**31, 0, 200, 0),
        struct.pack("<IIHHH", 10, 1, 0, 200, 0),
        struct.pack("<HHHHH", 0, 1, 9, 1, 0),
    ],
)
def test_size_that_no_sheet_has_is_refused(size):
    content = as_xls(record(0x200, size), label(0, 0, "x"))

    assert refusal_of(content).code == "corrupt"


@pytest.mark.parametrize("bottom", [0, 65_536])
def test_size_that_a_sheet_may_have_is_nothing_wrong(bottom):
    size = record(0x200, struct.pack("<IIHHH", 0, bottom, 0, 256, 0))

    content = as_xls(size, label(0, 0, "x"))

    assert open_book(content, "lista.xls").table().rows == [("x",)]


def test_name_of_a_sheet_is_kept_without_control_characters():
    content = as_xls(label(0, 0, "x"), name="Li\x07sta")

    book = open_book(content, "lista.xls")

    assert book.sheets[0].name == "Lista"
    assert book.table("Lista").rows == [("x",)]
