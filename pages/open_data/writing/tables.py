"""A dataset as CSV and JSON, both written in one go: they never differ."""

import csv
import json
from collections.abc import Callable
from pathlib import Path

from pages.open_data.addresses import Addresses
from pages.open_data.columns import Dataset

from .values import cells, plain_row

# So many rows are told of at once.
TOLD = 1_000
Progress = Callable[[str, int], None]


def write_tables(
    folder: Path, dataset: Dataset, addresses: Addresses, progress: Progress
) -> int:
    """Write both files into a folder, in the active language; return how many rows.

    Rows are written as they come. CSV is as RFC 4180 says, in UTF-8, but for lines,
    which end with a line feed; JSON is an array with an object a line.
    """
    rows = 0
    with (
        (folder / dataset.csv).open("x", encoding="utf-8", newline="") as sheet,
        (folder / dataset.json).open("x", encoding="utf-8", newline="") as objects,
    ):
        writer = csv.writer(sheet, lineterminator="\n")
        writer.writerow([column.name for column in dataset.columns])
        objects.write("[")
        for rows, row in enumerate(dataset.rows(addresses), start=1):
            values = plain_row(dataset, row)
            writer.writerow(cells(values))
            objects.write("\n" if rows == 1 else ",\n")
            objects.write(json.dumps(values, ensure_ascii=False))
            if rows % TOLD == 0:
                progress(dataset.name, rows)
        objects.write("\n]\n")
    progress(dataset.name, rows)
    return rows
