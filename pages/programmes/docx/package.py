"""The parts of a Word file around its text, and the file itself.

The standard library is enough: python-docx has no tracked changes, and would bring
lxml to write four short parts that never change.
"""

import datetime
from io import BytesIO
from xml.etree.ElementTree import tostring
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pages.programmes.redline import Redline

from .body import (
    DEEPEST_HEADING,
    LABEL_STYLE,
    NAMESPACE,
    TEXT_STYLE,
    Body,
    Label,
    clean,
)

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_PARTS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIZES = (32, 28, 26, 24, 22, 22)  # of headings, in half points

_TYPES = f"""{_XML}<Types xmlns="{_PACKAGE}/content-types">\
<Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/word/document.xml" ContentType="{_WORD_PARTS}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_WORD_PARTS}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_WORD_PARTS}.settings+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>"""

_RELATIONS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/>\
</Relationships>"""

_DOCUMENT_RELATIONS = f"""{_XML}<Relationships xmlns="{_PACKAGE}/relationships">\
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="{_OFFICE}/settings" Target="settings.xml"/>\
</Relationships>"""

# Without the mode of Word 2013 the file opens as one of an old Word.
_SETTINGS = f"""{_XML}<w:settings xmlns:w="{NAMESPACE}"><w:compat>\
<w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>\
</w:compat></w:settings>"""


def redline_docx(
    redline: Redline,
    *,
    title: str,
    author: str,
    date: datetime.date,
    label: Label,
    language: str = "pl-PL",
) -> bytes:
    """Return a Word file of the new text, what differs from the old as tracked changes.

    All changes are by one author, of one date; `label` gives a clause's citation.
    The same redline makes the same bytes. Spaces and quotation marks that differ are
    changes here: rejected, the file has the old text to the letter.
    """
    body = Body(author=author, date=date, label=label).write(title, redline)
    parts = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELATIONS,
        "docProps/core.xml": _core(title, author, date, language),
        "word/document.xml": _XML + tostring(body, encoding="unicode"),
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/styles.xml": _styles(language),
        "word/settings.xml": _SETTINGS,
    }
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name, text in parts.items():
            entry = ZipInfo(name)  # its time is that of 1980, always
            entry.create_system = 0
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return file.getvalue()


def _core(title: str, author: str, date: datetime.date, language: str) -> str:
    time = f"{date:%Y-%m-%dT%H:%M:%S}Z"
    return f"""{_XML}<cp:coreProperties \
xmlns:cp="{_PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\
<dc:title>{escape(clean(title))}</dc:title>\
<dc:creator>{escape(clean(author))}</dc:creator>\
<dc:language>{escape(language)}</dc:language>\
<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>\
<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified>\
</cp:coreProperties>"""


def _styles(language: str) -> str:
    headings = (
        _paragraph_style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:spacing w:before="360" w:after="120"/>'
            f'<w:outlineLvl w:val="{level - 1}"/>',
            f'<w:b/><w:sz w:val="{size}"/>',
        )
        for level, size in zip(range(1, DEEPEST_HEADING + 1), _SIZES, strict=True)
    )
    fonts = "".join(f' w:{part}="Arial"' for part in ("ascii", "hAnsi", "cs"))
    return f"""{_XML}<w:styles xmlns:w="{NAMESPACE}"><w:docDefaults>\
<w:rPrDefault><w:rPr><w:rFonts{fonts}/><w:sz w:val="22"/>\
<w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault>\
<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr>\
</w:pPrDefault></w:docDefaults>\
<w:style w:type="paragraph" w:default="1" w:styleId="Normal">\
<w:name w:val="Normal"/><w:qFormat/></w:style>\
{_paragraph_style("Title", "Title", "", '<w:b/><w:sz w:val="40"/>')}\
{"".join(headings)}\
{_paragraph_style(TEXT_STYLE, "Body Text", "", "")}\
<w:style w:type="character" w:customStyle="1" w:styleId="{LABEL_STYLE}">\
<w:name w:val="Clause Label"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>\
</w:styles>"""


def _paragraph_style(style_id: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="{TEXT_STYLE}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )
