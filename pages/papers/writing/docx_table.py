"""The table of comments in a Word file, written row by row.

The cells of python-docx take a time that grows with the square of their number, and
its tree a memory that grows with the comments. So the rows are written as XML where
the document, made already, has a mark.
"""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from lxml import etree

from pages.papers.rows import PaperRow
from snippets.importing.exporting.texts import plain

from .cells import KEPT_TOGETHER, WIDTHS, Cell, Part, cells_of, headings, length_of
from .docx_styles import PLACE, SHADE, TABLE_STYLE

DOCUMENT = "word/document.xml"
TABLE_WIDTH = Cm(26.9)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_with_rows(
    output: BinaryIO, skeleton: BinaryIO, title: str, rows: Iterable[PaperRow]
) -> None:
    """Copy a Word file, with the table of comments where its mark is."""
    with ZipFile(skeleton) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for item in source.infolist():
            if item.filename != DOCUMENT:
                target.writestr(item, source.read(item))
                continue
            root = etree.fromstring(source.read(item))
            # Its size is not known yet; long comments may pass two gigabytes.
            with target.open(DOCUMENT, "w", force_zip64=True) as stream:
                _write_document(stream, root, title, rows)


def _write_document(
    stream: Any, root: Any, title: str, rows: Iterable[PaperRow]
) -> None:
    (body,) = root
    with etree.xmlfile(stream, encoding="UTF-8") as file:
        file.write_declaration(standalone=True)
        with (
            file.element(root.tag, root.attrib, nsmap=root.nsmap),
            file.element(body.tag),
        ):
            for child in body:
                if child.tag == qn(PLACE):
                    _write_table(file, title, rows)
                else:
                    file.write(child)


def _write_table(file: Any, title: str, rows: Iterable[PaperRow]) -> None:
    with file.element(qn("w:tbl")):
        for element in _frame(title):
            file.write(element)
        cells = [(Part(heading, is_bold=True),) for heading in headings()]
        file.write(_row(cells, is_header=True))
        for row in rows:
            file.write(_row(cells_of(row)))


def _frame(title: str) -> Iterator[Any]:
    """Yield the properties and columns of the table; its widths do not move."""
    table = etree.fromstring(
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        '<w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{_width(sum(WIDTHS))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        "<w:tblCaption/></w:tblPr><w:tblGrid/></w:tbl>"
    )
    properties, grid = table
    properties[-1].set(qn("w:val"), plain(title))
    for share in WIDTHS:
        etree.SubElement(grid, qn("w:gridCol")).set(qn("w:w"), str(_width(share)))
    yield from (properties, grid)


def _row(cells: Iterable[Cell], *, is_header: bool = False) -> Any:
    row = etree.Element(qn("w:tr"))
    cells = list(cells)
    properties = etree.SubElement(row, qn("w:trPr"))
    if is_header or length_of(cells) <= KEPT_TOGETHER:
        etree.SubElement(properties, qn("w:cantSplit"))
    if is_header:
        etree.SubElement(properties, qn("w:tblHeader"))
    for cell, share in zip(cells, WIDTHS, strict=True):
        element = etree.SubElement(row, qn("w:tc"))
        look = etree.SubElement(element, qn("w:tcPr"))
        etree.SubElement(
            look, qn("w:tcW"), {qn("w:w"): str(_width(share)), qn("w:type"): "dxa"}
        )
        if is_header:
            shade = {"val": "clear", "color": "auto", "fill": SHADE}
            names = {qn(f"w:{name}"): value for name, value in shade.items()}
            etree.SubElement(look, qn("w:shd"), names)
        # A cell without a paragraph makes the whole file unreadable.
        for part in cell or (Part(""),):
            _add_part(element, part)
    return row


def _add_part(cell: Any, part: Part) -> None:
    paragraph = etree.SubElement(cell, qn("w:p"))
    style = etree.SubElement(paragraph, qn("w:pPr"))
    etree.SubElement(style, qn("w:pStyle")).set(qn("w:val"), TABLE_STYLE)
    if part.label:
        _add_run(paragraph, f"{part.label}: ", is_bold=True)
    _add_run(paragraph, plain(part.text), is_bold=part.is_bold)


def _add_run(paragraph: Any, text: str, *, is_bold: bool) -> None:
    run = etree.SubElement(paragraph, qn("w:r"))
    if is_bold:
        etree.SubElement(etree.SubElement(run, qn("w:rPr")), qn("w:b"))
    for number, line in enumerate(text.split("\n")):
        if number:
            etree.SubElement(run, qn("w:br"))
        element = etree.SubElement(run, qn("w:t"))
        element.set(_SPACE, "preserve")
        element.text = line


def _width(share: int) -> int:
    """Return a share of the width of the table in twentieths of a point."""
    return int(TABLE_WIDTH.twips * share / sum(WIDTHS))
