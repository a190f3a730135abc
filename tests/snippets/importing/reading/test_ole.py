import struct
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from snippets.importing.reading import UnreadableError
from snippets.importing.reading.ole import CompoundFile

from .files import as_xls, compound, label

FAT = 512


def test_streams_are_read_by_name():
    file = CompoundFile(compound({"Workbook": b"a" * 5000, "Other": b"b" * 10_000}))

    assert file.names == {"Workbook", "Other"}
    assert file.read("Workbook").rstrip(b"\0") == b"a" * 5000
    assert file.read("Other").rstrip(b"\0") == b"b" * 10_000


def test_short_stream_lies_in_the_small_sectors_of_the_root():
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    content = bytearray(compound({"Workbook": b"a" * 64 + b"b" * 36}))
    struct.pack_into("<I", content, 60, 2)
    struct.pack_into("<128I", content, 3 * 512, 1, end, *[free] * 126)
    root, entry = 2 * 512, 2 * 512 + 128
    struct.pack_into("<I", content, FAT + 2 * 4, end)
    struct.pack_into("<I", content, root + 116, 3)
    struct.pack_into("<IQ", content, entry + 116, 0, 100)
    content[4 * 512 : 4 * 512 + 100] = b"a" * 64 + b"b" * 36

    assert CompoundFile(bytes(content)).read("Workbook") == b"a" * 64 + b"b" * 36


def test_chain_that_runs_in_a_circle_is_refused():
    content = bytearray(compound({"Workbook": b"a" * 5000}))
    struct.pack_into("<I", content, FAT + 4 * 4, 2)
    file = CompoundFile(bytes(content))

    with pytest.raises(UnreadableError) as caught:
        file.read("Workbook")

    assert caught.value.note.code == "corrupt"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(8, 1700), st.integers(0, 255)), min_size=1))
def test_damaged_file_is_read_or_refused(damage):
    content = bytearray(as_xls(label(0, 0, "Nazwa")))
    for at, byte in damage:
        content[at] = byte

    with suppress(UnreadableError):
        file = CompoundFile(bytes(content))
        assert all(len(file.read(name)) <= len(content) for name in file.names)
