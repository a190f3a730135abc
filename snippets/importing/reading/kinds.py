"""What a file is, by its content and never by its name."""

import re

import filetype

from .packages import Package
from .tables import UnreadableError, refusal

_ODF_SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
_SAMPLE = 4_096

# Parts that tell what a package is; the first that is found decides.
_PACKAGES = (
    ("xl/vbaproject.bin", "XLSM"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "XLSB"),
    ("content.xml", "ods"),
    ("index/document.iwa", "NUMBERS"),
    ("word/document.xml", "DOCX"),
    ("ppt/presentation.xml", "PPTX"),
)
_COMPOUND = (
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("WordDocument", "DOC"),
    ("PowerPoint Document", "PPT"),
)
# Lists in these can be saved as XLSX by the program that opens them.
_SPREADSHEETS = frozenset({"XLSM", "XLSB", "NUMBERS", "HTML", "MHTML", "FODS", "XML"})

_TEXTS = (
    (re.compile(r"%PDF-"), "PDF"),
    (re.compile(r"\{\\rtf"), "RTF"),
    (re.compile(r"MIME-Version:", re.IGNORECASE), "MHTML"),
    (re.compile(r"<\?xml.*<office:document\b", re.DOTALL), "FODS"),
    (re.compile(r"(?:<\?xml.*)?<(?:!doctype html|html)\b", re.I | re.DOTALL), "HTML"),
    (re.compile(r"<(?:table|meta|style|head|body|div)\b", re.IGNORECASE), "HTML"),
    (re.compile(r"<\?xml\b", re.IGNORECASE), "XML"),
    (re.compile(r"\{\s*\"|\[\s*[\[{]"), "JSON"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def refuse_kind(kind: str) -> UnreadableError:
    """What to raise for a file that is no list, or not in a format that we read."""
    code = "save_as_xlsx" if kind in _SPREADSHEETS else "not_a_list"
    return refusal(code, kind=kind)


def package_kind(package: Package) -> str:
    """`xlsx` or `ods`; raises for other packages."""
    kind = next((kind for part, kind in _PACKAGES if part in package), "ZIP")
    if kind == "ods" and "mimetype" in package:
        stated = package.read("mimetype").decode("ascii", "replace").strip()
        if not stated.startswith(_ODF_SHEETS):
            kind = "ODT" if stated.endswith(".text") else "ODF"
    if kind not in {"xlsx", "ods"}:
        raise refuse_kind(kind)
    return kind


def check_compound(names: frozenset[str]) -> None:
    """Refuse a compound file, by the names of its streams, that is no XLS."""
    if "EncryptedPackage" in names:
        raise refusal("password")
    if not names:
        raise refusal("corrupt")
    kind = next((kind for stream, kind in _COMPOUND if stream in names), "OLE")
    if kind != "xls":
        raise refuse_kind(kind)


def check_bytes(content: bytes) -> None:
    """Refuse pictures, archives and other files that are not text."""
    sample = content[:_SAMPLE]
    found = filetype.guess(sample)
    # Letters alone can look like the mark of a picture: „BM” does.
    if found and _CONTROLS.search(sample):
        raise refuse_kind(found.extension.upper())


def check_text(text: str) -> None:
    """Refuse text that is marked up for another program, or is hardly text at all."""
    start = text[:_SAMPLE].lstrip()
    for pattern, kind in _TEXTS:
        if pattern.match(start):
            raise refuse_kind(kind)
    sample = text[: _SAMPLE * 16]
    controls = sum(1 for char in sample if char < " " and char not in "\t\n\v\f\r")
    if controls > len(sample) * 0.05:
        raise refusal("not_text")
