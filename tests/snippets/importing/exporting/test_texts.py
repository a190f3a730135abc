import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from snippets.importing.exporting.texts import plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pierwszy\r\ndrugi\rtrzeci\n", "Pierwszy\ndrugi\ntrzeci"),
        ("a\x00b\x1bc\ufffe", "abc"),
        ("\t=1+1 ", "=1+1"),
        ("ul. „Długa” 1", "ul. „Długa” 1"),
    ],
)
def test_text_without_control_characters(text, expected):
    assert plain(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_every_text_can_be_written_as_xml(text):
    element = etree.Element("p")
    element.text = plain(text)
    assert etree.fromstring(etree.tostring(element)).text in (plain(text), None)
