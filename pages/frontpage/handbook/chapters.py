"""The chapters of the handbook: Markdown files, rendered as HTML for the admin."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path, PurePosixPath

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from wagtail.coreutils import string_to_ascii

LANGUAGE = "pl"
FOLDER = Path(__file__).with_name(LANGUAGE)
PICTURES = f"frontpage/handbook/{LANGUAGE}"
# The order in which they are read.
SLUGS = (
    "pierwsze-kroki",
    "spotkanie",
    "publikowanie",
    "tlumaczenie",
    "rejestry",
    "wykazy",
    "wersja-programu",
    "uwagi",
    "kody-organizacji",
    "dokumenty-konsultacji",
    "dane-osobowe",
    "wyszukiwarka",
)

# A file's own HTML stays text.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")


@dataclass(frozen=True)
class Section:
    """A second-level heading and the anchor of it."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Chapter:
    """A chapter: a title, a paragraph that says what it is about, and the text."""

    slug: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    html: SafeString

    @property
    def url(self) -> str:
        """Its address in the admin."""
        return reverse("handbook:chapter", args=[self.slug])


def read_chapters() -> list[Chapter]:
    """Return all chapters in their order."""
    return [read_chapter(slug) for slug in SLUGS]


def read_chapter(slug: str) -> Chapter:
    """Read one chapter, whose file begins with a heading and a paragraph."""
    text = (FOLDER / f"{slug}.md").read_text(encoding="utf-8")
    tokens = MARKDOWN.parse(text)
    # Each of the two is three tokens: what opens it, its text, what closes it.
    title, lead, body = tokens[1].content, tokens[4].content, tokens[6:]
    sections = tuple(_anchored(body))
    for token in _all(body):
        _point_into_admin(token)
    html = MARKDOWN.renderer.render(body, MARKDOWN.options, {})
    return Chapter(slug, title, lead, sections, mark_safe(html))  # noqa: S308 - ours


def _anchored(tokens: list[Token]) -> Iterator[Section]:
    """Give second-level headings their anchors."""
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.tag == "h2":
            anchor = slugify(string_to_ascii(inline.content))
            opening.attrSet("id", anchor)
            yield Section(anchor, inline.content)


def _all(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from token.children or ()


def _point_into_admin(token: Token) -> None:
    """Turn what is a path in the repository into an address in the admin."""
    if token.type == "image":
        name = PurePosixPath(str(token.attrGet("src"))).name
        token.attrSet("src", static(f"{PICTURES}/{name}"))
    elif token.type == "link_open":
        target = PurePosixPath(str(token.attrGet("href")))
        if target.suffix == ".md":
            token.attrSet("href", reverse("handbook:chapter", args=[target.stem]))
