"""The text of a PDF, page by page; read in a child process only.

pypdf is held to limits of its own, so that one page of a large drawing costs seconds
and the pages after it are still read.
"""

from collections.abc import Iterator
from io import BytesIO

from pypdf import Configuration, PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from .limits import Code, Limits, UnreadableError

# Operators and operands of one page: a page of close print has some thousands.
_MOST_OPERATIONS = 500_000
_DEEPEST_TREE = 50


def read_pdf(content: bytes, limits: Limits) -> Iterator[str]:
    """Yield the text of the pages; what cannot be read of them is passed over.

    Raises `UnreadableError` if nothing could be opened, or no page gave any text and
    one of them was not read.
    """
    configuration = _configuration(limits)
    with apply_configuration(configuration):
        reader = _opened(content)
        count = _page_count(reader)
    problems: list[Code] = []
    has_text = False
    for number in range(min(count, limits.pages)):
        try:
            with apply_configuration(configuration):
                text = reader.pages[number].extract_text()
        except Exception as problem:  # noqa: BLE001 - so many ways has a page to break
            problems.append(_code(problem))
            continue
        has_text = has_text or bool(text.strip())
        yield f"{text}\n"
    if problems and not has_text:
        raise UnreadableError(problems[0])


def _configuration(limits: Limits) -> Configuration:
    """Decoded images are never asked for, and no program is started for them."""
    return Configuration(
        array_based_stream_maximum_output_length=limits.unpacked,
        disable_legacy_handling=True,
        jbig2dec_binary=None,
        lzw_maximum_output_length=limits.unpacked,
        maximum_declared_stream_length=limits.unpacked,
        page_tree_maximum_depth=_DEEPEST_TREE,
        run_length_maximum_output_length=limits.unpacked,
        stream_parsing_work_maximum_count=_MOST_OPERATIONS,
        zlib_maximum_output_length=limits.unpacked,
    )


def _opened(content: bytes) -> PdfReader:
    """A file that is closed only to changes opens with the empty password."""
    try:
        reader = PdfReader(BytesIO(content))
        is_closed = reader.is_encrypted and _is_locked(reader)
    except NotImplementedError as problem:  # a way of encryption that is not known
        raise UnreadableError("encrypted") from problem
    except Exception as problem:
        raise UnreadableError(_code(problem)) from problem
    if is_closed:
        raise UnreadableError("encrypted")
    return reader


def _is_locked(reader: PdfReader) -> bool:
    return reader.decrypt("") is PasswordType.NOT_DECRYPTED


def _page_count(reader: PdfReader) -> int:
    try:
        return len(reader.pages)
    except Exception as problem:
        raise UnreadableError(_code(problem)) from problem


def _code(problem: Exception) -> Code:
    if isinstance(problem, LimitReachedError | MemoryError):
        return "too_large"
    if isinstance(problem, DependencyError | FileNotDecryptedError):
        return "encrypted"
    return "damaged"
