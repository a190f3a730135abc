import pytest

from snippets.importing.reading import UnreadableError, open_book

from .files import as_xlsx, compound, unzipped, zipped

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10\x00\x00\x00\x10\x08\x06"
HTML = "<html><body><table><tr><td>Nazwa</td></tr></table></body></html>"


def refusal_of(content, name="lista.xlsx"):
    with pytest.raises(UnreadableError) as caught:
        open_book(content, name)
    return caught.value.note


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PNG, "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + b"\x00" * 50, "JPG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"%PDF-1.4\n1 0 obj\n", "PDF"),
        (b"{\\rtf1\\ansi Nazwa}", "RTF"),
        (b'{"name": "Most"}', "JSON"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03" + b"\x00" * 20, "GZ"),
        (zipped({"word/document.xml": "<a/>"}), "DOCX"),
        (zipped({"ppt/presentation.xml": "<a/>"}), "PPTX"),
        (zipped({"lista.csv": "a;b"}), "ZIP"),
        (zipped({"lista.xlsx": as_xlsx([["a"]])}), "ZIP"),
        (
            zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": "<a/>",
                }
            ),
            "ODT",
        ),
        (compound({"WordDocument": b"x"}), "DOC"),
        (compound({"Notes": b"x"}), "OLE"),
    ],
)
def test_file_of_another_kind_is_refused_by_its_content(content, kind):
    note = refusal_of(content)

    assert note.code == "not_a_list"
    assert note.params == {"kind": kind, "file": "lista.xlsx"}


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HTML.encode(), "HTML"),
        (f"<!DOCTYPE html>\n{HTML}".encode(), "HTML"),
        (f'<?xml version="1.0"?>\n{HTML}'.encode(), "HTML"),
        (HTML.encode("utf-16"), "HTML"),
        (b"\n <table><tr><td>Nazwa</td></tr></table>", "HTML"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"),
        (b'<?xml version="1.0"?><office:document x="y">', "FODS"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:x">', "XML"),
        (zipped({"xl/workbook.bin": b"x"}), "XLSB"),
        (zipped({"Index/Document.iwa": b"x"}), "NUMBERS"),
        (
            zipped({**unzipped(as_xlsx([["a"]])), "xl/vbaProject.bin": b"x"}),
            "XLSM",
        ),
    ],
)
def test_list_in_another_format_is_to_be_saved_again(content, kind):
    note = refusal_of(content, "lista.xls")

    assert note.code == "save_as_xlsx"
    assert note.params["kind"] == kind


def test_name_that_begins_like_a_picture_is_text():
    book = open_book(b"BMX Klub;Miasto\nMZK;Bia\xb3ystok\n", "lista.csv")

    assert book.kind == "csv"


def test_bytes_that_are_no_text_are_refused():
    assert refusal_of(bytes(range(1, 32)) * 40).code == "not_text"
