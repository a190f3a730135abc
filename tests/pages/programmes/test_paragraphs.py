import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.programmes.paragraphs import Paragraph, split_paragraphs

LABELS = [
    ("29. wspieranie", "29", "wspieranie"),
    ("ust. 29 wspieranie", "29", "wspieranie"),
    ("ust. 29. wspieranie", "29", "wspieranie"),
    ("3a) wspieranie", "3a", "wspieranie"),
    ("3A. wspieranie", "3a", "wspieranie"),
    ("§ 7. Zasady", "7", "Zasady"),
    ("§7 Zasady", "7", "Zasady"),
    ("1) raz", "1", "raz"),
    ("b) dwa", "b", "dwa"),
    ("pkt 4 cztery", "4", "cztery"),
    ("lit. c) trzy", "c", "trzy"),
    ("art. 5a. ustawy", "5a", "ustawy"),
    ("• 4. z kropką", "4", "z kropką"),
]
NO_LABELS = [
    "2026 r. to rok programu",
    "12.05.2026 odbyło się spotkanie",
    "1,5 mln zł na kulturę",
    "o współpracy z organizacjami",
    "-5 stopni",
    "a w szczególności",
    "w 2026.",
    "30%",
]


@pytest.mark.parametrize(("line", "label", "text"), LABELS)
def test_number_in_front_is_a_label(line, label, text):
    assert split_paragraphs(line) == [Paragraph(text, label)]


@pytest.mark.parametrize("line", NO_LABELS)
def test_other_beginnings_are_text(line):
    assert split_paragraphs(line) == [Paragraph(line)]


def test_number_alone_in_a_line_is_that_of_the_next_paragraph():
    assert split_paragraphs("§ 7.\n\nZasady\nToryzm") == [
        Paragraph("Zasady", "7"),
        Paragraph("Toryzm"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "• raz",
        "·\xa0\xa0\xa0 raz",
        "- raz",
        "– raz",
        "* raz",
        "\uf0b7\traz",
        "o\traz",
        "▪raz",
    ],
)
def test_bullets_are_taken_away(line):
    assert split_paragraphs(line) == [Paragraph("raz")]


def test_what_is_not_seen_is_put_right():
    text = "\ufeffwspie\u00adranie\xa0lo\u0301dzi\u200b\x00\r\nz\x0bdwóch\tlinii\u2029"

    assert split_paragraphs(text) == [
        Paragraph("wspieranie lódzi"),
        Paragraph("z dwóch linii"),
    ]


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<style><!-- p.MsoNormal {margin:0cm;} --></style><title>Program</title></head>
<body lang=PL><!--StartFragment-->
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>28.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span><![endif]>wspieranie <b>działań</b> &bdquo;Razem&rdquo;
i&nbsp;innych<o:p></o:p></p>
<P>R&amp;D &lt;b&gt; 5 &lt; 7</P><br/><ul><li>punkt</ul>
<table><tr><td>komórka</td></tr></table><!--EndFragment--></body></html>"""


def test_html_of_word_is_cleaned():
    assert split_paragraphs(WORD) == [
        Paragraph("wspieranie działań „Razem” i innych", "28"),
        Paragraph("R&D <b> 5 < 7"),
        Paragraph("punkt"),
        Paragraph("komórka"),
    ]


def test_text_that_is_no_html_keeps_its_signs():
    text = "jeśli a < b i c > d, <imię i nazwisko>"

    assert split_paragraphs(text) == [Paragraph(text)]


def test_script_leaves_nothing():
    assert split_paragraphs("<script>alert(1)</script><p>a</p>") == [Paragraph("a")]


def test_empty_text_has_no_paragraphs():
    assert split_paragraphs("") == split_paragraphs(" \n\xa0\n• \n") == []


@given(st.text())
def test_any_text_is_taken_and_paragraphs_are_clean(text):
    for paragraph in split_paragraphs(text):
        assert paragraph.text == " ".join(paragraph.text.split())
        assert paragraph.text


@given(st.text(alphabet="<>/!-pbo:&;[] \n=\"'stylehad§.1)•"))
def test_any_tags_are_taken(text):
    assert split_paragraphs(text) == split_paragraphs(text)


HARD = ["<!--", "<p ", "<", "<style>", "<p>", "&", "&lt", "1. ", "- ", "<![", "<a:"]


@pytest.mark.parametrize("piece", HARD)
def test_a_megabyte_of_anything_is_split_in_time(piece):
    text = piece * (1_000_000 // len(piece))
    start = time.perf_counter()

    split_paragraphs(text)

    assert time.perf_counter() - start < 5
