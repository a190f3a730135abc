import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.reading.cleaning import clean
from search.reading.docx import is_docx, read_docx
from search.reading.extracting import extract
from search.reading.kinds import Kind
from search.reading.limits import LIMITS
from search.reading.packages import Package

from .files import (
    GOOD,
    as_docx,
    docx_parts,
    paragraph,
    refused,
    relations,
    word,
    zipped,
)

_HIDDEN_STYLES = word(
    '<w:style w:type="character" w:styleId="Ukryty"><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Potomny">'
    '<w:basedOn w:val="Ukryty"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="UkrytyAkapit"><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Widoczny">'
    '<w:basedOn w:val="Ukryty"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>',
    "styles",
)


def text_of(content):
    return clean("".join(read_docx(Package(content, LIMITS))))


def body_text(body, *related):
    return text_of(as_docx(body, *related))


def run(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def margin(kind, text):
    return word(paragraph(text), "hdr" if kind == "header" else "ftr")


def test_paragraphs_and_runs_are_read():
    body = f"<w:p>{run('Zada')}{run('nie')}</w:p>" + paragraph("publiczne")
    assert body_text(body) == "Zadanie publiczne"


def test_blanks_and_hyphens_of_a_line_are_read():
    line = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>raz</w:t><w:tab/>"
        "<w:t>dwa</w:t><w:br/><w:t>trzy</w:t><w:noBreakHyphen/><w:t>cztery</w:t>"
        "<w:softHyphen/><w:t>pięć</w:t></w:r></w:p>"
    )
    assert body_text(line) == "raz dwa trzy-czterypięć"


def test_cells_of_tables_are_read():
    cells = "".join(f"<w:tc>{paragraph(x)}</w:tc>" for x in ("Lp.", "Zadanie"))
    table = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
    assert body_text(table + paragraph("koniec")) == "Lp. Zadanie koniec"


def test_changes_are_read_as_accepted():
    body = (
        f"<w:p>{run('Termin: ')}"
        "<w:del><w:r><w:delText>maj</w:delText></w:r></w:del>"
        f"<w:ins>{run('czerwiec')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{run('stąd')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{run('tutaj')}</w:moveTo></w:p>"
    )
    assert body_text(body) == "Termin: czerwiec tutaj"


def test_text_inserted_and_then_deleted_is_left_out():
    inner = "<w:del><w:r><w:t>skreślone</w:t></w:r></w:del>"
    assert body_text(f"<w:p><w:ins>{inner}{run('zostaje')}</w:ins></w:p>") == "zostaje"


def test_remarks_and_properties_are_left_out():
    parts = docx_parts(
        "<w:p><w:commentRangeStart/>" + run("treść") + "<w:commentReference/></w:p>",
        ("comments", "comments.xml", word(paragraph("uwaga"), "comments")),
    )
    parts["docProps/core.xml"] = "<core><creator>Jan Autor</creator></core>"
    assert text_of(zipped(parts)) == "treść"


def test_notes_follow_the_body():
    text = body_text(
        paragraph("treść"),
        ("endnotes", "endnotes.xml", word(paragraph("koniec"), "endnotes")),
        ("footnotes", "footnotes.xml", word(paragraph("przypis"), "footnotes")),
    )
    assert text == "treść przypis koniec"


def test_headers_and_footers_are_read_once():
    text = body_text(
        paragraph("treść"),
        ("header", "header1.xml", margin("header", "Urząd Miasta")),
        ("header", "header2.xml", margin("header", "Urząd Miasta")),
        ("footer", "footer1.xml", margin("footer", "ul. Cicha 1")),
    )
    assert text == "treść Urząd Miasta ul. Cicha 1"


def test_box_is_read_once_and_tears_no_paragraph():
    box = f"<w:txbxContent>{paragraph('Ramka')}</w:txbxContent>"
    body = (
        f"<w:p>{run('Orga')}<w:r><mc:AlternateContent xmlns:mc='m'>"
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        f"</mc:Fallback></mc:AlternateContent></w:r>{run('nizacja')}</w:p>"
    )
    assert body_text(body) == "Ramka Organizacja"


@pytest.mark.parametrize("value", ["", ' w:val="1"', ' w:val="true"'])
def test_hidden_runs_are_left_out(value):
    hidden = run("tajne", f"<w:vanish{value}/>")
    assert body_text(f"<w:p>{run('a')}{hidden}{run('b')}</w:p>") == "ab"


@pytest.mark.parametrize(
    "properties",
    [
        '<w:vanish w:val="0"/>',
        '<w:vanish w:val="false"/>',
        "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>",
        "<w:webHidden/>",
    ],
)
def test_runs_that_are_hidden_no_more_are_read(properties):
    assert body_text(f"<w:p>{run('jawne', properties)}</w:p>") == "jawne"


def test_hidden_mark_of_a_paragraph_hides_no_text():
    body = paragraph("jawne", "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>")
    assert body_text(body) == "jawne"


@pytest.mark.parametrize(
    ("style", "text"),
    [("Ukryty", "ab"), ("Potomny", "ab"), ("Widoczny", "axb"), ("Inny", "axb")],
)
def test_styles_hide_runs(style, text):
    middle = run("x", f'<w:rStyle w:val="{style}"/>')
    body = f"<w:p>{run('a')}{middle}{run('b')}</w:p>"
    assert body_text(body, ("styles", "styles.xml", _HIDDEN_STYLES)) == text


def test_run_shown_in_spite_of_its_style_is_read():
    properties = '<w:rStyle w:val="Ukryty"/><w:vanish w:val="0"/>'
    body = f"<w:p>{run('jawne', properties)}</w:p>"
    assert body_text(body, ("styles", "styles.xml", _HIDDEN_STYLES)) == "jawne"


def test_styles_hide_paragraphs():
    style = '<w:pPr><w:pStyle w:val="UkrytyAkapit"/></w:pPr>'
    body = paragraph("tajne", style) + paragraph("jawne")
    assert body_text(body, ("styles", "styles.xml", _HIDDEN_STYLES)) == "jawne"


def test_codes_of_fields_are_left_out():
    field = "<w:r><w:instrText>PAGEREF _Toc1</w:instrText></w:r>"
    assert body_text(f"<w:p>{field}{run('12')}</w:p>") == "12"


def test_document_is_found_by_its_relation():
    parts = docx_parts(paragraph("treść"))
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relations(("officeDocument", "/word/document2.xml"))
    assert text_of(zipped(parts)) == "treść"


def test_document_without_relations_is_found_by_its_usual_name():
    parts = docx_parts(paragraph("treść"))
    del parts["_rels/.rels"]
    assert text_of(zipped(parts)) == "treść"


def test_related_part_that_is_missing_is_passed_over():
    parts = docx_parts(paragraph("treść"), ("header", "header1.xml", ""))
    del parts["word/header1.xml"]
    assert text_of(zipped(parts)) == "treść"


def test_package_without_a_document_is_damaged():
    parts = docx_parts(paragraph("treść"))
    del parts["word/document.xml"]
    package = Package(zipped(parts), LIMITS)
    assert is_docx(package)
    assert refused(read_docx, package) == "damaged"


def test_other_packages_are_not_of_word():
    parts = {"[Content_Types].xml": "", "xl/workbook.xml": ""}
    assert not is_docx(Package(zipped(parts), LIMITS))
    assert not is_docx(Package(zipped({"word/document.xml": ""}), LIMITS))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_spoiled_file_gives_text_or_a_code(data):
    extension = data.draw(st.sampled_from(["docx", "odt"]))
    content = bytearray(GOOD[extension])
    for _time in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    code = extract(bytes(content), Kind.PACKAGE, LIMITS, str)
    assert code in {None, "damaged", "encrypted", "not_readable", "too_large"}
