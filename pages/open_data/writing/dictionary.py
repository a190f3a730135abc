"""The dictionary of the data: for programs as CSVW, for people as a page a language.

Source: W3C, Metadata Vocabulary for Tabular Data,
https://www.w3.org/TR/tabular-metadata/
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from pages.open_data.columns import Column, Dataset, Kind
from pages.open_data.datasets import DATASETS
from pages.open_data.settings import open_data

from .values import LIST_SEPARATOR

METADATA = "csv-metadata.json"
SOURCE = "en"  # what texts are translated from
GUARD = _(
    "In CSV files an apostrophe stands before a text that begins with =, +, -, @ or an "
    "apostrophe, so that no spreadsheet runs it as a formula: take one apostrophe "
    "away. Texts of a list stand on a line each. JSON files have all texts as they "
    "are."
)


def languages() -> list[str]:
    """Return the languages that the data are told of in."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]


def dictionary_file(code: str) -> str:
    """Return the name of the dictionary in a language."""
    return f"dictionary.{code}.html"


def dictionary_files() -> list[str]:
    """Return the names of the dictionaries."""
    return [dictionary_file(code) for code in languages()]


def in_languages(text: Any) -> dict[str, str]:
    """Return a text in each language that it is translated into, and in English.

    A word that is the same in two languages is told once, as the English one.
    """
    with translation.override(SOURCE):
        found = {SOURCE: str(text)}
    for code in languages():
        with translation.override(code):
            said = str(text)
        if said != found[SOURCE]:
            found[code] = said
    return found


def write_dictionaries(folder: Path) -> None:
    """Write the dictionary in each language, a page that needs nothing else."""
    for code in languages():
        with translation.override(code):
            text = render_to_string(
                "open_data/dictionary.html",
                {
                    "language": code,
                    "datasets": DATASETS.values(),
                    "licence": open_data().terms,
                    "guard": GUARD,
                },
            )
        (folder / dictionary_file(code)).write_text(text, encoding="utf-8")


def write_metadata(folder: Path, datasets: Iterable[Dataset]) -> None:
    """Write the description of the CSV files, which lie beside it."""
    known = {dataset.name: dataset for dataset in datasets}
    group = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "@type": "TableGroup",
        "dc:license": {"@id": open_data().terms.deed},
        "dc:description": _words(GUARD),
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\n"], "delimiter": ","},
        "tables": [_table(dataset, known) for dataset in known.values()],
    }
    text = json.dumps(group, ensure_ascii=False, indent=2)
    (folder / METADATA).write_text(f"{text}\n", encoding="utf-8")


def _table(dataset: Dataset, known: dict[str, Dataset]) -> dict[str, Any]:
    references = list(_references(dataset, known))
    return {
        "@type": "Table",
        "url": dataset.csv,
        "dc:title": _words(dataset.title),
        "dc:description": _words(dataset.about),
        "tableSchema": {
            "@type": "Schema",
            "columns": [_column(column) for column in dataset.columns],
            "primaryKey": list(dataset.key),
            **({"foreignKeys": references} if references else {}),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "@type": "Column",
        "name": column.name,
        "titles": column.name,
        "dc:description": _words(column.about),
        "skos:example": column.example,
        "datatype": _datatype(column),
        "required": column.is_required,
    }
    if column.is_list:
        described["separator"] = LIST_SEPARATOR
    if column.codes:
        described["skos:note"] = [
            {"@value": f"{code}: {label}", "@language": language}
            for code, words in column.codes
            for language, label in in_languages(words).items()
        ]
    return described


def _datatype(column: Column) -> Any:
    """Return the datatype; of codes also which there are."""
    if not column.codes:
        return str(column.kind)
    codes = "|".join(str(code) for code, _words in column.codes)
    return {"base": str(Kind.TEXT), "format": f"^({codes})$"}


def _references(
    dataset: Dataset, known: dict[str, Dataset]
) -> Iterator[dict[str, Any]]:
    """Yield what refers to the key of another table.

    Of a clause there is a row a version: what names it refers to no single row, which
    a foreign key has to. Neither do lists, nor what may be empty.
    """
    for column in dataset.columns:
        name, _dot, target = column.refers.partition(".")
        if name in known and known[name].key == (target,) and column.is_required:
            reference = {"resource": f"{name}.csv", "columnReference": target}
            yield {"columnReference": column.name, "reference": reference}


def _words(text: Any) -> list[dict[str, str]]:
    return [
        {"@value": words, "@language": code}
        for code, words in in_languages(text).items()
    ]
