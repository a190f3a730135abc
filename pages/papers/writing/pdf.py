"""A paper as a PDF that screen readers can read: PDF/UA-1, made by typst."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, Literal

import typst

from pages.papers.kinds import PaperRequest
from pages.papers.rows import reported_rows

from .cells import KEPT_TOGETHER, WIDTHS, cells_of, headings, length_of
from .glyphs import FAMILIES, FONTS, printable, printable_all
from .layout import Layout, layout_of

TEMPLATE = Path(__file__).with_name("paper.typ")
STANDARD: Literal["ua-1"] = "ua-1"


def write_pdf(
    output: BinaryIO,
    request: PaperRequest,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write a paper as PDF; all of it is in memory meanwhile."""
    layout = layout_of(request)
    rows = list(_rows(request, progress)) if layout.table else []
    output.write(compile_pdf(layout, rows))


def compile_pdf(layout: Layout, rows: list[Any]) -> bytes:
    """Return the PDF of a layout and its rows.

    Texts go to the template as data: nothing that anybody wrote is read as markup.
    """
    data = {
        "paper": printable_all(asdict(layout)),
        "fonts": FAMILIES,
        "headings": printable_all(headings()),
        "widths": WIDTHS,
        "rows": rows,
    }
    compiler = typst.Compiler(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    made: Any = compiler.compile(
        format="pdf", sys_inputs=inputs, pdf_standards=STANDARD
    )
    return bytes(made)


def _rows(
    request: PaperRequest, progress: Callable[[int], None] | None
) -> Iterator[dict[str, Any]]:
    for row in reported_rows(request, progress):
        cells = cells_of(row)
        yield {
            "together": length_of(cells) <= KEPT_TOGETHER,
            "cells": [
                [[printable(p.label), printable(p.text), p.is_bold] for p in cell]
                for cell in cells
            ],
        }
