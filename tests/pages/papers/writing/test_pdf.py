"""Papers as PDF: tagged for screen readers, and whole whatever somebody wrote."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.papers.protocol import Fact, Section, Tally
from pages.papers.writing.cells import WIDTHS
from pages.papers.writing.glyphs import printable
from pages.papers.writing.layout import Layout
from pages.papers.writing.pdf import compile_pdf
from tests.factories.snippets import OrganisationFactory

from .tagged import elements, marks_of_texts, open_pdf, tags

PAPERS = ("table", "protocol", "paragraph")
COLUMNS = len(WIDTHS)


def text_of(reader):
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def layout(**values):
    values = {"title": "T", "subtitle": "S", "language": "pl", "author": "A", **values}
    return Layout(page="%(page)s / %(pages)s", **values)


def row_of(text):
    cells = [[["", "1", False]]] * (COLUMNS - 1)
    return {"together": False, "cells": [*cells, [["x", printable(text), True]]]}


@pytest.fixture
def pdf(written):
    return lambda **values: open_pdf(written("pdf", **values))


class TestTags:
    @pytest.mark.parametrize("paper", PAPERS)
    @pytest.mark.parametrize("language", ["pl", "uk"])
    def test_file_says_what_it_is(self, say, pdf, paper, language):
        say()

        reader = pdf(paper=paper, language=language)
        root = reader.trailer["/Root"]
        about = root["/Metadata"].get_object().get_data().decode()

        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"] == language
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata.title
        assert f">{reader.metadata.title}</rdf:li>" in about
        assert "<pdfuaid:part>1</pdfuaid:part>" in about
        assert tags(reader)["H1"] == 1

    def test_table_has_a_header_for_each_column_and_a_row_for_each_comment(
        self, say, pdf
    ):
        for _time in range(40):
            say(text="Uwaga " * 60)

        reader = pdf()
        found = tags(reader)

        assert len(reader.pages) > 3
        assert (found["Table"], found["THead"], found["TBody"]) == (1, 1, 1)
        assert found["TR"] == 41
        assert found["TH"] == COLUMNS
        assert found["TD"] == 40 * COLUMNS
        heads = [node for node in elements(reader) if node["/S"] == "/TH"]
        scopes = [
            attributes["/Scope"]
            for node in heads
            for attributes in node["/A"]
            if "/Scope" in attributes
        ]
        assert scopes == ["/Column"] * COLUMNS

    def test_header_is_repeated_on_each_page_and_pages_lie(self, say, pdf):
        for _time in range(40):
            say(text="Uwaga " * 60)

        for page in pdf().pages:
            assert page.mediabox.width > page.mediabox.height
            assert "Official answer" in page.extract_text()

    def test_protocol_stands_and_its_table_lies(self, say, pdf):
        say(on_behalf="organisation", organisation=OrganisationFactory())

        reader = pdf(paper="protocol")
        found = tags(reader)
        sizes = [page.mediabox.width < page.mediabox.height for page in reader.pages]

        assert sizes[0]
        assert not sizes[-1]
        assert found["H2"] == 9
        assert found["TH"] == 4 * 2 + COLUMNS
        assert found["LI"] > 0
        assert found["Link"] == 1

    @pytest.mark.parametrize("paper", PAPERS)
    def test_all_text_is_tagged_but_for_the_page_number(self, say, pdf, paper):
        for _time in range(20):
            say(text="Uwaga " * 60)

        for page in pdf(paper=paper).pages:
            marks = marks_of_texts(page)

            assert None not in marks
            assert "/Artifact" in marks
            assert set(marks) - {"/Artifact"}

    def test_signature_lines_are_named(self, pdf):
        assert text_of(pdf(paper="protocol")).count("name and surname, post") == 3


class TestWhatIsTold:
    def test_every_field_of_a_comment_is_in_the_table(
        self, full_comment, english_label, pdf
    ):
        text = text_of(pdf())

        for words in (
            *(full_comment.code, "on paper", "Łąka", english_label),
            *("Zadania", "Wersja 3"),
            *("wspieranie sąsiadów", "Tekst uwagi.", "Nowe brzmienie.", "Tak trzeba."),
            *("not accepted", "Zadanie powiatu.", "after the last day"),
        ):
            assert words in text

    @pytest.mark.parametrize("paper", PAPERS)
    def test_paper_of_no_comments_says_so(self, pdf, paper):
        reader = pdf(paper=paper)

        assert "No comments came" in text_of(reader)
        assert tags(reader)["Table"] == 0
        assert len(reader.pages) <= 2

    def test_contacts_are_told_only_when_asked_for(self, say, pdf):
        say(name="Jan Skryty", email="jan@example.org")

        assert "Skryty" not in text_of(pdf())
        assert "jan@example.org" not in text_of(pdf())
        told = text_of(pdf(with_contacts=True))
        assert "Skryty" in told
        assert "jan@example.org" in told

    def test_markup_in_a_comment_is_text(self, say, pdf):
        markup = '#read("/etc/hostname") *b* $x$ <a> @ref // \\ #panic() "]'
        say(text=markup)

        assert re.sub(r"\W", "", markup) in re.sub(r"\W", "", text_of(pdf()))

    def test_longest_comment_goes_on_over_pages(self, say, pdf):
        words = ("Długa uwaga 😀👍🏽 漢 \x07\n" * 1200)[:19_000]
        say(text=words + "x" * 990 + " KONIEC")

        reader = pdf()

        assert len(reader.pages) > 5
        assert "KONIEC" in text_of(reader)
        assert tags(reader)["TR"] == 2
        assert "[U+6F22]" in text_of(reader).replace("\u200b", "")


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_becomes_a_pdf(text):
    section = Section(
        heading=text,
        facts=[Fact(text, text), Fact("x", text, "https://example.org/")],
        sentences=[text],
        items=[text],
        tallies=[Tally((text, text), [(text, 1)])],
    )
    paper = layout(sections=[section], signatures=[text], table="T")

    assert compile_pdf(paper, [row_of(text)]).startswith(b"%PDF")


@pytest.mark.parametrize(
    "text",
    [
        "\u200d",
        "\ufe0f",
        "\u0301",
        "🏽",
        "🇵",
        "\U000e0067",
        "a\u200d👧",
        "\u0301😀\u20e3",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "e\u0301\u0323\u0489",
        "𝒳\u0301",
        "\xad\xad",
        "\n\n",
        "سل\u064eام",
    ],
)
def test_marks_and_joiners_alone_become_a_pdf(text):
    paper = layout(sections=[Section(sentences=[text])])

    assert compile_pdf(paper, []).startswith(b"%PDF")


def test_thousand_comments_take_seconds():
    rows = [row_of("Uwaga o programie i o zadaniach. " * 25) for _time in range(1000)]

    began = time.perf_counter()
    compile_pdf(layout(table="T"), rows)

    assert time.perf_counter() - began < 20
