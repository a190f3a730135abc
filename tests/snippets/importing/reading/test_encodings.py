import pytest

from snippets.importing.reading import ENCODINGS, UnreadableError
from snippets.importing.reading.encodings import decode

POLISH = "Nazwa;Miasto\r\nŻółta Łódź;Śniadowo\r\nZażółć gęślą jaźń;Ćmielów\r\n"
QUOTED = "Nazwa;Miasto\r\nFundacja „Most” – Łomża;Łomża\r\n"


@pytest.mark.parametrize("text", [POLISH, "Nazwa;KRS\r\nMost;168\r\n"])
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encoding_is_found(text, encoding):
    found, name = decode(text.encode(encoding))

    assert found == text
    assert name == encoding or (name == "utf-8" and text.isascii())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("chosen", ["", "utf-16"])
def test_utf_16_without_a_mark_is_found(encoding, chosen):
    assert decode(POLISH.encode(encoding), chosen) == (POLISH, "utf-16")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_with_a_mark_is_found(encoding):
    assert decode(f"\ufeff{POLISH}".encode(encoding)) == (POLISH, "utf-16")


def test_quotation_marks_tell_the_encoding_of_windows():
    assert decode(QUOTED.encode("cp1250")) == (QUOTED, "cp1250")


@pytest.mark.parametrize("letters", ["ąśź", "ĄŚŹ"])
@pytest.mark.parametrize("encoding", ["cp1250", "iso-8859-2"])
def test_a_few_polish_letters_are_enough(letters, encoding):
    assert decode(letters.encode(encoding)) == (letters, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_right_encoding_may_be_given(encoding):
    assert decode(POLISH.encode(encoding), encoding) == (POLISH, encoding)


@pytest.mark.parametrize(
    ("content", "chosen"),
    [
        (POLISH.encode("utf-8"), "cp1250"),
        (POLISH.encode("utf-8"), "iso-8859-2"),
        (POLISH.encode("utf-8"), "utf-16"),
        (POLISH.encode("cp1250"), "utf-8"),
        (POLISH.encode("cp1250"), "utf-16"),
        (POLISH.encode("utf-16"), "utf-8"),
        (POLISH.encode("utf-16"), "cp1250"),
        (b"a;b", "latin-1"),
    ],
)
def test_wrong_encoding_is_refused(content, chosen):
    with pytest.raises(UnreadableError) as caught:
        decode(content, chosen)

    assert caught.value.note.code == "wrong_encoding"
    assert caught.value.note.params["encoding"] == chosen


def test_old_encodings_are_taken_for_each_other_if_a_person_says_so():
    text, encoding = decode(POLISH.encode("cp1250"), "iso-8859-2")

    assert encoding == "iso-8859-2"
    assert text != POLISH


def test_few_broken_letters_leave_the_rest_readable():
    content = (POLISH * 5).encode() + "Łomża".encode()[:-1] + b"\xff"

    text, encoding = decode(content)

    assert encoding == "utf-8"
    assert text.startswith(POLISH)
    assert "\ufffd" in text


def test_bytes_of_no_encoding_are_refused():
    with pytest.raises(UnreadableError) as caught:
        decode(b"a;\x81\x83\x88\x90\x98;b")

    assert caught.value.note.code == "not_text"
