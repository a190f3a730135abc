"""Reads a Word file with tracked changes as Word does when all are accepted."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OF_NEW = {f"{W}ins", f"{W}moveTo"}
OF_OLD = {f"{W}del", f"{W}moveFrom"}
CHANGES = OF_NEW | OF_OLD
SIGNS = {f"{W}br": "\n", f"{W}tab": "\t"}


def parts(content):
    """Return the XML of every part of a file by its name."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {
            name: ElementTree.fromstring(archive.read(name))  # noqa: S314 - our own
            for name in archive.namelist()
        }


def body(content):
    return parts(content)["word/document.xml"].find(f"{W}body")


def accepted(content):
    """Return the (style, text) of each paragraph but the title, all accepted."""
    return read(content, gone=OF_OLD)


def rejected(content):
    """Return the same with all changes rejected."""
    return read(content, gone=OF_NEW)


def read(content, gone):
    paragraphs = []
    before = ""
    for paragraph in body(content).findall(f"{W}p"):
        text = before + text_of(paragraph, gone)
        if is_mark_gone(paragraph, gone):
            before = text  # it becomes one with the next
            continue
        before = ""
        paragraphs.append((style_of(paragraph, gone), text))
    assert before == ""  # the last mark of a text cannot go
    if paragraphs[-1] == ("", ""):
        del paragraphs[-1]
    assert paragraphs[0][0] == "Title"
    return paragraphs[1:]


def is_mark_gone(paragraph, gone):
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return marks is not None and any(mark.tag in gone for mark in marks)


def style_of(paragraph, gone):
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return ""
    before = properties.find(f"{W}pPrChange/{W}pPr")
    if before is not None and gone is OF_NEW:
        properties = before
    return properties.find(f"{W}pStyle").get(f"{W}val")


def text_of(element, gone):
    """Return the text of what stays; each run says what it is by its text's name."""
    text = ""
    for child in element:
        if child.tag in gone:
            continue
        if child.tag in CHANGES | {f"{W}r"}:
            wanted = "delText" if child.tag == f"{W}del" else "t"
            strange = "t" if child.tag == f"{W}del" else "delText"
            assert not list(child.iter(f"{W}{strange}"))
            text += "".join(
                SIGNS.get(piece.tag) or (piece.text if piece.tag == W + wanted else "")
                for piece in child.iter()
            )
    return text
