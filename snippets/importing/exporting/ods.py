"""OpenDocument spreadsheets of text cells, written as the rows come.

Of own making because the two libraries do not serve: the ODS of tablib needs odfpy,
which has had no release since 2020 and comes without a wheel; odfdo builds the whole
document as a tree and takes 13 s and 100 MB for 2,000 rows of 25 cells, 45 s and
190 MB for 4,000. OpenDocument 1.3: https://docs.oasis-open.org/office/OpenDocument/v1.3/
"""

import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="{_NAMESPACE.format("manifest")}"
 manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3"
 manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml"
 manifest:media-type="text/xml"/>
</manifest:manifest>
"""
# The style of text: digits typed into a cell later keep their zeros as well.
_HEAD = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="{_NAMESPACE.format("office")}"
 xmlns:style="{_NAMESPACE.format("style")}" xmlns:text="{_NAMESPACE.format("text")}"
 xmlns:table="{_NAMESPACE.format("table")}"
 xmlns:number="{_NAMESPACE.format("datastyle")}" office:version="1.3">
<office:automatic-styles>
<number:text-style style:name="N1"><number:text-content/></number:text-style>
<style:style style:name="text" style:family="table-cell" style:data-style-name="N1"/>
</office:automatic-styles>
<office:body><office:spreadsheet>
"""
_TAIL = """</table:table>
</office:spreadsheet></office:body></office:document-content>
"""
_SPACES = re.compile(" {2,}")
_EMPTY = "<table:table-cell/>"
_CELL = (
    '<table:table-cell table:style-name="text" office:value-type="string">{}'
    "</table:table-cell>"
)


def write_ods(
    output: BinaryIO,
    title: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
) -> None:
    """Write one sheet of texts; `title` names it."""
    with ZipFile(output, "w", ZIP_DEFLATED) as parts:
        # First and not compressed: by its bytes the kind of the file is known.
        parts.writestr("mimetype", MIMETYPE, compress_type=ZIP_STORED)
        parts.writestr("META-INF/manifest.xml", _MANIFEST)
        with parts.open("content.xml", "w", force_zip64=True) as content:
            content.write(_HEAD.encode())
            content.write(f"<table:table table:name={quoteattr(title)}>".encode())
            columns = (
                '<table:table-column table:number-columns-repeated="{}" '
                'table:default-cell-style-name="text"/>'
            )
            content.write(columns.format(len(headings)).encode())
            content.write(_row(headings))
            for row in rows:
                content.write(_row(row))
            content.write(_TAIL.encode())


def _row(texts: Sequence[str]) -> bytes:
    cells = "".join(_cell(text) if text else _EMPTY for text in texts)
    return f"<table:table-row>{cells}</table:table-row>\n".encode()


def _cell(text: str) -> str:
    paragraphs = escape(text).split("\n")
    return _CELL.format(
        "".join(f"<text:p>{_spaced(line)}</text:p>" for line in paragraphs)
    )


def _spaced(line: str) -> str:
    """Write out the spaces that XML would run together."""
    return _SPACES.sub(lambda run: f' <text:s text:c="{len(run[0]) - 1}"/>', line)
