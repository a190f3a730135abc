"""Papers as Word files: what Word, a screen reader and a clerk find in them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Length
from lxml import etree

from pages.papers.writing.cells import WIDTHS
from tests.factories.snippets import OrganisationFactory

PAPERS = ("table", "protocol", "paragraph")


@pytest.fixture
def docx(written):
    return lambda **values: Document(BytesIO(written("docx", **values)))


def comments_in(document):
    """Return the table of comments, which is the last."""
    return document.tables[-1]._tbl


def rows_of(document):
    """Return the texts of the cells of the table of comments."""
    return [
        ["\n".join(lines_of(cell)) for cell in row.iter(qn("w:tc"))]
        for row in comments_in(document).iter(qn("w:tr"))
    ]


def lines_of(cell):
    for paragraph in cell.iter(qn("w:p")):
        parts = paragraph.iter(qn("w:t"), qn("w:br"))
        yield "".join("\n" if p.tag == qn("w:br") else p.text or "" for p in parts)


def has(row, mark):
    return row.find(f"{qn('w:trPr')}/{qn(mark)}") is not None


def all_text(document):
    return "\n".join(t.text or "" for t in document.element.iter(qn("w:t")))


class TestFile:
    @pytest.mark.parametrize("paper", PAPERS)
    @pytest.mark.parametrize(("language", "word"), [("pl", "pl-PL"), ("uk", "uk-UA")])
    def test_it_says_what_it_is_and_in_which_language(
        self, say, docx, paper, language, word
    ):
        say()

        document = docx(paper=paper, language=language)
        about = document.core_properties

        assert about.title == document.paragraphs[0].text
        assert document.paragraphs[0].style.name == "Heading 1"
        assert about.language == word
        assert about.author
        assert not about.comments
        languages = {
            element.get(qn("w:val"))
            for element in document.styles.element.iter(qn("w:lang"))
        }
        assert languages == {word}

    @pytest.mark.parametrize("paper", PAPERS)
    def test_every_part_is_xml_once_and_pages_are_numbered(self, say, written, paper):
        say()

        with ZipFile(BytesIO(written("docx", paper=paper))) as package:
            names = package.namelist()
            for name in names:
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))
            footers = [package.read(name) for name in names if "word/footer" in name]
            body = package.read("word/document.xml")

        assert len(names) == len(set(names))
        assert any(b'"PAGE"' in footer for footer in footers)
        assert any(b'"NUMPAGES"' in footer for footer in footers)
        assert b"commentsTable" not in body


class TestTable:
    def test_header_row_is_marked_and_repeated_and_pages_lie(self, say, docx):
        say()

        document = docx()
        header, row = comments_in(document).iter(qn("w:tr"))

        assert has(header, "w:tblHeader")
        assert not has(row, "w:tblHeader")
        assert comments_in(document).find(f".//{qn('w:tblCaption')}") is not None
        (page,) = document.sections
        assert page.page_width > page.page_height
        grid = [int(c.get(qn("w:w"))) for c in document.element.iter(qn("w:gridCol"))]
        assert len(grid) == len(WIDTHS)
        room = Length(page.page_width - page.left_margin - page.right_margin)
        assert sum(grid) <= room.twips + 2

    def test_every_field_of_a_comment_is_in_it(self, full_comment, english_label, docx):
        _header, row = rows_of(docx())

        expected = [
            ("1",),
            (full_comment.code, "on paper", "after the last day"),
            ("Łąka",),
            (english_label, "Zadania", "Wersja 3", "wspieranie sąsiadów"),
            ("Tekst uwagi.", "Nowe brzmienie.", "Tak trzeba."),
            ("not accepted", "Zadanie powiatu."),
            (),
        ]
        for cell, words in zip(row, expected, strict=True):
            assert all(word in cell for word in words)

    def test_only_long_rows_may_split(self, say, docx):
        say()
        say(text="długo " * 500)

        _header, short, long = comments_in(docx()).iter(qn("w:tr"))

        assert has(short, "w:cantSplit")
        assert not has(long, "w:cantSplit")

    def test_lines_stay_and_control_characters_go(self, say, docx):
        say(text="a\x01b\x0b\x1f\r\n\r\nc <w:p>&amp; 👩‍👩‍👧‍👦 漢\uffff")

        _header, row = rows_of(docx())

        assert row[4].endswith("ab\n\nc <w:p>&amp; 👩‍👩‍👧‍👦 漢")

    def test_longest_comment_is_whole(self, say, docx):
        text = ("Długa uwaga 😀👍🏽 \n" * 2000)[:19_999] + "!"
        say(text=text)

        assert rows_of(docx())[1][4].endswith(text)

    def test_contacts_are_told_only_when_asked_for(self, say, docx):
        say(name="Jan Skryty", email="jan@example.org")

        for paper in ("table", "protocol"):
            assert "Skryty" not in all_text(docx(paper=paper))
            assert "jan@example.org" not in all_text(docx(paper=paper))
        told = all_text(docx(with_contacts=True))
        assert "Skryty" in told
        assert "jan@example.org" in told

    def test_progress_is_told(self, say, written):
        say()
        say()
        told = []

        written("docx", progress=told.append)

        assert told == [2]


class TestProtocol:
    def test_it_stands_and_its_table_lies(self, say, docx):
        say(on_behalf="organisation", organisation=OrganisationFactory(name="Łąka"))

        document = docx(paper="protocol")
        first, last = document.sections

        assert first.page_height > first.page_width
        assert last.page_width > last.page_height
        headings = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
        assert len(headings) == 9
        assert headings[-1] == "Annex: table of comments"
        assert all(has(table.rows[0]._tr, "w:tblHeader") for table in document.tables)
        assert "Łąka" in all_text(document)
        assert all_text(document).count("name and surname, post") == 3

    def test_address_of_the_version_is_a_link(self, here, say, docx):
        document = docx(paper="protocol")

        (link,) = document.element.iter(qn("w:hyperlink"))
        target = document.part.rels[link.get(qn("r:id"))].target_ref
        assert target == here.draft.full_url

    @pytest.mark.parametrize("paper", PAPERS)
    def test_paper_of_no_comments_says_so(self, docx, paper):
        document = docx(paper=paper)

        assert "No comments came" in all_text(document)
        assert not document.tables
        assert len(document.sections) == 1
