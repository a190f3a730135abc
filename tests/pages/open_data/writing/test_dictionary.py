"""The dictionary says what the files have."""

import csv
import json
import re

import pytest
from django.utils.text import capfirst
from django.utils.translation import override

from pages.open_data.columns import Kind
from pages.open_data.datasets import DATASETS
from pages.open_data.publishing import publish
from pages.open_data.writing.dictionary import (
    dictionary_file,
    dictionary_files,
    in_languages,
    languages,
)

pytestmark = pytest.mark.django_db
SHAPES = {
    Kind.INTEGER: r"\d+",
    Kind.BOOLEAN: "true|false",
    Kind.DATE: r"\d{4}-\d\d-\d\d",
    Kind.TIME: r"\d\d:\d\d:\d\d",
    Kind.MOMENT: r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+\d\d:\d\d",
    Kind.ADDRESS: r"https://\S+",
    Kind.TEXT: r"(?s).+",
}


@pytest.fixture
def metadata(folder):
    publish(folder)
    return json.loads((folder / "csv-metadata.json").read_text(encoding="utf-8"))


def test_metadata_has_the_columns_of_every_file_in_their_order(metadata, folder):
    tables = {table["url"]: table["tableSchema"] for table in metadata["tables"]}

    assert set(tables) == {dataset.csv for dataset in DATASETS.values()}
    for name, schema in tables.items():
        with (folder / name).open(encoding="utf-8", newline="") as file:
            headings = next(csv.reader(file))
        assert [column["titles"] for column in schema["columns"]] == headings
        assert set(schema["primaryKey"]) <= set(headings)


def test_dictionaries_for_people_have_every_column_and_code(metadata, folder):
    for name in dictionary_files():
        text = (folder / name).read_text(encoding="utf-8")
        for dataset in DATASETS.values():
            assert f'id="{dataset.name}"' in text
            for column in dataset.columns:
                assert f"<code>{column.name}</code>" in text
                assert all(f"<code>{code}</code>" in text for code, _ in column.codes)


@pytest.mark.parametrize("kind", Kind)
def test_datatypes_are_codes_for_programs_and_words_for_people(metadata, folder, kind):
    tables = [table["tableSchema"]["columns"] for table in metadata["tables"]]
    assert kind.value in [column["datatype"] for table in tables for column in table]
    for code in languages():
        text = (folder / dictionary_file(code)).read_text(encoding="utf-8")
        with override(code):
            assert f'<span class="hint">{capfirst(kind.label)}' in text
        assert f'<span class="hint">{kind.value}' not in text


@pytest.mark.parametrize("name", list(DATASETS))
def test_columns_are_described_with_an_example_that_fits(name):
    for column in DATASETS[name].columns:
        assert re.fullmatch("[a-z][a-z0-9_]*", column.name)
        assert in_languages(column.about)["en"].endswith(".")
        assert re.fullmatch(SHAPES[column.kind], column.example), column.name
        if column.codes:
            assert column.example in dict(column.codes), column.name
        if column.refers:
            other, _dot, target = column.refers.partition(".")
            assert target in [one.name for one in DATASETS[other].columns]


def test_codes_are_told_in_metadata(metadata):
    [table] = [one for one in metadata["tables"] if one["url"] == "comments.csv"]
    columns = {one["name"]: one for one in table["tableSchema"]["columns"]}

    pattern = columns["ruling"]["datatype"]["format"]
    assert re.match(pattern, "partly")
    assert not re.match(pattern, "partly accepted")
