"""The whole way from a file to its text, through the child process."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.reading import READABLE, Limits, UnreadableError, read_text

from .files import GOOD, as_docx, as_pdf, page, paragraph

# The first bytes by which a file is taken for one of a kind.
_MARKS = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"{\\rtf1", b"\xff\xfe", b"BM")


def code_of(content, filename, **limits):
    with pytest.raises(UnreadableError) as caught:
        read_text(content, filename, limits=Limits(**limits))
    return caught.value.code


@pytest.mark.parametrize("extension", sorted(READABLE - {"csv"}))
def test_each_kind_is_read(extension):
    text = read_text(GOOD[extension], f"Uchwała.{extension.upper()}")
    assert text == "Zebranie w sprawie środowiska."


def test_list_is_read_on_one_line():
    assert read_text(GOOD["csv"], "a.csv") == "Nazwa;Miasto Fundacja Most;Łódź"


@pytest.mark.parametrize("extension", ["docx", "odt", "pdf", "rtf"])
@pytest.mark.parametrize("name", ["plik.txt", "plik.pdf", "plik.docx"])
def test_content_decides_what_a_renamed_file_is(extension, name):
    assert read_text(GOOD[extension], name) == "Zebranie w sprawie środowiska."


@pytest.mark.parametrize("name", ["plik.exe", "plik.jpg", "plik", ".pdf", "", "pdf"])
def test_other_names_are_not_read(name):
    assert code_of(GOOD["pdf"], name) == "not_readable"


@pytest.mark.parametrize("extension", sorted(READABLE))
def test_blank_files_have_no_text(extension):
    assert code_of(b"", f"plik.{extension}") == "no_text"
    assert code_of(b" \r\n\t", f"plik.{extension}") == "no_text"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (as_pdf(b"q 595 0 0 842 0 0 cm Q"), "skan.pdf"),
        (as_pdf(page("", " - ")), "skan.pdf"),
        (as_docx("<w:p/>"), "pusty.docx"),
        (b"... --- ...\n", "kreski.txt"),
    ],
)
def test_file_without_letters_has_no_text(content, name):
    assert code_of(content, name) == "no_text"


def test_file_past_the_size_is_refused():
    assert code_of(GOOD["txt"], "a.txt", size=10) == "too_large"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"raz dwa trzy", "a.txt"),
        (as_pdf(page("raz dwa"), page("trzy cztery")), "a.pdf"),
        (as_docx(paragraph("raz dwa") + paragraph("trzy cztery")), "a.docx"),
    ],
)
def test_long_text_is_cut_at_the_end_of_a_word(content, name):
    assert read_text(content, name, limits=Limits(characters=10)) == "raz dwa"


def test_words_broken_at_the_end_of_a_line_are_joined():
    pdf = as_pdf(page("Nowa orga-", "nizacja z Bielska-", "Białej"))
    assert read_text(pdf, "a.pdf") == "Nowa organizacja z Bielska-Białej"
    assert read_text(b"orga-\nnizacja", "a.txt") == "organizacja"
    assert read_text(b"a-\nb", "a.csv") == "a- b"


@pytest.mark.parametrize("extension", ["docx", "odt", "pdf"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_file_that_was_cut_off_is_refused(extension, share):
    content = GOOD[extension]
    cut = content[: int(len(content) * share)]
    assert code_of(cut, f"a.{extension}") == "damaged"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(_MARKS), st.binary(max_size=400), st.sampled_from(sorted(READABLE))
)
def test_any_bytes_give_text_or_a_refusal(mark, content, extension):
    try:
        text = read_text(mark + content, f"plik.{extension}")
    except UnreadableError:
        return
    assert any(map(str.isalnum, text))
    assert text == " ".join(text.split())
    assert "\0" not in text
    text.encode()
