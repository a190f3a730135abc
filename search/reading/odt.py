"""The text of an OpenDocument text (ODF 1.3), as it reads with its changes accepted.

Its margins are in the part of the styles; what the file tells of itself is in a part
that is not opened.
"""

from collections.abc import Iterator

from .limits import UnreadableError
from .markup import Attributes, Walk, attribute
from .packages import Package
from .styles import Style, hidden_styles

_CONTENT, _STYLES, _MIMETYPE = "content.xml", "styles.xml", "mimetype"
_MANIFEST = "meta-inf/manifest.xml"
_TEXT_TYPE = b"application/vnd.oasis.opendocument.text"

_FAMILIES = {"h": "paragraph", "p": "paragraph", "span": "text"}
_PARAGRAPHS = frozenset({"h", "p"})
_BLANKS = frozenset({"line-break", "s", "tab"})
# Where `title` and `desc` are fields of the text, and not a picture's description.
_TEXT_PARENTS = frozenset({"a", "h", "meta", "p", "span"})
_STYLES_ARE_KNOWN = frozenset({"body", "master-styles"})


def read_odt(package: Package) -> Iterator[str]:
    """Yield the lines: the body, with notes before what they belong to, the margins."""
    if _CONTENT not in package or not _is_text(package):
        raise UnreadableError("not_readable")
    if _MANIFEST in package:
        _ManifestWalk().read(package.stream(_MANIFEST))
    styles: dict[str, Style] = {}
    margins: list[str] = []
    if _STYLES in package:
        margins += _TextWalk(styles).lines(package.stream(_STYLES))
    yield from _TextWalk(styles).lines(package.stream(_CONTENT))
    yield from dict.fromkeys(margins)


def _is_text(package: Package) -> bool:
    if _MIMETYPE not in package:
        return True
    return next(package.stream(_MIMETYPE), b"").startswith(_TEXT_TYPE)


class _ManifestWalk(Walk):
    """Refuses a package of which a part is closed with a password."""

    def enter(self, name: str, attributes: Attributes) -> bool:
        if name == "encryption-data":
            raise UnreadableError("encrypted")
        return True


class _TextWalk(Walk):
    """Collects the paragraphs of a part, and the styles on the way to them."""

    left_out = frozenset(
        {
            "annotation",
            "binary-data",
            "event-listeners",
            "forms",
            "note-citation",
            "ruby-text",
            "script",
            "tracked-changes",
        }
    )

    def __init__(self, styles: dict[str, Style]) -> None:
        super().__init__()
        self._styles = styles
        self._style = Style()
        self._hidden: frozenset[str] = frozenset()

    def enter(self, name: str, attributes: Attributes) -> bool:
        if self._is_left_out(name, attributes):
            return False
        if name in _PARAGRAPHS:
            self.open_line()
        elif name in _BLANKS:
            self.add(" ")
        elif name == "hidden-paragraph" and _is_hidden(attributes):
            self.hide_line()
        elif name in _STYLES_ARE_KNOWN:
            self._hidden = hidden_styles(self._styles)
        else:
            self._look_for_style(name, attributes)
        return True

    def leave(self, name: str) -> None:
        if name in _PARAGRAPHS:
            self.close_line()

    def _is_left_out(self, name: str, attributes: Attributes) -> bool:
        if name in _FAMILIES:
            return _styled(_FAMILIES[name], attributes, "style-name") in self._hidden
        if name in {"title", "desc"}:
            return self.path[-1:] != [] and self.path[-1] not in _TEXT_PARENTS
        if name == "section":
            display = attribute(attributes, "display")
            return display == "none" or _is_hidden(attributes)
        if name == "hidden-text":
            return _is_hidden(attributes)
        is_margin = name.startswith(("header", "footer"))
        return is_margin and attribute(attributes, "display") == "false"

    def _look_for_style(self, name: str, attributes: Attributes) -> None:
        if name == "style":
            family = attribute(attributes, "family")
            self._style = Style(_styled(family, attributes, "parent-style-name"))
            self._styles[_styled(family, attributes, "name")] = self._style
        elif name == "text-properties" and self.path[-1:] == ["style"]:
            display = attribute(attributes, "display")
            self._style.is_hidden = display == "none" if display else None


def _styled(family: str, attributes: Attributes, name: str) -> str:
    """A style's name is its own only within its family."""
    return f"{family} {attribute(attributes, name)}"


def _is_hidden(attributes: Attributes) -> bool:
    return attribute(attributes, "is-hidden") == "true"
