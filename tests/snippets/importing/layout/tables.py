"""Tables and texts made for tests, and headings that the tests know."""

from snippets.folding import fold
from snippets.importing.layout import find_layout, read_content
from snippets.importing.reading import Table, open_book

KNOWN = {
    "nazwa",
    "nazwa organizacji",
    "krs",
    "nr krs",
    "nip",
    "miasto",
    "ulica",
    "kod pocztowy",
    "telefon",
    "siedziba",
    "name",
    "city",
}


def is_known(heading):
    return fold(heading) in KNOWN


def knows_nothing(_heading):
    return False


def table_of(*rows, merged=(), hidden=frozenset()):
    """A table of a spreadsheet; rows may be shorter than the longest."""
    width = max(len(row) for row in rows)
    return Table(
        rows=[(*row, *[""] * (width - len(row))) for row in rows],
        numbers=list(range(1, len(rows) + 1)),
        merged=list(merged),
        hidden_columns=hidden,
    )


def text_table(*lines):
    """A table of a text file separated by semicolons."""
    return open_book("\n".join(lines).encode(), "lista.csv", separator=";").table()


def content_of(table, known=is_known):
    return read_content(table, find_layout(table, known))


def names_of(content, column=0):
    return [record.cells[column] for record in content.records]


def headings_of(content):
    return [column.heading for column in content.columns]


def broken(content):
    """Numbers of broken rows with the codes that say why."""
    return {
        record.number: [note.code for note in record.notes]
        for record in content.records
        if record.is_broken
    }


def organisations(count, *, city="Łomża", start=1):
    """Rows of a name, a KRS number and a town."""
    return [
        (f"Fundacja Most {at}", f"{at:010}", city) for at in range(start, start + count)
    ]
