"""Writes the papers of a consultation as files: `write_paper` is the way in."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, BinaryIO

from pages.papers.kinds import FORMS, FileForm, PaperRequest

__all__ = ["FormRefusedError", "write_paper"]

# Modules beside this one, and the function of each. They are imported when a file of
# theirs is asked for: the compiler of PDF and the library of DOCX take some 100 MB
# that no other process needs, and tables have a limit of memory to keep.
WRITERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        FileForm.CSV: ("sheets", "write_table_csv"),
        FileForm.XLSX: ("sheets", "write_table_xlsx"),
        FileForm.DOCX: ("docx", "write_docx"),
        FileForm.PDF: ("pdf", "write_pdf"),
        FileForm.JSON: ("json", "write_json"),
    }
)


class FormRefusedError(ValueError):
    """A paper is asked for as a file that it does not come as."""


def write_paper(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a paper, in the active language; `progress` is told of comments written.

    Raises FormRefusedError where there is no such file of the paper. Whoever made the
    request has checked the rights.
    """
    if request.form not in FORMS[request.paper]:
        raise FormRefusedError(f"{request.paper} as {request.form}")
    module, name = WRITERS[request.form]
    write: Any = getattr(import_module(f"{__name__}.{module}"), name)
    write(output, request, progress)
