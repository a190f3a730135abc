import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.limits import UnreadableError
from search.reading.plain import decode

TEXT = "Zażółć gęślą jaźń w Łodzi; ŚWIAT ŹRÓDEŁ"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250", "iso-8859-2"]
)
def test_encoding_is_found_out(encoding):
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_of_both_orders_is_read():
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT
    assert decode(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le")) == TEXT


def test_spoiled_letter_makes_no_other_encoding():
    assert decode(TEXT.encode() + b"\xc5") == f"{TEXT}\ufffd"


@pytest.mark.parametrize("content", [b"\0" * 50, b"\xff\xfea\xd8\0\xd8" * 20])
def test_bytes_that_are_no_text_are_refused(content):
    with pytest.raises(UnreadableError) as caught:
        decode(content)
    assert caught.value.code == "not_readable"


@given(st.binary())
def test_any_bytes_are_text_or_refused(content):
    with suppress(UnreadableError):
        assert isinstance(decode(content), str)
