"""Documents made for tests: PDF by hand, DOCX and ODT by zipfile."""

import io
import zipfile
import zlib

from search.reading.limits import UnreadableError

# Where cp1250 has the Polish letters, by the names that PDF has for them.
_DIFFERENCES = (
    "1 /fi /fl 156 /sacute 159 /zacute 163 /Lslash 175 /Zdotaccent 179 /lslash"
    " 185 /aogonek 191 /zdotaccent 230 /cacute 234 /eogonek 241 /nacute 243 /oacute"
)
_FONT = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding"
    f" << /Type /Encoding /Differences [{_DIFFERENCES}] >> >>"
).encode()

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_URN = "urn:oasis:names:tc:opendocument:xmlns"
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def refused(function, *arguments):
    """The code with which a function refuses; None if it does not."""
    try:
        for _piece in function(*arguments):
            pass
    except UnreadableError as problem:
        return problem.code
    return None


def page(*lines):
    """The content of a page with the lines below one another."""
    text = b"".join(b"(" + _escaped(line) + b") Tj T* " for line in lines)
    return b"BT /F1 12 Tf 14 TL 72 800 Td " + text + b"ET"


def _escaped(line):
    raw = line.encode("cp1250")
    for letter in (b"\\", b"(", b")"):
        raw = raw.replace(letter, b"\\" + letter)
    return raw


def stream(content, *, entries=b"", packed=True):
    """A stream object of a PDF."""
    if packed:
        content = zlib.compress(content, 9)
        entries += b" /Filter /FlateDecode"
    length = str(len(content)).encode()
    head = b"<< /Length " + length + b" " + entries + b" >>\nstream\n"
    return head + content + b"\nendstream"


def as_pdf(*contents, font=_FONT, others=()):
    """A PDF of pages with these contents; `others` are objects from number 4 on."""
    first = 4 + len(others)
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(contents), kids),
        font,
        *others,
    ]
    for at, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (first + 2 * at + 1)
        )
        objects.append(stream(content))
    return pdf_of(objects)


def pdf_of(objects):
    """A PDF of the objects, numbered from 1; the first one is the catalogue."""
    file = io.BytesIO()
    file.write(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        file.write(b"%010d 00000 n \n" % place)
    file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(objects) + 1))
    file.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return file.getvalue()


def zipped(parts, compression=zipfile.ZIP_DEFLATED):
    """A package of the parts by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def word(body, root="document"):
    """A part of a Word file."""
    return f'<?xml version="1.0"?><w:{root} xmlns:w="{_WORD}">{body}</w:{root}>'


def paragraph(text, properties=""):
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def relations(*targets):
    """The part of relations; the targets are (kind, target)."""
    items = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def docx_parts(body, *related, **parts):
    """The parts of a Word file; `related` are (kind, file name, content)."""
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": word(f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(
            *((kind, name) for kind, name, _content in related)
        ),
        **{f"word/{name}": content for _kind, name, content in related},
        **parts,
    }


def as_docx(body, *related):
    return zipped(docx_parts(body, *related))


def open_document(kind, content):
    """The content or the styles of an OpenDocument text."""
    names = " ".join(
        f'xmlns:{name}="{_URN}:{name}:1.0"'
        for name in ("office", "style", "text", "table", "draw", "svg-compatible")
    )
    names = names.replace("xmlns:svg-compatible", "xmlns:svg")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-{kind} {names}>'
        f"{content}</office:document-{kind}>"
    )


def as_odt(body, *, styles="", **parts):
    """An OpenDocument text; `styles` are the automatic ones of its content."""
    content = (
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    return zipped(
        {
            "mimetype": ODT_TYPE,
            "content.xml": open_document("content", content),
            **parts,
        }
    )


RTF = rb"{\rtf1\ansi\ansicpg1250 Zebranie w sprawie \'9crodowiska.\par}"

# One small good file of each kind.
GOOD = {
    "csv": "Nazwa;Miasto\nFundacja Most;Łódź\n".encode(),
    "docx": as_docx(paragraph("Zebranie w sprawie środowiska.")),
    "odt": as_odt("<text:p>Zebranie w sprawie środowiska.</text:p>"),
    "pdf": as_pdf(page("Zebranie w sprawie środowiska.")),
    "rtf": RTF,
    "txt": "Zebranie w sprawie środowiska.\n".encode(),
}
