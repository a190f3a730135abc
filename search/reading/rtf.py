"""The text of an RTF file (specification 1.9.1), without what is marked as hidden.

Its letters come as themselves, as bytes in the code page of their font, or by their
numbers followed by a stand-in for old programs.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

# A word with its number, a byte, a symbol, a brace, plain text.
_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)",
    re.DOTALL,
)
_CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    161: "cp1253",
    162: "cp1254",
    186: "cp1257",
    204: "cp1251",
    238: "cp1250",
}
# Groups that hold no text of the document.
_LEFT_OUT = frozenset(
    {
        "colortbl",
        "datafield",
        "filetbl",
        "fldinst",
        "info",
        "nonshppict",
        "objclass",
        "objdata",
        "objname",
        "pict",
        "rxe",
        "sn",
        "stylesheet",
        "sv",
        "tc",
        "txe",
        "xe",
    }
)
# The one marked group that is worth reading though old programs pass it over: a box.
_BOX = "shpinst"
_LINE_ENDS = frozenset({"cell", "line", "page", "par", "row", "sect"})
_LETTERS = {
    "bullet": "•",
    "emdash": "—",
    "emspace": " ",
    "endash": "–",
    "enspace": " ",
    "ldblquote": "“",
    "lquote": "‘",
    "rdblquote": "”",
    "rquote": "’",
    "tab": " ",
}
_SYMBOLS = {"\\": "\\", "\n": "\n", "\r": "\n", "_": "-", "{": "{", "}": "}", "~": " "}


@dataclass(frozen=True, slots=True)
class _State:
    """What a group passes on to the groups in it."""

    is_left_out: bool = False
    is_hidden: bool = False
    is_deleted: bool = False
    in_fonts: bool = False
    encoding: str = ""
    stand_ins: int = 1


def read_rtf(content: bytes) -> Iterator[str]:
    """Yield the text line by line."""
    return _Reader(content.decode("latin-1")).lines()


class _Reader:
    """Follows the groups of a file."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._state = _State()
        self._groups: list[_State] = []
        self._encoding = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._is_starred = False
        self._to_pass = 0
        self._line: list[str] = []
        self._bytes = bytearray()
        self._words: dict[str, Callable[[int | None], None]] = {
            "ansicpg": self._on_code_page,
            "bin": self._on_binary,
            "deleted": self._on_deleted,
            "f": self._on_font,
            "fcharset": self._on_charset,
            "fonttbl": self._on_fonts,
            "plain": self._on_plain,
            "u": self._on_letter,
            "uc": self._on_stand_ins,
            "v": self._on_hidden,
        }

    def lines(self) -> Iterator[str]:
        while token := _TOKEN.search(self._text, self._at):
            self._at = token.end()
            self._take(token)
            if self._line and self._line[-1] == "\n":
                yield self._ended()
        self._flush()
        yield self._ended()

    def _take(self, token: re.Match[str]) -> None:
        word, number, byte, symbol, brace, text = token.groups()
        if brace:
            self._on_brace(brace)
        elif word:
            self._on_word(word, None if number is None else int(number))
        elif byte:
            self._on_byte(int(byte, 16))
        elif symbol:
            self._on_symbol(symbol)
        else:
            self._on_text(text)

    def _on_brace(self, brace: str) -> None:
        self._flush()
        self._to_pass = 0
        self._is_starred = False
        if brace == "{":
            self._groups.append(self._state)
        elif self._groups:
            self._state = self._groups.pop()

    def _on_word(self, word: str, number: int | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if word != "u" and self._is_passed():
            return
        if word in _LEFT_OUT or (is_starred and word != _BOX):
            self._flush()
            self._state = replace(self._state, is_left_out=True)
        elif word in _LINE_ENDS:
            self._add("\n")
        elif word in _LETTERS:
            self._add(_LETTERS[word])
        elif handle := self._words.get(word):
            handle(number)

    def _on_symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._is_starred = True
        elif symbol in _SYMBOLS and not self._is_passed():
            self._add(_SYMBOLS[symbol])

    def _on_byte(self, byte: int) -> None:
        if not self._is_passed() and self._is_shown():
            self._bytes.append(byte)

    def _on_text(self, text: str) -> None:
        passed = min(self._to_pass, len(text))
        self._to_pass -= passed
        if self._is_shown():
            # Some programs write the bytes of their code page as they are.
            self._bytes += text[passed:].encode("latin-1")

    def _on_code_page(self, number: int | None) -> None:
        self._encoding = _known(f"cp{number}") or self._encoding

    def _on_binary(self, number: int | None) -> None:
        self._at += max(0, number or 0)

    def _on_deleted(self, number: int | None) -> None:
        self._flush()
        self._state = replace(self._state, is_deleted=number != 0)

    def _on_hidden(self, number: int | None) -> None:
        self._flush()
        self._state = replace(self._state, is_hidden=number != 0)

    def _on_plain(self, _number: int | None) -> None:
        self._flush()
        self._state = replace(self._state, is_hidden=False, encoding="")

    def _on_font(self, number: int | None) -> None:
        self._flush()
        self._font = number or 0
        encoding = self._fonts.get(self._font, "")
        self._state = replace(self._state, encoding=encoding)

    def _on_fonts(self, _number: int | None) -> None:
        self._state = replace(self._state, in_fonts=True, is_left_out=True)

    def _on_charset(self, number: int | None) -> None:
        if self._state.in_fonts:
            self._fonts[self._font] = _CHARSETS.get(number or 0, "")

    def _on_letter(self, number: int | None) -> None:
        self._add(chr((number or 0) % 0x10000))
        self._to_pass = self._state.stand_ins

    def _on_stand_ins(self, number: int | None) -> None:
        self._state = replace(self._state, stand_ins=max(0, number or 0))

    def _is_passed(self) -> bool:
        if not self._to_pass:
            return False
        self._to_pass -= 1
        return True

    def _is_shown(self) -> bool:
        state = self._state
        return not (state.is_left_out or state.is_hidden or state.is_deleted)

    def _add(self, text: str) -> None:
        self._flush()
        if self._is_shown():
            self._line.append(text)

    def _flush(self) -> None:
        if self._bytes:
            encoding = self._state.encoding or self._encoding
            self._line.append(self._bytes.decode(encoding, errors="replace"))
            self._bytes.clear()

    def _ended(self) -> str:
        text = "".join(self._line)
        self._line.clear()
        # A letter past the first 65,536 comes as its two halves.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _known(encoding: str) -> str:
    try:
        return codecs.lookup(encoding).name
    except LookupError:
        return ""
