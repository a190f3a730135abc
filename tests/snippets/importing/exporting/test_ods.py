import io
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from snippets.importing.exporting.ods import MIMETYPE, write_ods
from snippets.importing.exporting.texts import plain

from .sheets import read_with_calamine
from .test_spreadsheets import DANGEROUS, TEXTS, written

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def content_of(file):
    with ZipFile(io.BytesIO(file)) as parts:
        return etree.fromstring(parts.read("content.xml"))


def test_kind_of_the_file_is_known_by_its_first_bytes():
    file = written(write_ods)

    with ZipFile(io.BytesIO(file)) as parts:
        first = parts.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert parts.read("mimetype").decode() == MIMETYPE
        manifest = etree.fromstring(parts.read("META-INF/manifest.xml"))
        assert [entry.values()[0] for entry in manifest] == ["/", "content.xml"]
    assert file[38:].startswith(MIMETYPE.encode())


def test_cells_are_texts_and_none_is_a_formula():
    content = content_of(written(write_ods, *([text] * 3 for text in DANGEROUS)))

    cells = list(content.iter(f"{TABLE}table-cell"))
    assert len(cells) == 3 * (len(DANGEROUS) + 1)
    assert {cell.get(f"{OFFICE}value-type") for cell in cells} == {"string"}
    assert not any(cell.get(f"{TABLE}formula") for cell in cells)


@settings(max_examples=60)
@given(TEXTS)
def test_ods_is_read_back(row):
    assert read_with_calamine(written(write_ods, row, ["1", "2", "3"]))[1:] == [
        row,
        ["1", "2", "3"],
    ]


@pytest.mark.parametrize("title", ["A & B", 'Lista „1” "2" <3>'])
def test_title_may_have_any_letters(title):
    output = io.BytesIO()
    write_ods(output, title, ["a"], [])

    (table,) = content_of(output.getvalue()).iter(f"{TABLE}table")
    assert table.get(f"{TABLE}name") == title


@given(st.text().map(plain))
def test_spaces_are_written_out(text):
    content = content_of(written(write_ods, [text, "", ""]))

    for part in content.itertext():
        assert "  " not in part.strip("\n")
