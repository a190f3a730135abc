import pytest

from snippets.importing.reading import Limits, UnreadableError, open_book

from .files import as_ods, as_xls, as_xlsx, label, ods_row, ods_table

ROWS = [("Nazwa", "Miasto"), ("Fundacja Żółw", "Łomża")]
SHEETS = {
    "xlsx": as_xlsx(ROWS),
    "ods": as_ods(ods_table(*[ods_row(*row) for row in ROWS])),
    "xls": as_xls(
        *[
            label(at, to, text)
            for at, row in enumerate(ROWS)
            for to, text in enumerate(row)
        ]
    ),
    "csv": "\n".join(";".join(row) for row in ROWS).encode(),
}


def refusal_of(content, **options):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, "lista.csv", **options)
    return caught.value.note


@pytest.mark.parametrize("kind", SHEETS)
@pytest.mark.parametrize("named", SHEETS)
def test_file_is_read_by_its_content_whatever_its_name(kind, named):
    book = open_book(SHEETS[kind], f"lista.{named}")

    assert book.kind == kind
    assert book.table().rows == ROWS
    assert book.table().numbers == [1, 2]


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_file_is_refused(content):
    note = refusal_of(content)

    assert note.code == "empty"
    assert note.params["file"] == "lista.csv"


def test_file_over_the_limit_is_refused_with_the_limit():
    note = refusal_of(b"a" * (3 * 2**20), limits=Limits(size=2 * 2**20))

    assert (note.code, note.params["limit"]) == ("file_too_large", 2)


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_spreadsheet_has_no_encoding_to_choose(kind):
    book = open_book(SHEETS[kind], "lista", encoding="cp1250", separator=",")

    assert (book.encoding, book.separator) == ("", "")
