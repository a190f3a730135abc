import zipfile

import pytest

from search.reading.limits import LIMITS, Limits, UnreadableError
from search.reading.packages import Package

from .files import refused, zipped


def test_parts_are_found_whatever_the_case():
    package = Package(zipped({"Word/Document.xml": "<a/>"}), LIMITS)
    assert "word/document.XML" in package
    assert package.names == ["word/document.xml"]
    assert b"".join(package.stream("WORD/document.xml")) == b"<a/>"


def test_parts_together_stay_within_the_limit():
    package = Package(zipped({"a": "x" * 60, "b": "x" * 60}), Limits(unpacked=100))
    assert refused(package.stream, "a") is None
    assert refused(package.stream, "b") == "too_large"


def test_parts_that_are_not_read_may_be_large():
    package = Package(zipped({"a": "x", "b": "x" * 10_000}), Limits(unpacked=100))
    assert refused(package.stream, "a") is None


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_grow_at_once_are_refused(method):
    package = Package(zipped({"a": "x" * 10_000}, method), LIMITS)
    assert refused(package.stream, "a") == "damaged"


def test_missing_part_is_damage():
    assert refused(Package(zipped({"a": "x"}), LIMITS).stream, "b") == "damaged"


def test_closed_part_is_refused():
    content = bytearray(zipped({"a": "x"}))
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refused(Package(bytes(content), LIMITS).stream, "a") == "encrypted"


def test_spoiled_part_is_damage():
    content = zipped({"a": "abc" * 9}, zipfile.ZIP_STORED).replace(b"abcabc", b"abcabd")
    assert refused(Package(content, LIMITS).stream, "a") == "damaged"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PK\x05\x06" + b"\xff" * 18])
def test_no_package_is_damage(content):
    with pytest.raises(UnreadableError) as caught:
        Package(content, LIMITS)
    assert caught.value.code == "damaged"
