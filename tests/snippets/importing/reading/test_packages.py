import struct
import zipfile

import pytest

from snippets.importing.reading import Limits, UnreadableError, open_book
from snippets.importing.reading.packages import Package, StopReading
from snippets.importing.reading.tables import LIMITS

from .files import (
    SHEET,
    as_ods,
    as_xlsx,
    ods_row,
    ods_table,
    unzipped,
    xlsx_with,
    zipped,
)

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def refusal_of(content, **limits):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, "lista.xlsx", limits=Limits(**limits)).table()
    return caught.value.note


def with_doctype(text):
    """The part with a document type before its first element."""
    start, rest = text.split("?>", 1) if text.startswith("<?xml") else ("", text)
    return f"{start}?>{DOCTYPE}{rest}" if start else f"{DOCTYPE}{rest}"


def test_part_is_unpacked_whole():
    package = Package(zipped({"A.xml": "<a/>" * 50_000}), LIMITS)

    assert package.read("a.XML") == b"<a/>" * 50_000
    assert package.names == ["a.xml"]


def test_part_that_was_not_packed_is_read():
    package = Package(zipped({"a": "x" * 200_000}, zipfile.ZIP_STORED), LIMITS)

    assert package.read("a") == b"x" * 200_000


def test_package_that_unpacks_to_too_much_is_refused_by_its_directory():
    note = refusal_of(as_xlsx([["a"]]), unpacked=2**20 // 256)

    assert note.code == "unpacked_too_large"
    assert note.params["limit"] == 0


def test_bomb_is_refused_by_its_directory_with_the_limit():
    parts = {**unzipped(as_xlsx([["a"]])), "xl/media/image.png": b"\0" * 30 * 2**20}

    note = refusal_of(zipped(parts))

    assert (note.code, note.params["limit"]) == ("unpacked_too_dense", 250)


def test_bomb_inside_is_never_opened():
    bomb = zipped({"bomb": b"\0" * 2**25})
    parts = {**unzipped(as_xlsx([["Nazwa"], ["Most"]])), "xl/embeddings/b.zip": bomb}

    book = open_book(zipped(parts), "lista.xlsx")

    assert book.table().rows == [("Nazwa",), ("Most",)]


def test_too_many_parts_are_refused_with_the_limit():
    note = refusal_of(zipped({f"{at}.xml": "" for at in range(LIMITS.parts + 1)}))

    assert (note.code, note.params["limit"]) == ("too_many_parts", LIMITS.parts)


def test_part_longer_than_its_directory_says_is_refused():
    content = as_xlsx([["Nazwa"], *[["Fundacja Most"]] * 500])
    size = len(unzipped(content)[SHEET])
    lie = content.replace(struct.pack("<I", size), struct.pack("<I", 900))
    assert lie != content

    assert refusal_of(lie).code == "unpacked_past_size"


@pytest.mark.parametrize(
    "part",
    [SHEET, "xl/workbook.xml", "xl/styles.xml", "_rels/.rels", "docProps/app.xml"],
)
def test_document_type_in_any_part_is_refused(part):
    assert refusal_of(xlsx_with(part, with_doctype)).code == "xml_entities"


@pytest.mark.parametrize("part", ["content.xml", "META-INF/manifest.xml", "styles.xml"])
def test_document_type_in_any_part_of_ods_is_refused(part):
    parts = unzipped(as_ods(ods_table(ods_row("Nazwa")), **{"styles.xml": "<a/>"}))
    parts[part] = with_doctype(parts[part].decode()).encode()

    assert refusal_of(zipped(parts)).code == "xml_entities"


def test_encrypted_part_is_refused():
    content = as_xlsx([["a"]])
    directory = content.index(b"PK\x01\x02")
    locked = bytearray(content)
    locked[directory + 8] |= 1

    assert refusal_of(bytes(locked)).code == "password"


def change_end(content):
    return content[: len(content) // 2]


def change_middle(content):
    middle = content.index(b"xl/worksheets/sheet1.xml") + 60
    return content[:middle] + b"\xff" * 40 + content[middle + 40 :]


@pytest.mark.parametrize("damage", [change_end, change_middle])
def test_damaged_package_is_refused(damage):
    content = as_xlsx([["Nazwa", "KRS"], *[[f"Fundacja {n}", n] for n in range(200)]])

    assert refusal_of(damage(content)).code == "corrupt"


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"PK\x05\x06"])
def test_beginning_of_a_package_alone_is_refused(start):
    assert refusal_of(start + b"lista").code == "corrupt"


def test_package_with_two_parts_of_one_name_is_refused():
    parts = {**unzipped(as_xlsx([["a"]])), SHEET.upper(): "<worksheet/>"}

    assert refusal_of(zipped(parts)).code == "corrupt"


def test_broken_xml_is_refused():
    content = xlsx_with(SHEET, lambda text: text.replace("</sheetData>", ""))

    assert refusal_of(content).code == "corrupt"


def test_broken_part_that_holds_no_cells_is_no_harm():
    parts = {
        **unzipped(as_xlsx([["Nazwa"]])),
        "customXml/item1.xml": "",
        "a.xml": "<a>",
    }

    assert open_book(zipped(parts), "lista.xlsx").table().rows == [("Nazwa",)]


def test_parsing_stops_when_enough_was_seen():
    seen = []

    def on_start(name, _attributes):
        seen.append(name)
        raise StopReading

    Package(zipped({"a": "<x:a xmlns:x='y'><b/>"}), LIMITS).parse("a", on_start)

    assert seen == ["a"]
