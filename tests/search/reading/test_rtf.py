import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.reading.cleaning import clean
from search.reading.rtf import read_rtf


def text_of(body, head=r"\ansi\ansicpg1250"):
    content = rf"{{\rtf1{head} {body}}}".encode("cp1250")
    return clean("".join(read_rtf(content)))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Za\'bf\'f3\'b3\'e6", "Zażółć"),
        ("Zażółć", "Zażółć"),
        (r"\u321?\u243?d\u378?", "Łódź"),
        (r"\uc2\u321\'a3\'a3\uc1\u243 od\uc0\u378 .", "Łódź."),
        (r"\u-10179?\u-8704?", "😀"),
        (
            r"raz\par dwa\tab trzy\line cztery\cell pi\u281e\'e6",
            "raz dwa trzy cztery pięć",
        ),
        ("orga\nniza\r\ncja", "organizacja"),
        (r"\{a\}\\ b\~c\_d\-e", r"{a}\ b c-de"),
        (r"\ldblquote a\rdblquote  \endash  b", "“a” – b"),
        (r"{\b gruby}{\i0 zwykły}", "grubyzwykły"),
    ],
)
def test_letters_and_lines_are_read(body, text):
    assert text_of(body) == text


@pytest.mark.parametrize(
    "left_out",
    [
        r"{\info{\author Jan Autor}{\title Tytuł}}",
        r"{\*\annotation uwaga}",
        r"{\*\nieznane {\b też} nie}",
        r"{\stylesheet{\s1 heading 1;}}",
        r"{\colortbl;\red0\green0\blue0;}",
        r"{\pict\wmetafile8 0102ff}",
        r"{\pict\bin5 }}{{\ }",
        r"{\field{\*\fldinst PAGE}{\fldrslt }}",
        r"{\v tajne}",
        r"\v tajne\v0 ",
        r"{\deleted skreślone}",
        r"{\sp{\sn nazwa}{\sv wartość}}",
    ],
)
def test_hidden_text_and_all_around_the_text_is_left_out(left_out):
    assert text_of(f"raz{left_out}dwa") == "razdwa"


def test_boxes_and_notes_are_read():
    box = r"{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt Ramka\par}}}"
    assert text_of(rf"raz\par{box}{{\footnote przypis}}") == "raz Ramka przypis"


def test_page_of_a_font_decides_about_bytes():
    fonts = (
        r"{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}"
        r"{\f2\fcharset204 Arial Cyr;}}"
    )
    body = rf"{fonts}\f0 \'b9\f1 \'b9{{\f2 \'e6}}\'b3\plain \'b9"
    assert text_of(body, head=r"\ansi\ansicpg1252") == "¹ążł¹".replace("ż", "ж")


def test_page_that_is_not_known_is_passed_over():
    assert text_of(r"\'e9", head=r"\ansi\ansicpg99999") == "é"


@given(st.text(st.sampled_from("{}\\*'u0123 fv\nabc;bin-")))
def test_any_text_is_read(body):
    text = "".join(read_rtf(b"{\\rtf1 " + body.encode()))
    text.encode()


def test_deep_groups_are_gone_through():
    assert text_of("{" * 50_000 + "a" + "}" * 50_000) == "a"
