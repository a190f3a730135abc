"""How the Word files look: fonts, styles, language, what the file says of itself."""

from typing import Any

from django.utils import timezone
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from snippets.importing.exporting.texts import plain

from .layout import Layout

FONT = "Arial"
INK = RGBColor(0x1F, 0x29, 0x37)
SHADE = "E8EDF3"
RULE = "9CA3AF"
# An element that no Word file has: the rows of the table go there.
PLACE = "w:commentsTable"
TABLE_STYLE = "CommentText"
# Word wants a country with the language.
COUNTRIES = {"pl": "pl-PL", "en": "en-GB", "uk": "uk-UA", "be": "be-BY"}
WORD_2013 = {
    "w:name": "compatibilityMode",
    "w:uri": "http://schemas.microsoft.com/office/word",
    "w:val": "15",
}


def prepare(document: Any, layout: Layout) -> None:
    """Give a new document its styles, its language and its properties."""
    properties = document.core_properties
    properties.title = plain(layout.title)
    properties.subject = plain(layout.subtitle)
    properties.author = plain(layout.author)
    properties.last_modified_by = properties.author
    properties.language = COUNTRIES.get(layout.language, layout.language)
    properties.comments = ""
    properties.created = properties.modified = timezone.now()
    _set_language(document, properties.language)
    _set_mode(document)
    _set_styles(document.styles)
    _set_rules(document.styles["Table Grid"])


def _set_rules(style: Any) -> None:
    """Draw the rules of tables in grey."""
    for border in style.element.find(f".//{qn('w:tblBorders')}"):
        border.set(qn("w:color"), RULE)


def _set_language(document: Any, language: str) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _set_mode(document: Any) -> None:
    """Say that it is a file of Word 2013: without, it opens as one of an old Word."""
    settings = document.settings.element
    compat = settings.find(qn("w:compat"))
    if compat is None:
        compat = OxmlElement("w:compat")
        settings.append(compat)
    mode = OxmlElement("w:compatSetting")
    for name, value in WORD_2013.items():
        mode.set(qn(name), value)
    compat.append(mode)


def _set_styles(styles: Any) -> None:
    _set_font(styles["Normal"], 10.5, after=5)
    _set_font(styles["Heading 1"], 18, before=0, after=4, is_bold=True)
    _set_font(styles["Heading 2"], 12.5, before=14, after=5, is_bold=True)
    _set_font(styles["Subtitle"], 11.5, after=8)
    _set_font(styles["Caption"], 8.5, after=0)
    _set_font(styles["Footer"], 8, after=0)
    _set_font(styles["List Bullet"], 10.5, after=3)
    fact = _add_style(styles, "Fact", 10.5, after=3)
    fact.paragraph_format.left_indent = Cm(0.5)
    fact.paragraph_format.first_line_indent = Cm(-0.5)
    _add_style(styles, "Figures", 10, before=2, after=2)
    _add_style(styles, "Gap", 4, after=2)
    line = _add_style(styles, "Signature line", 10.5, before=34, after=0)
    line.paragraph_format.keep_with_next = True
    _add_style(styles, "Comment text", 8, after=2, key=TABLE_STYLE)


def _add_style(styles: Any, name: str, size: float, **values: Any) -> Any:
    key = values.pop("key", name.replace(" ", ""))
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), key)
    style.base_style = styles["Normal"]
    _set_font(style, size, **values)
    return style


def _set_font(
    style: Any,
    size: float,
    *,
    before: float = 0,
    after: float,
    is_bold: bool = False,
) -> None:
    """Set one font for all scripts instead of the theme's, and the room around."""
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(size), is_bold, False
    font.color.rgb = INK
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        if name.lower().endswith("theme"):
            del fonts.attrib[name]
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
