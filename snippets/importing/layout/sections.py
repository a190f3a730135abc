"""Rows between records that name the part of the list which they begin."""

import re

from snippets.folding import fold
from snippets.importing.reading import Table

from .headings import heading_parts, main_column, name_headings
from .rows import Row, filled, first_filled, is_data_like, usual_fill
from .shapes import Layout

_LETTERED = re.compile(r"(?:[A-ZĄĆĘŁŃÓŚŹŻ]|[IVXLC]+)[.)]\s*\S")
_NUMBERED = re.compile(r"[0-9]{1,2}[.)]\s*[^\W\d_]")
_BARE_LETTER = re.compile(r"(?:[A-Z]|[IVXLC]+)[.)]?")
# More than one organisation at once: nobody's name.
_KINDS = re.compile(
    r"(?:stowarzyszenia|fundacje|(?:uczniowskie )?kluby|zwiazki|towarzystwa"
    r"|ochotnicze straze|kola gospodyn|spoldzielnie|parafie|organizacje|inne|pozostale"
    r"|osoby prawne|jednostki|associations|foundations|other)\b.*"
)
_LONGEST_KIND = 80
_SAMPLE_ROWS = 500


class SectionReader:
    """Tells headings of sections from records that say only a name."""

    def __init__(self, table: Table, layout: Layout) -> None:
        headings = name_headings(heading_parts(table, layout))
        sample = table.rows[layout.data_first : layout.data_end][:_SAMPLE_ROWS]
        self._usual = usual_fill(sample)
        self._main = main_column(table, layout, headings)
        self._merged = {
            (top, left)
            for top, left, _bottom, right in table.merged
            if right > left and top >= layout.data_first
        }
        self._are_names_numbered = self._count_numbered(sample) * 3 > len(sample)

    @property
    def usual(self) -> int:
        """How many cells most rows fill."""
        return self._usual

    def heading(self, index: int, row: Row) -> str:
        """The heading of a section if the row is one, else ""."""
        count = filled(row)
        if self._usual <= count or not 1 <= count <= 2:
            return ""
        place = first_filled(row)
        text = row[place]
        if count == 2:
            return self._two_cells(place, row)
        if is_data_like(text):
            return ""
        is_heading = (
            (index, place) in self._merged
            or place != self._main
            or bool(_LETTERED.match(text))
            or self._is_numbered(text)
            or self._is_kind(text)
        )
        return text if is_heading else ""

    def _two_cells(self, place: int, row: Row) -> str:
        """„II” in the column of ordinals and „Fundacje” in the next."""
        rest = next(cell for cell in row[place + 1 :] if cell)
        if self._usual < 4 or not _BARE_LETTER.fullmatch(row[place]):
            return ""
        return "" if is_data_like(rest) else f"{row[place]} {rest}"

    def _is_numbered(self, text: str) -> bool:
        return not self._are_names_numbered and bool(_NUMBERED.match(text))

    def _is_kind(self, text: str) -> bool:
        return len(text) <= _LONGEST_KIND and bool(_KINDS.fullmatch(fold(text)))

    def _count_numbered(self, rows: list[Row]) -> int:
        if self._main is None:
            return 0
        return sum(1 for row in rows if _NUMBERED.match(row[self._main]))
