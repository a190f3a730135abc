"""Spreadsheets made for tests: XLSX by openpyxl, ODS and XLS by hand."""

import io
import struct
import zipfile

from openpyxl import Workbook

ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_OPEN = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    f' xmlns:office="{_URN}:office:1.0" xmlns:table="{_URN}:table:1.0"'
    f' xmlns:text="{_URN}:text:1.0" xmlns:style="{_URN}:style:1.0"'
    f' xmlns:calcext="{_CALC}" office:version="1.2"><office:automatic-styles>'
    '<style:style style:name="hidden" style:family="table">'
    '<style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles><office:body><office:spreadsheet>"
)
_CLOSE = "</office:spreadsheet></office:body></office:document-content>"
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    "{}</manifest:manifest>"
)


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    """A package of the parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzipped(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_xlsx(rows, prepare=None):
    """The bytes of a workbook with one sheet „Lista”; `prepare` gets it to change."""
    book = Workbook()
    book.active.title = "Lista"
    for row in rows:
        book.active.append(row)
    if prepare:
        prepare(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def xlsx_with(part, change, rows=(("Nazwa",), ("Fundacja Most",))):
    """A workbook in which one part was changed by a function of its text."""
    parts = unzipped(as_xlsx(rows))
    parts[part] = change(parts[part].decode()).encode()
    return zipped(parts)


SHEET = "xl/worksheets/sheet1.xml"


def as_ods(body, *, manifest="", **parts):
    """The bytes of an ODS file around the tables given as XML."""
    return zipped(
        {
            "mimetype": ODS_TYPE,
            "META-INF/manifest.xml": _MANIFEST.format(manifest),
            "content.xml": _OPEN + body + _CLOSE,
            **parts,
        }
    )


def ods_table(*rows, name="Lista", before="", style=""):
    start = f'<table:table table:name="{name}" table:style-name="{style}">{before}'
    return start + "".join(rows) + "</table:table>"


def ods_row(*cells, repeated=1):
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">'
        + "".join(cell if cell.startswith("<") else ods_cell(cell) for cell in cells)
        + "</table:table-row>"
    )


def ods_cell(text, attributes=""):
    return (
        f'<table:table-cell office:value-type="string" {attributes}>'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


COVERED = "<table:covered-table-cell/>"


def record(kind, *data):
    body = b"".join(data)
    return struct.pack("<HH", kind, len(body)) + body


def label(row, column, text):
    body = struct.pack("<HHHHB", row, column, 0, len(text), 1)
    return record(0x204, body, text.encode("utf-16-le"))


def number(row, column, value):
    return record(0x203, struct.pack("<HHHd", row, column, 0, value))


def error(row, column, code=0x2A):
    return record(0x205, struct.pack("<HHHBB", row, column, 0, code, 1))


def formula_error(row, column, code=0x17):
    result = struct.pack("<BBBBBBH", 2, 0, code, 0, 0, 0, 0xFFFF)
    return record(
        0x06, struct.pack("<HHH", row, column, 0), result, struct.pack("<HIH", 0, 0, 0)
    )


def merged(*ranges):
    body = b"".join(
        struct.pack("<HHHH", top, bottom, left, right)
        for top, left, bottom, right in ranges
    )
    return record(0xE5, struct.pack("<H", len(ranges)), body)


def hidden_columns(first, last):
    return record(0x7D, struct.pack("<HHHHHH", first, last, 2000, 0, 1, 0))


def bound_sheet(start, name):
    """What says in the globals where a sheet begins."""
    title = struct.pack("<BB", len(name), 1) + name.encode("utf-16-le")
    return record(0x85, struct.pack("<IBB", start, 0, 0), title)


def as_xls(*records, in_globals=b"", name="Lista"):
    """The bytes of an XLS file (BIFF8) with one sheet of the records."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 6)
    globals_ = record(0x809, begin) + in_globals
    start = len(globals_) + len(bound_sheet(0, name)) + 4
    bound = bound_sheet(start, name)
    sheet = record(0x809, begin[:2] + struct.pack("<H", 0x0010) + begin[4:])
    stream = globals_ + bound + record(0x0A) + sheet + b"".join(records) + record(0x0A)
    return compound({"Workbook": stream})


def compound(streams):
    """A compound file of the streams; each is made long enough to have own sectors."""
    sector, end, free = 512, 0xFFFFFFFE, 0xFFFFFFFF
    body, fat, entries = b"", [0xFFFFFFFD, end], []
    for name, content in streams.items():
        content = content.ljust(max(4096, -(-len(content) // sector) * sector), b"\0")
        first, count = len(fat), len(content) // sector
        fat += [*range(first + 1, first + count), end]
        entries.append(_entry(name, 2, first, len(content)))
        body += content
    directory = _entry("Root Entry", 5, end, 0, child=1) + b"".join(entries)
    fat += [free] * (128 - len(fat))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0")
        + struct.pack(
            "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, 1, 1, 0, 4096, end, 0, end, 0
        )
        + struct.pack("<109I", 0, *[free] * 108)
    )
    return header + struct.pack("<128I", *fat) + directory.ljust(sector, b"\0") + body


def _entry(name, kind, first, size, child=0xFFFFFFFF):
    title = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        title.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(title), kind, 1, none, none, child)
        + b"\0" * 36
        + struct.pack("<IQ", first, size)
    )
