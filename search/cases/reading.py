"""Reads files of search cases: pure, without Django."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

COLUMNS = ("query", "must_match_text", "must_not_match_text")
LANGUAGE_COLUMNS = ("locale", "language")


class CasesError(Exception):
    """A file of cases cannot be read; the message says why, and in which line."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")


@dataclass(frozen=True, slots=True)
class Case:
    """One row: a query, a text it shall find and one that it shall not.

    Either text may be empty.
    """

    line: int
    language: str
    query: str
    wanted: str
    unwanted: str


@dataclass(frozen=True, slots=True)
class _Heading:
    """Where the columns are that count; those of other names are not read."""

    width: int
    places: tuple[int, ...]
    language: int | None


def read_cases(content: bytes, language: str, languages: Collection[str]) -> list[Case]:
    """Return the cases of a file of tab-separated columns in UTF-8, without quotes.

    `language` is that of rows that do not say their own, in a column `locale` or
    `language`; it must be one of `languages`.
    """
    lines = list(_lines(_decoded(content)))
    if not lines:
        raise CasesError(1, "the file is empty")
    heading = _heading(*lines[0])
    cases = [
        _case(number, fields, heading, language, languages)
        for number, fields in lines[1:]
    ]
    if not cases:
        raise CasesError(lines[0][0] + 1, "there is no case below the heading")
    return cases


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise CasesError(line, "this is not UTF-8") from error


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield number and fields of the lines in which there is anything."""
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.removesuffix("\r")
        if line.strip():
            yield number, line.split("\t")


def _heading(line: int, names: Sequence[str]) -> _Heading:
    names = [name.strip().lower() for name in names]
    missing = [name for name in COLUMNS if name not in names]
    if missing:
        raise CasesError(line, f"no column {' and no column '.join(missing)}")
    own = [names.index(name) for name in LANGUAGE_COLUMNS if name in names]
    places = tuple(names.index(name) for name in COLUMNS)
    return _Heading(len(names), places, own[0] if own else None)


def _case(
    line: int,
    fields: Sequence[str],
    heading: _Heading,
    language: str,
    languages: Collection[str],
) -> Case:
    if len(fields) != heading.width:
        told = f"{len(fields)} fields, where the heading has {heading.width}"
        raise CasesError(line, told)
    query, wanted, unwanted = (fields[place].strip() for place in heading.places)
    if heading.language is not None:
        language = fields[heading.language].strip().lower() or language
    if language not in languages:
        raise CasesError(line, f"no language {language!r} in {', '.join(languages)}")
    if not query:
        raise CasesError(line, "the query is empty")
    if not (wanted or unwanted):
        raise CasesError(line, "there is no text to find, and none not to find")
    if "\0" in wanted + unwanted:
        raise CasesError(line, "no database keeps a text with a NUL in it")
    return Case(line, language, query, wanted, unwanted)
