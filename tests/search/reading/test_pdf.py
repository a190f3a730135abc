import re
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from search.reading import pdf
from search.reading.cleaning import clean
from search.reading.extracting import extract
from search.reading.kinds import Kind
from search.reading.limits import LIMITS, Limits
from search.reading.pdf import read_pdf

from .files import GOOD, as_pdf, page, pdf_of, refused, stream

PANGRAM = "Zażółć gęślą jaźń, ŁÓDŹ ŻĄDA"


def text_of(content, limits=LIMITS):
    return clean("".join(read_pdf(content, limits)), has_broken_lines=True)


def code_of(content, limits=LIMITS):
    return refused(read_pdf, content, limits)


def encrypted(password):
    writer = PdfWriter(clone_from=PdfReader(BytesIO(GOOD["pdf"])))
    writer.encrypt(password, "wlasciciel", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_letters_by_their_names_are_read():
    content = as_pdf(page("Zażółć gęślą jaźń"))
    assert text_of(content) == "Zażółć gęślą jaźń"


def test_letters_by_a_map_to_unicode_are_read():
    letters = sorted(set(PANGRAM))
    codes = {letter: at for at, letter in enumerate(letters, start=1)}
    pairs = "\n".join(f"<{at:04x}> <{ord(x):04x}>" for x, at in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange"
        f"\n<0000> <ffff>\nendcodespacerange\n{len(codes)} beginbfchar\n{pairs}\n"
        "endbfchar endcmap end"
    )
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Serif /Encoding /Identity-H"
        b" /ToUnicode 4 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2"
        b" /BaseFont /Serif /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        b" /Supplement 0 >> >>] >>"
    )
    shown = "".join(f"{codes[letter]:04x}" for letter in PANGRAM)
    content = f"BT /F1 12 Tf 72 800 Td <{shown}> Tj ET".encode()
    assert (
        text_of(as_pdf(content, font=font, others=[stream(cmap.encode())])) == PANGRAM
    )


def test_ligatures_are_their_letters():
    content = b"BT /F1 12 Tf 72 800 Td (o\x01ara re\x02eks) Tj ET"
    assert text_of(as_pdf(content)) == "ofiara refleks"


def test_pages_come_in_their_order():
    content = as_pdf(page("raz"), page("dwa"), page("trzy"))
    assert text_of(content) == "raz dwa trzy"


def test_pages_past_the_limit_are_left_unread():
    content = as_pdf(page("raz"), page("dwa"), page("trzy"))
    assert text_of(content, Limits(pages=2)) == "raz dwa"


def test_broken_directory_is_made_up_for():
    content = as_pdf(page("Statut stowarzyszenia"))
    elsewhere = content.replace(b"startxref\n", b"startxref\n9")
    assert text_of(elsewhere) == "Statut stowarzyszenia"
    moved = re.sub(rb"\d{10} 00000 n", b"0000000077 00000 n", content)
    assert text_of(moved) == "Statut stowarzyszenia"


def test_file_that_was_cut_off_is_damaged():
    content = as_pdf(page("Statut stowarzyszenia"))
    assert code_of(content[: content.index(b"trailer")]) == "damaged"


def test_bytes_before_the_mark_are_passed_over():
    assert "środowiska" in text_of(b"\r\nHTTP header\r\n" + GOOD["pdf"])


def test_file_closed_to_changes_only_is_read():
    assert text_of(encrypted("")) == "Zebranie w sprawie środowiska."


def test_file_closed_with_a_password_is_refused():
    assert code_of(encrypted("haslo")) == "encrypted"


def test_encryption_that_is_not_known_is_refused():
    content = GOOD["pdf"].replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Other /V 9 >>"
    )
    assert code_of(content) == "encrypted"


def test_page_that_is_broken_is_passed_over():
    content = as_pdf(page("raz"), page("dwa"), page("trzy"))
    packed = stream(page("dwa"))
    broken = content.replace(packed, packed.replace(b"/FlateDecode", b"/NoSuchCode"))
    assert broken != pdf
    assert text_of(broken) == "raz trzy"


def test_scan_is_no_error_of_the_file():
    assert code_of(as_pdf(b"q Q")) is None
    assert text_of(as_pdf(b"q Q")) == ""


def test_stream_that_unpacks_to_too_much_is_too_large():
    content = as_pdf(b" " * 2_000_000 + page("raz"))
    assert code_of(content, Limits(unpacked=1_000_000)) == "too_large"
    assert text_of(content) == "raz"


def test_page_of_too_many_operations_is_passed_over(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_OPERATIONS", 1_000)
    content = b"BT /F1 12 Tf " + b"(a) Tj " * 1_000 + b"ET"
    assert text_of(as_pdf(content, page("Legenda mapy"))) == "Legenda mapy"
    assert code_of(as_pdf(content)) == "too_large"


def test_pages_in_a_circle_are_refused():
    content = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Pages /Count 1 /Kids [2 0 R] /Parent 2 0 R >>",
        ]
    )
    assert code_of(content) in {"damaged", "too_large"}


def test_deep_tree_of_pages_is_refused():
    nodes = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (at + 1) for at in range(2, 900)
    ]
    content = pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes])
    assert code_of(content) in {"damaged", "too_large"}


def test_forms_that_call_one_another_end():
    form = (
        b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]"
        b" /Resources << /XObject << /X %d 0 R >> /Font << /F1 3 0 R >> >>"
    )
    content = pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>",
            stream(page("raz") + b" /X Do"),
            stream(page("dwa") + b" /X Do", entries=form % 7),
            stream(page("trzy") + b" /X Do", entries=form % 6),
        ]
    )
    assert "raz" in text_of(content)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_spoiled_file_gives_text_or_a_code(data):
    content = bytearray(GOOD["pdf"])
    for _time in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    written = []
    code = extract(bytes(content), Kind.PDF, LIMITS, written.append)
    assert code in {None, "damaged", "encrypted", "too_large"}
    assert all(isinstance(piece, str) for piece in written)


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-" * 999])
def test_mark_alone_is_damaged(content):
    assert code_of(content) == "damaged"
