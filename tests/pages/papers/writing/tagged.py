"""A PDF as a screen reader finds it: its tags, and what is outside of them."""

from collections import Counter
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream

SHOWING = {b"Tj", b"TJ", b"'", b'"'}


def open_pdf(content):
    return PdfReader(BytesIO(content))


def elements(reader):
    """Return the elements of the structure tree, in the order of reading."""
    found = []
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if "/S" in node:
            found.append(node)
        kids = node.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        kids = kids if isinstance(kids, list) else [kids]
        objects = [kid.get_object() for kid in kids if hasattr(kid, "get_object")]
        waiting.extend(kid for kid in reversed(objects) if isinstance(kid, dict))
    return found


def tags(reader):
    """Return how many elements there are of each kind."""
    return Counter(node["/S"].lstrip("/") for node in elements(reader))


def marks_of_texts(page):
    """Return what each piece of text on a page is marked as, None where it is not."""
    marks, found = [], []
    for operands, operator in ContentStream(page.get_contents(), page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(str(operands[0]))
        elif operator == b"EMC":
            marks.pop()
        elif operator in SHOWING:
            found.append(marks[-1] if marks else None)
    return found
