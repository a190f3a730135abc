import pytest
from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.reading import SEPARATORS, Limits, UnreadableError, open_book
from snippets.importing.reading.delimited import (
    find_separator,
    read_records,
    split_line,
)
from tests.snippets.importing.lists import as_csv


def table_of(text, **options):
    return open_book(text.encode(), "lista.csv", **options).table()


def codes(table):
    return {
        table.numbers[index]: [note.code for note in notes]
        for index, notes in table.notes.items()
    }


def refusal_of(text, **options):
    with pytest.raises(UnreadableError) as caught:
        table_of(text, **options)
    return caught.value.note


@pytest.mark.parametrize("separator", SEPARATORS)
def test_separator_is_found(separator):
    text = "Nazwa|KRS|Miasto\nA|1|Łomża\nB|2|Łapy\n".replace("|", separator)

    book = open_book(text.encode(), "lista.txt")

    assert book.separator == separator
    assert book.table().rows[1] == ("A", "1", "Łomża")


def test_separator_is_found_though_each_cell_has_commas():
    text = "Nazwa;Adres\n" + "Most, fundacja;Łomża, Lipowa 1, m. 2\n" * 5

    assert open_book(text.encode(), "lista.csv").separator == ";"


def test_separator_inside_quotes_does_not_count():
    assert find_separator(['"a;b;c;d",x\n'] * 3) == ","


def test_separator_line_of_a_spreadsheet_is_obeyed_and_left_blank():
    book = open_book(b"sep=,\r\nNazwa,Adres\r\nMost,a;b;c\r\n", "lista.csv")
    table = book.table()

    assert book.separator == ","
    assert table.rows == [("", ""), ("Nazwa", "Adres"), ("Most", "a;b;c")]


def test_list_of_one_column_is_read():
    assert table_of("Nazwa\nMost\nDom\n").rows == [("Nazwa",), ("Most",), ("Dom",)]


def test_separator_may_be_given():
    table = table_of("a;b,c\nd;e,f\n", separator=",")

    assert table.rows == [("a;b", "c"), ("d;e", "f")]


@pytest.mark.parametrize("separator", ["\t", ",", "|"])
def test_wrong_separator_is_refused(separator):
    text = "Nazwa;KRS;Miasto\n" + "Most;1;Łomża\n" * 30

    note = refusal_of(text, separator=separator)

    assert note.code == "wrong_separator"
    assert note.params["separator"] == separator


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_number_of_a_row_is_the_line_where_it_begins(end):
    text = end.join(["Nazwa;Miasto", f'"Nasz{end}Dom";Łomża', "", "Most;Łapy"])

    table = table_of(text)

    assert table.rows == [
        ("Nazwa", "Miasto"),
        ("Nasz Dom", "Łomża"),
        ("", ""),
        ("Most", "Łapy"),
    ]
    assert table.numbers == [1, 2, 4, 5]
    assert table.widths == [2, 2, 0, 2]
    assert not table.notes


def test_quotation_marks_at_the_start_of_a_name_stay():
    table = table_of('Nazwa,Miasto,Typ\n"MOST" FUNDACJA,Łomża,x\nDom,Łapy,y\n')

    assert table.rows[1:] == [('"MOST" FUNDACJA', "Łomża", "x"), ("Dom", "Łapy", "y")]
    assert codes(table) == {2: ["stray_quote"]}


def test_quotation_mark_that_swallows_lines_gives_them_back():
    text = (
        "Nazwa,Miasto,Typ\n"
        '"MOST, Łomża,x\n'
        "Dom,Łapy,y\n"
        'Szkoła "KOŁO", Łomża,z\n'
        "Lipa,Łapy,y\n"
    )

    table = table_of(text)

    assert [row[1] for row in table.rows[1:]] == ["Łomża", "Łapy", "Łomża", "Łapy"]
    assert table.numbers == [1, 2, 3, 4, 5]
    assert codes(table) == {2: ["stray_quote"]}


def test_lines_in_a_well_formed_cell_are_taken_for_the_rows_they_are():
    rows = "\n".join(f"Organizacja {at};{at};Łomża" for at in range(5))
    text = f'Nazwa;KRS;Miasto\nA;1;Łapy\nB;2;Łapy\n"X;3;Łapy\n{rows}\nY";4;Łapy\n'

    table = table_of(text)

    assert table.numbers == list(range(1, 11))
    assert table.rows[5] == ("Organizacja 1", "1", "Łomża")


def test_prose_on_several_lines_stays_one_cell():
    prose = "First line, with commas.\nSecond, and more, of them.\nThird."
    table = table_of(f'Name,City,About\nBridge,Łomża,"{prose}"\n')

    assert len(table.rows) == 2
    assert table.rows[1][2] == prose.replace("\n", " ")


def test_quotation_mark_that_never_closes_breaks_one_line():
    text = 'Nazwa;Miasto\n"Most;Łomża\n' + "Dom;Łapy\n" * 400

    table = table_of(text)

    assert len(table.rows) == 402
    assert table.rows[1] == ('"Most', "Łomża")
    assert codes(table) == {2: ["stray_quote"]}


def test_space_before_and_after_quotation_marks_is_no_harm():
    table = table_of('Nazwa, Adres\n"Most" , "Lipowa 1, m. 2"\n')

    assert table.rows[1] == ("Most", "Lipowa 1, m. 2")
    assert not table.notes


def test_rows_are_rectangular_and_remember_their_width():
    table = table_of("a;b;c\nd;e\nf;g;h;i\nj;k;l\n")

    assert {len(row) for row in table.rows} == {4}
    assert table.widths == [3, 2, 4, 3]


def test_nul_bytes_are_left_out_and_noted():
    table = table_of("Nazwa;Miasto\nMo\0st;Łomża\n" + "Dom;Łapy\n" * 5)

    assert table.rows[1] == ("Most", "Łomża")
    assert codes(table) == {2: ["control_characters"]}


def test_field_larger_than_the_csv_module_takes_is_cut_and_noted():
    table = table_of("Nazwa;Miasto\n" + "x" * 200_000 + ";Łomża\nDom;Łapy\n")

    assert table.rows[1][1] == "Łomża"
    assert codes(table) == {2: ["cell_too_long"]}


def test_too_many_rows_are_refused_with_the_limit():
    note = refusal_of("a;b\n" * 6, limits=Limits(rows=5))

    assert (note.code, note.params["limit"]) == ("too_many_rows", 5)


def test_a_thousand_columns_are_refused_with_the_limit():
    note = refusal_of(";".join(["a"] * 1000) + "\nb;c\n")

    assert (note.code, note.params["limit"]) == ("too_many_columns", 500)


def test_one_wide_row_among_many_is_refused_before_they_are_widened():
    note = refusal_of("a;b\n" * 20 + "a" + ";b" * 40 + "\n", limits=Limits(cells=100))

    assert note.code == "too_many_cells"


def test_sheet_that_is_asked_for_by_name_is_not_in_a_text_file():
    book = open_book(b"a;b\n", "lista.csv")

    with pytest.raises(UnreadableError) as caught:
        book.table("Arkusz1")

    assert caught.value.note.code == "no_sheet"


@given(
    st.lists(
        st.lists(st.text("ab ;,\"'\n", max_size=8), min_size=3, max_size=3),
        min_size=1,
        max_size=8,
    )
)
def test_every_line_is_read_once_and_in_order(rows):
    lines = as_csv(*rows, headings=("x", "y", "z")).decode().splitlines(keepends=True)

    records = list(read_records(lines, ";"))

    assert records[0].line == 0
    assert [record.line for record in records] == sorted({r.line for r in records})


@given(st.lists(st.text("ab ;\"'", max_size=8), min_size=1, max_size=6))
def test_line_with_well_quoted_cells_is_split_as_it_was_joined(cells):
    line = ";".join('"' + cell.replace('"', '""') + '"' for cell in cells)

    assert split_line(line, ";") == cells
