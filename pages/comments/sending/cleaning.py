"""Takes out of what people send what is no text: pure, without Django."""

import re
import unicodedata

# Overrides and isolates of direction can make a text read otherwise than it is.
_DIRECTIONS = "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"
# Code points that are no characters, at the end of each plane; XML refuses some.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}"
    for plane in range(0, 0x110000, 0x10000)
)
_UNSEEN = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{_DIRECTIONS}\u2028\u2029\ufeff\ufff9-\ufffb"
    f"\ud800-\udfff{_NONCHARACTERS}]"
)
_NEWLINES = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_BLANK_LINES = re.compile(r"\n{4,}")
LINK = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)


def clean_text(text: str) -> str:
    """Return a text of several lines in NFC, without control characters.

    Tabs and line breaks stay; marks that change the direction of writing go.
    """
    text = _UNSEEN.sub("", _NEWLINES.sub("\n", text))
    text = unicodedata.normalize("NFC", text)  # what was apart may stand together now
    lines = (line.rstrip() for line in text.split("\n"))
    return _BLANK_LINES.sub("\n\n\n", "\n".join(lines)).strip()


def clean_line(text: str) -> str:
    """Return a text of one line, its spaces made single."""
    return " ".join(clean_text(text).split())


def count_links(*texts: str) -> int:
    """Return how many web addresses texts name."""
    return sum(len(LINK.findall(text)) for text in texts)


def same_words(*texts: str) -> str:
    """Return what two texts have in common that differ in case and spaces only."""
    return "\x1f".join(" ".join(text.casefold().split()) for text in texts)
