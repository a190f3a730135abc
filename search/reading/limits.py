"""How much of a file is read, and why one is refused."""

from dataclasses import dataclass
from typing import Literal, get_args

Code = Literal[
    "damaged", "encrypted", "no_text", "not_readable", "too_large", "too_slow"
]
CODES: tuple[Code, ...] = get_args(Code)
# The most bytes that a character takes in UTF-8 or UTF-16.
WIDEST = 4


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may be, and the most that is taken of it.

    A larger file than `size` is refused. What is past the other limits is left unread:
    the text until there is kept. `unpacked` holds for the parts of a package that are
    read, and for each stream of a PDF; `memory` is all that the child may take,
    `seconds` are of processor time.
    """

    size: int = 20 * 2**20
    unpacked: int = 64 * 2**20
    pages: int = 500
    characters: int = 300_000
    seconds: float = 20
    memory: int = 512 * 2**20


LIMITS = Limits()


class UnreadableError(Exception):
    """A file that gives no text; its code says why."""

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code
