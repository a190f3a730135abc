from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.cases.reading import Case, CasesError, read_cases

HEADING = "query\tmust_match_text\tmust_not_match_text\n"


def read(text, language="pl"):
    content = text if isinstance(text, bytes) else text.encode()
    return read_cases(content, language, ["pl", "en"])


def test_rows_keep_their_line_and_their_quotes():
    text = f'\ufeff{HEADING}\n "rada\tRada "A".\tRadar.\r\n'
    assert read(text) == [Case(3, "pl", '"rada', 'Rada "A".', "Radar.")]


def test_columns_are_known_by_name_and_further_ones_left_out():
    text = "Note\tmust_not_match_text\tQUERY \tmust_match_text\nx\tb\tq\ta\n"
    assert read(text) == [Case(2, "pl", "q", "a", "b")]


@pytest.mark.parametrize("name", ["locale", "language"])
def test_rows_may_say_their_language(name):
    text = f"{name}\t{HEADING}EN\tq\ta\tb\n\tq\ta\tb\n"
    assert [case.language for case in read(text)] == ["en", "pl"]


def test_one_text_is_enough():
    cases = read(f"{HEADING}q\ta\t\nq\t\tb\n")
    assert [(case.wanted, case.unwanted) for case in cases] == [("a", ""), ("", "b")]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "empty"),
        ("\ufeff\n \n", 1, "empty"),
        (HEADING, 2, "no case"),
        ("query\tmust_match_text\nq\ta\n", 1, "must_not_match_text"),
        ("rada\tRada.\tRadar.\n", 1, "no column query"),
        (f"{HEADING}q\ta\tb\nq\ta\n", 3, "2 fields"),
        (f"{HEADING}q\ta\tb\tc\n", 2, "4 fields"),
        (f"{HEADING} \ta\tb\n", 2, "query is empty"),
        (f"{HEADING}q\t\t \n", 2, "no text"),
        (f"{HEADING}q\ta\0\tb\n", 2, "NUL"),
        (f"locale\t{HEADING}xx\tq\ta\tb\n", 2, "'xx'"),
        (HEADING.encode() + b"q\ta\tb\n\xff\ta\tb\n", 3, "UTF-8"),
        (HEADING.encode("utf-16"), 1, "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text, line, said):
    with pytest.raises(CasesError, match=f"^line {line}: .*{said}"):
        read(text)


def test_language_of_all_rows_is_to_be_known():
    with pytest.raises(CasesError, match="line 2: no language 'xx'"):
        read(f"{HEADING}q\ta\tb\n", "xx")


@given(st.binary(max_size=200))
def test_any_other_file_is_read_or_refused(content):
    with suppress(CasesError):
        assert read(HEADING.encode() + content)
