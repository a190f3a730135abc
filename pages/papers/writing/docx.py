"""A paper as a Word file: python-docx makes all but the table of comments."""

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any, BinaryIO

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

from pages.papers.kinds import PaperRequest
from pages.papers.protocol import Fact, Section, Tally
from pages.papers.rows import reported_rows
from snippets.importing.exporting.texts import plain

from .docx_styles import PLACE, SHADE, prepare
from .docx_table import TABLE_WIDTH, write_with_rows
from .layout import Layout, layout_of

_NUMBERS = re.compile(r"(%\((?:page|pages)\)s)")
_FIELDS = {"%(page)s": "PAGE", "%(pages)s": "NUMPAGES"}


def write_docx(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a paper as DOCX; the rows of its table are never in memory together."""
    layout = layout_of(request)
    skeleton = BytesIO()
    build(layout).save(skeleton)
    rows = reported_rows(request, progress) if layout.table else iter(())
    write_with_rows(output, skeleton, layout.table, rows)


def build(layout: Layout) -> Any:
    """Return the document with a mark where the rows of the table go."""
    document = Document()
    prepare(document, layout)
    lies = bool(layout.table) and not layout.sections
    page = document.sections[0]
    _set_page(page, lies=lies)
    _add_footer(page, layout)
    document.add_heading(plain(layout.title), level=1)
    _add_lines(document.add_paragraph(style="Subtitle"), layout.subtitle)
    for section in layout.sections:
        _add_section(document, section)
    for words in layout.signatures:
        _add_signature(document, words)
    if layout.table:
        if not lies:
            _set_page(document.add_section(WD_SECTION.NEW_PAGE), lies=True)
            document.add_heading(plain(layout.table), level=2)
        document.element.body.insert(len(document.element.body) - 1, OxmlElement(PLACE))
    return document


def _set_page(page: Any, *, lies: bool) -> None:
    short, long = Cm(21), Cm(29.7)
    page.page_width, page.page_height = (long, short) if lies else (short, long)
    page.orientation = WD_ORIENT.LANDSCAPE if lies else WD_ORIENT.PORTRAIT
    page.left_margin = page.right_margin = (
        Length((long - TABLE_WIDTH) // 2) if lies else Cm(2.2)
    )
    page.top_margin = page.bottom_margin = Cm(1.5 if lies else 2)
    page.footer_distance = Cm(0.8)


def _add_footer(page: Any, layout: Layout) -> None:
    """Add “page 1 of 3” at the right; both numbers are fields that Word fills in."""
    paragraph = page.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    paragraph.add_run(f"{plain(layout.title)}, ")
    for words in filter(None, _NUMBERS.split(layout.page)):
        if words in _FIELDS:
            _add_field(paragraph, _FIELDS[words])
        else:
            paragraph.add_run(words)


def _add_field(paragraph: Any, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _add_section(document: Any, section: Section) -> None:
    if section.heading:
        document.add_heading(plain(section.heading), level=2)
    for sentence in section.sentences:
        _add_lines(document.add_paragraph(), sentence)
    for fact in section.facts:
        _add_fact(document, fact)
    for item in section.items:
        _add_lines(document.add_paragraph(style="List Bullet"), item)
    for tally in section.tallies:
        _add_tally(document, tally)


def _add_fact(document: Any, fact: Fact) -> None:
    paragraph = document.add_paragraph(style="Fact")
    paragraph.add_run(f"{plain(fact.label)}: ").bold = True
    if fact.url:
        _add_link(paragraph, fact)
    else:
        _add_lines(paragraph, fact.value)


def _add_link(paragraph: Any, fact: Fact) -> None:
    part = paragraph.part
    key = part.relate_to(fact.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run = paragraph.add_run(plain(fact.value))
    run.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _add_tally(document: Any, tally: Tally) -> None:
    """Add numbers as a table; their rows are few, so that cells may be slow."""
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    table.autofit = False
    sizes = (Cm(10), Cm(3))
    for column, width in zip(table.columns, sizes, strict=True):
        column.width = width
    rows = [tally.headings, *((label, str(number)) for label, number in tally.rows)]
    for values in rows:
        row = table.add_row()
        for cell, value, width in zip(row.cells, values, sizes, strict=True):
            cell.width = width
            _add_lines(cell.paragraphs[0], value)
            cell.paragraphs[0].style = "Figures"
        row.cells[1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _mark_header(table.rows[0])
    document.add_paragraph(style="Gap")


def _mark_header(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for cell in row.cells:
        shading = OxmlElement("w:shd")
        shading.set(qn("w:val"), "clear")
        shading.set(qn("w:color"), "auto")
        shading.set(qn("w:fill"), SHADE)
        cell._tc.get_or_add_tcPr().append(shading)
        for run in cell.paragraphs[0].runs:
            run.bold = True


def _add_signature(document: Any, words: str) -> None:
    """Add a dotted line, which is a tab with a leader, and what stands below it."""
    line = document.add_paragraph(style="Signature line")
    line.paragraph_format.tab_stops.add_tab_stop(Cm(7.5), WD_TAB_ALIGNMENT.LEFT, 1)
    line.add_run("\t")
    below = document.add_paragraph(style="Caption")
    _add_lines(below, words)
    below.paragraph_format.space_after = Pt(4)


def _add_lines(paragraph: Any, text: str) -> None:
    """Add a text; python-docx makes breaks of its line ends."""
    paragraph.add_run(plain(text))
