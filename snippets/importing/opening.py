"""Opens the list of a batch as its rows are to be read."""

from snippets.models import ImportBatch, Note

from .columns import is_known_heading
from .layout import Content, Layout, find_layout, read_content
from .reading import Book, Table, UnreadableError, open_book


def open_table(batch: ImportBatch) -> tuple[Book, Table]:
    """Read the file of a batch.

    Raises UnreadableError, also when the file is gone because the batch is done with.
    """
    if not batch.file:
        raise UnreadableError(Note("file_gone"))
    with batch.file.open("rb") as file:
        content = file.read()
    book = open_book(
        content, batch.filename, encoding=batch.encoding, separator=batch.separator
    )
    return book, book.table(batch.sheet)


def open_content(batch: ImportBatch) -> Content:
    """Return the records of a batch, laid out as was found or as a person said."""
    _book, table = open_table(batch)
    return read_content(table, layout_of(batch, table))


def layout_of(batch: ImportBatch, table: Table) -> Layout:
    """Return the layout that is kept with a batch, else the one that is found."""
    if batch.layout:
        return Layout.from_json(batch.layout)
    return find_layout(table, is_known_heading)
