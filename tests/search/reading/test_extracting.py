import pytest

from search.reading.extracting import extract
from search.reading.kinds import Kind
from search.reading.limits import Limits

from .files import GOOD, as_docx, as_odt, docx_parts, paragraph, zipped


def extracted(content, kind=Kind.PACKAGE, **limits):
    written = []
    code = extract(content, kind, Limits(**limits), written.append)
    return code, "".join(written)


def test_package_is_read_by_its_kind():
    for extension in ("docx", "odt"):
        code, text = extracted(GOOD[extension])
        assert (code, text.strip()) == (None, "Zebranie w sprawie środowiska.")


def test_reading_stops_at_the_limit_of_characters():
    many = as_docx(paragraph("a   b") * 100)
    assert extracted(many, characters=10) == (None, "a b\na b\na ")


def test_rest_of_a_file_past_the_limit_is_not_looked_at():
    parts = docx_parts(paragraph("raz") * 20_000)
    parts["word/document.xml"] = parts["word/document.xml"][:-30]
    assert extracted(zipped(parts), characters=7) == (None, "raz\nraz")
    assert extracted(zipped(parts))[0] == "damaged"


def test_bomb_of_markup_is_too_large():
    content = as_odt("<text:p/>" * 300_000)
    assert extracted(content, unpacked=10**6) == ("too_large", "")


@pytest.mark.parametrize(
    "parts", [{"xl/workbook.xml": "<a/>"}, {"readme.txt": "tekst"}, {"content.xml": ""}]
)
def test_other_packages_are_refused(parts):
    assert extracted(zipped(parts))[0] in {"not_readable", "damaged"}


def test_error_that_no_one_thought_of_is_damage():
    def write(text):
        raise ZeroDivisionError

    assert extract(GOOD["rtf"], Kind.RTF, Limits(), write) == "damaged"
