import io

import pytest
from odfdo import Document, Paragraph

from search.reading.cleaning import clean
from search.reading.limits import LIMITS
from search.reading.odt import read_odt
from search.reading.packages import Package

from .files import ODT_TYPE, as_odt, open_document, refused, zipped

_HIDDEN = (
    '<style:style style:name="T1" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P1" style:family="paragraph">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P2" style:family="paragraph"'
    ' style:parent-style-name="P1"/>'
    '<style:style style:name="P3" style:family="paragraph"'
    ' style:parent-style-name="P1">'
    '<style:text-properties text:display="true"/></style:style>'
    '<style:style style:name="T1x" style:family="text">'
    "<style:text-properties/></style:style>"
)


def text_of(content):
    return clean("".join(read_odt(Package(content, LIMITS))))


def body_text(body, **parts):
    return text_of(as_odt(body, **parts))


def p(text, style=""):
    return f'<text:p text:style-name="{style}">{text}</text:p>'


def span(text, style):
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_file_of_odfdo_is_read():
    document = Document("text")
    document.body.clear()
    document.body.append(Paragraph("Zażółć gęślą jaźń"))
    document.meta.title = "Tytuł w opisie"
    file = io.BytesIO()
    document.save(file)
    assert text_of(file.getvalue()) == "Zażółć gęślą jaźń"


def test_headings_paragraphs_and_blanks_are_read():
    body = (
        "<text:h>Rozdział 1</text:h>"
        + p("raz<text:s text:c='3'/>dwa<text:tab/>trzy<text:line-break/>cztery")
        + p(f"Zada{span('nie', 'T9')}")
    )
    assert body_text(body) == "Rozdział 1 raz dwa trzy cztery Zadanie"


def test_cells_and_lists_are_read():
    table = (
        "<table:table><table:table-row><table:table-cell>"
        f"{p('Lp.')}</table:table-cell><table:table-cell>{p('Zadanie')}"
        "</table:table-cell></table:table-row></table:table>"
    )
    items = f"<text:list><text:list-item>{p('punkt')}</text:list-item></text:list>"
    assert body_text(table + items) == "Lp. Zadanie punkt"


def test_changes_are_read_as_accepted():
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"<office:change-info/>{p('maj')}</text:deletion></text:changed-region>"
        "</text:tracked-changes>"
    )
    line = p(
        "Termin: <text:change text:change-id='c1'/>"
        "<text:change-start text:change-id='c2'/>czerwiec"
        "<text:change-end text:change-id='c2'/>"
    )
    assert body_text(changes + line) == "Termin: czerwiec"


def test_remarks_are_left_out():
    remark = f"<office:annotation>{p('uwaga')}</office:annotation>"
    assert body_text(p(f"treść{remark} dalej<office:annotation-end/>")) == "treść dalej"


def test_note_tears_no_word_and_its_number_is_left_out():
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        f"<text:note-body>{p('przypis')}</text:note-body></text:note>"
    )
    assert body_text(p(f"słowo{note} dalej")) == "przypis słowo dalej"


def test_box_is_read_and_descriptions_of_pictures_are_not():
    box = (
        "<draw:frame><svg:title>obraz</svg:title><svg:desc>opis</svg:desc>"
        f"<draw:text-box>{p('Ramka')}</draw:text-box></draw:frame>"
    )
    title = "<text:title>Tytuł z pola</text:title>"
    assert body_text(p(f"Orga{box}nizacja {title}")) == "Ramka Organizacja Tytuł z pola"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (p(f"a{span('x', 'T1')}b"), "ab"),
        (p(f"a{span('x', 'T1x')}b"), "axb"),
        (p("x", "P1"), ""),
        (p("x", "P2"), ""),
        (p("x", "P3"), "x"),
        # The name is that of a style of another family.
        (p("x", "T1"), "x"),
    ],
)
def test_styles_hide_text(line, text):
    assert body_text(line, styles=_HIDDEN) == text


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('text:display="none"', "b"),
        ('text:display="condition" text:is-hidden="true"', "b"),
        ('text:display="condition"', "x b"),
    ],
)
def test_hidden_sections_are_left_out(attributes, text):
    section = f"<text:section {attributes}>{p('x')}</text:section>"
    assert body_text(section + p("b")) == text


@pytest.mark.parametrize("field", ["hidden-text", "hidden-paragraph"])
def test_hidden_fields_are_left_out(field):
    hidden = f'<text:{field} text:is-hidden="true">tajne</text:{field}>'
    shown = f"<text:{field}>jawne</text:{field}>"
    text = body_text(p(f"raz {hidden}") + p(f"dwa {shown}"))
    assert text == ("raz dwa jawne" if field == "hidden-text" else "dwa jawne")


def test_margins_are_read_once_and_hidden_ones_are_not():
    styles = open_document(
        "styles",
        f"<office:automatic-styles>{_HIDDEN}</office:automatic-styles>"
        "<office:master-styles><style:master-page>"
        f"<style:header>{p('Urząd Miasta')}{p('x', 'P1')}</style:header>"
        f"<style:footer style:display='false'>{p('stary')}</style:footer>"
        "</style:master-page><style:master-page>"
        f"<style:header>{p('Urząd Miasta')}</style:header></style:master-page>"
        "</office:master-styles>",
    )
    text = body_text(p("treść"), **{"styles.xml": styles})
    assert text == "treść Urząd Miasta"


def test_metadata_are_left_out():
    meta = open_document("meta", "<dc:creator xmlns:dc='d'>Jan Autor</dc:creator>")
    assert body_text(p("treść"), **{"meta.xml": meta}) == "treść"


def test_file_closed_with_a_password_is_refused():
    manifest = (
        "<m:manifest xmlns:m='m'><m:file-entry><m:encryption-data/></m:file-entry>"
        "</m:manifest>"
    )
    content = as_odt(p("x"), **{"META-INF/manifest.xml": manifest})
    assert refused(read_odt, Package(content, LIMITS)) == "encrypted"


@pytest.mark.parametrize(
    ("mimetype", "code"),
    [
        (ODT_TYPE, None),
        (f"{ODT_TYPE}-template", None),
        ("application/vnd.oasis.opendocument.spreadsheet", "not_readable"),
        ("", "not_readable"),
    ],
)
def test_type_decides_whether_it_is_text(mimetype, code):
    content = as_odt(p("x"), mimetype=mimetype)
    assert refused(read_odt, Package(content, LIMITS)) == code


def test_package_without_content_is_not_read():
    content = zipped({"mimetype": ODT_TYPE})
    assert refused(read_odt, Package(content, LIMITS)) == "not_readable"


def test_package_without_its_type_is_read():
    content = open_document("content", f"<office:body>{p('treść')}</office:body>")
    assert text_of(zipped({"content.xml": content})) == "treść"
