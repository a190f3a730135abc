import json

import pytest

from snippets.importing.reading import Limits, UnreadableError, open_book


def opened(value, **kwargs):
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return open_book(content, "lista.json", **kwargs)


def code_of(value, **kwargs):
    with pytest.raises(UnreadableError) as caught:
        opened(value, **kwargs).table()
    return caught.value.note.code


def test_objects_are_rows_under_their_keys():
    book = opened([{"name": "Most", "krs": "0009000001"}, {"name": "Łąka", "nip": ""}])
    table = book.table()

    assert (book.kind, book.encoding, book.separator) == ("json", "utf-8", "")
    assert book.sheets[0].rows == 2
    assert table.rows == [
        ("name", "krs", "nip"),
        ("Most", "0009000001", ""),
        ("Łąka", "", ""),
    ]
    assert table.numbers == [0, 1, 2]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "tak"),
        (False, "nie"),
        (12, "12"),
        (5.42e9, "5420000000"),
        (["a", "b"], "a; b"),
        ([], ""),
        ([{"name": "A", "role": "", "phone": "1"}, {"name": "B"}], "A | | 1\nB"),
        (" a\u00a0 b\r\nc\x00 ", "a b\nc"),
        ("=1+1", "=1+1"),
        ("'=1+1", "'=1+1"),
    ],
)
def test_value_as_the_text_of_a_cell(value, text):
    assert opened([{"name": value}]).table().rows[1] == (text,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_encodings(encoding):
    content = '[{"name": "Łódź, źdźbło"}]'.encode(encoding)

    assert opened(content).table().rows[1] == ("Łódź, źdźbło",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[]", "no_data"),
        (b'[{"name": "Most"}', "corrupt"),
        (b'[{"a": ' * 100_000, "corrupt"),
        (b'[{"a": ' + b"9" * 5000 + b"}]", "corrupt"),
        (b'[{"a": ' + b"9" * 400 + b"}]", "corrupt"),
        (b'[{"a": [' + b"-" + b"9" * 400 + b"]}]", "corrupt"),
        (b'[{"a": ' + b"[" * 900 + b"]" * 900 + b"}]", "corrupt"),
        (b'[{"a": ' + b"[" * 12 + b'"x"' + b"]" * 12 + b"}]", "corrupt"),
        (b'[{"name": "Most"}, 5]', "not_a_list"),
        (b'{"name": "Most"}', "not_a_list"),
        (b'[["name"], ["Most"]]', "not_a_list"),
    ],
)
def test_what_is_no_list_of_objects_is_refused(content, code):
    assert code_of(content) == code


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(rows=1), "too_many_rows"),
        (Limits(columns=1), "too_many_columns"),
        (Limits(cells=3), "too_many_cells"),
        (Limits(size=10), "file_too_large"),
    ],
)
def test_limits(limits, code):
    assert code_of([{"a": "1", "b": "2"}] * 2, limits=limits) == code


def test_control_characters_are_said_of_the_row():
    table = opened([{"name": "Most"}, {"name": "Mo\x07st"}]).table()

    (note,) = table.notes[2]
    assert (note.code, note.params["row"]) == ("control_characters", 2)


def test_keys_are_headings_on_one_line_without_control_characters():
    content = b'[{"Naz\\u0000wa": "Most", "Tele\\nfon\\ud800 ": "1"}]'

    table = opened(content).table()

    assert table.rows == [("Nazwa", "Tele fon"), ("Most", "1")]


def test_heading_and_cell_over_the_limit_are_cut_and_the_cell_noted():
    table = opened([{"n" * 50: "x" * 50}], limits=Limits(cell_length=20)).table()

    assert table.rows == [("n" * 20,), ("x" * 20,)]
    assert [note.code for note in table.notes[1]] == ["cell_too_long"]
