"""Writes open data into a folder, and reads them back as programs do."""

import csv
import json

from pages.open_data.datasets import DATASETS
from pages.open_data.publishing import publish
from pages.open_data.writing.values import LIST_SEPARATOR


def rows_of(folder, name, **options):
    """Return the rows of one dataset, written now."""
    publish(folder, only=name, **options)
    return read_json(folder, name)


def read_json(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def read_csv(folder, name):
    """Return rows read by the rules of the dictionary, and by nothing else."""
    columns = {column.name: column for column in DATASETS[name].columns}
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return [
            {key: value_of(cell, columns[key]) for key, cell in row.items()}
            for row in csv.DictReader(file)
        ]


def value_of(cell, column):
    text = cell.removeprefix("'")
    if column.is_list:
        return text.split(LIST_SEPARATOR) if text else []
    if not cell:
        return None
    if column.kind == "integer":
        return int(cell)
    if column.kind == "boolean":
        return {"true": True, "false": False}[cell]
    return text


def all_text(folder):
    """Return the text of each file in a folder, by name."""
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in folder.iterdir()
        if path.is_file()
    }
