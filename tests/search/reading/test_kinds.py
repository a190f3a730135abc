import pytest

from search.reading.kinds import Kind, kind_of
from search.reading.limits import UnreadableError

from .files import GOOD

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
_PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("csv", Kind.TEXT),
        ("docx", Kind.PACKAGE),
        ("odt", Kind.PACKAGE),
        ("pdf", Kind.PDF),
        ("rtf", Kind.RTF),
        ("txt", Kind.TEXT),
    ],
)
def test_content_tells_the_kind(name, kind):
    assert kind_of(GOOD[name], "csv") is kind


def test_letters_that_look_like_a_mark_are_text():
    assert kind_of(b"BM to skr\xf3t", "txt") is Kind.TEXT


def test_text_of_two_bytes_a_letter_is_text():
    assert kind_of("Łódź".encode("utf-16"), "txt") is Kind.TEXT


@pytest.mark.parametrize(
    ("content", "extension", "code"),
    [
        (b"zwykly tekst", "pdf", "not_readable"),
        (b"zwykly tekst", "docx", "not_readable"),
        (_PNG, "txt", "not_readable"),
        (_COMPOUND, "txt", "not_readable"),
        (_COMPOUND, "docx", "not_readable"),
        (_COMPOUND + "EncryptedPackage".encode("utf-16-le"), "docx", "encrypted"),
        (bytes(range(32)) * 9, "csv", "not_readable"),
    ],
)
def test_other_content_is_refused(content, extension, code):
    with pytest.raises(UnreadableError) as caught:
        kind_of(content, extension)
    assert caught.value.code == code
