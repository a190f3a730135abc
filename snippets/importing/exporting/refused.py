"""The rows of a list that were refused, as a list to correct and upload again."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from django.utils.translation import gettext, gettext_lazy

from snippets.importing.columns import ColumnChoice
from snippets.importing.columns.headings import read_heading
from snippets.importing.fields import SECTION
from snippets.importing.wording import word
from snippets.models import ImportBatch, ImportRow

from .resource import heading
from .spreadsheets import write_xlsx
from .texts import plain

# An import must not know this heading: the column is for people only.
REASONS = gettext_lazy("Reasons for refusal")


def refused_rows(batch: ImportBatch) -> bytes:
    """Return an XLSX file with the refused rows, the reasons in the last column.

    Only the columns that were read are there, and texts are in the active language.
    """
    columns = [ColumnChoice(**column) for column in batch.columns if column["field"]]
    headings = [new_heading(column) for column in columns]
    refused = batch.rows.filter(outcome=ImportRow.Outcome.REFUSED)
    output = BytesIO()
    write_xlsx(
        output,
        gettext("Refused rows"),
        [*headings, str(REASONS)],
        _rows(columns, refused.iterator(chunk_size=1000)),
    )
    return output.getvalue()


def new_heading(column: ColumnChoice) -> str:
    """Return the heading by which a column is read into the same field again.

    Its own, unless a person had to say what it means, or it stood in two rows.
    """
    found = read_heading(column.heading)
    is_known = found is not None and found[0] == column.field
    return column.heading if is_known else heading(column.field)


def _rows(
    columns: Sequence[ColumnChoice], refused: Iterator[ImportRow]
) -> Iterator[list[str]]:
    for row in refused:
        yield [*(_text(row, column) for column in columns), _reasons(row)]


def _text(row: ImportRow, column: ColumnChoice) -> str:
    """Return what a row says in a column."""
    is_section = column.index == SECTION
    return plain(row.section if is_section else row.raw.get(column.heading, ""))


def _reasons(row: ImportRow) -> str:
    """Return why a row was refused, and which row of the first file it was."""
    words = " ".join(word(note) for note in row.noted)
    return gettext("Row %(number)s of the file: %(reasons)s") % {
        "number": row.number,
        "reasons": plain(words),
    }
