"""The catalogue has what DCAT-AP 3.0 asks for, and says the same in both forms.

Source: https://semiceu.github.io/DCAT-AP/releases/3.0.0/, the tables of properties.
"""

import json
import re
from urllib.parse import urlparse

import pytest

from pages.open_data.datasets import DATASETS
from pages.open_data.publishing import publish
from pages.open_data.settings import LICENCES
from pages.open_data.writing.turtle import turtle

pytestmark = pytest.mark.django_db
BASE = "https://dane.example.org"
# Mandatory properties, and recommended ones that portals ask for.
WANTED = {
    "dcat:Catalog": (
        *("dct:title", "dct:description", "dct:publisher", "dcat:dataset"),
        *("dct:license", "dct:language", "dct:modified", "foaf:homepage"),
        *("dct:spatial", "dcat:themeTaxonomy"),
    ),
    "dcat:Dataset": (
        *("dct:title", "dct:description", "dct:publisher", "dcat:contactPoint"),
        *("dcat:distribution", "dcat:keyword", "dcat:theme", "dct:identifier"),
        *("dct:accrualPeriodicity", "dct:language", "dct:modified"),
        *("dct:accessRights", "dct:spatial", "dcat:landingPage"),
    ),
    "dcat:Distribution": (
        *("dcat:accessURL", "dcat:downloadURL", "dcat:mediaType", "dct:format"),
        *("dct:license", "dcat:byteSize", "spdx:checksum", "dct:modified"),
        "dcatap:availability",
    ),
    "spdx:Checksum": ("spdx:algorithm", "spdx:checksumValue"),
    "foaf:Agent": ("foaf:name",),
    "vcard:Kind": ("vcard:fn", "vcard:hasEmail"),
}
SINGLE = {
    *("dct:publisher", "dct:license", "dct:modified", "dct:accrualPeriodicity"),
    *("dct:accessRights", "dcat:byteSize", "dcat:mediaType", "dct:format"),
    *("spdx:checksum", "spdx:algorithm", "spdx:checksumValue", "foaf:homepage"),
}
AUTHORITY = "http://publications.europa.eu/resource/authority/"
CONTROLLED = {
    *("dct:license", "dct:language", "dcat:theme", "dct:accrualPeriodicity"),
    *("dct:format", "dct:accessRights", "dcatap:availability"),
}


@pytest.fixture
def graph(folder):
    publish(folder, base_url=BASE)
    return json.loads((folder / "catalog.jsonld").read_text(encoding="utf-8"))


def several(value):
    return value if isinstance(value, list) else [value]


def things(node):
    if isinstance(node, dict):
        if "@type" in node and "@value" not in node:
            yield node
        for name, values in node.items():
            if name != "@context":
                for value in several(values):
                    yield from things(value)


@pytest.mark.parametrize("kind", WANTED)
def test_things_have_what_is_wanted_of_their_kind(graph, kind):
    found = [thing for thing in things(graph) if thing["@type"] == kind]

    assert found
    for thing in found:
        assert [name for name in WANTED[kind] if not thing.get(name)] == []
        twice = [n for n in SINGLE & set(thing) if len(several(thing[n])) > 1]
        assert twice == [], thing["@id"]


def test_every_dataset_has_both_files_at_their_addresses(graph):
    datasets = {one["dct:identifier"]: one for one in graph["dcat:dataset"]}

    assert list(datasets) == list(DATASETS)
    for name, dataset in datasets.items():
        files = [one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]]
        assert files == [f"{BASE}/open-data/{name}.{form}" for form in ("csv", "json")]


def test_controlled_values_are_of_the_authority_tables(graph):
    for thing in things(graph):
        for name in CONTROLLED & set(thing):
            for value in several(thing[name]):
                assert value["@id"].startswith(AUTHORITY), (thing["@id"], name)


def test_texts_have_a_language_and_no_language_twice(graph):
    for thing in [graph, *graph["dcat:dataset"]]:
        for name in ("dct:title", "dct:description"):
            codes = [text["@language"] for text in thing[name]]
            assert "en" in codes
            assert len(codes) == len(set(codes))


def test_addresses_are_whole_names_known_and_values_typed(graph):
    for thing in things(graph):
        assert urlparse(thing["@id"]).scheme in {"http", "https"}
        for name in (thing["@type"], *(key for key in thing if key[0] != "@")):
            assert name.partition(":")[0] in graph["@context"], name
        if thing["@type"] == "dcat:Distribution":
            assert thing["dcat:byteSize"]["@type"] == "xsd:nonNegativeInteger"
            assert thing["dct:modified"]["@type"] == "xsd:dateTime"
        if thing["@type"] == "spdx:Checksum":
            value = thing["spdx:checksumValue"]
            assert value["@type"] == "xsd:hexBinary"
            assert re.fullmatch("[0-9a-f]{64}", value["@value"])


def test_turtle_has_every_thing_once(graph, folder):
    text = (folder / "catalog.ttl").read_text(encoding="utf-8")

    subjects = re.findall(r"^<([^>]+)> a ", text, flags=re.MULTILINE)
    assert set(subjects) == {thing["@id"] for thing in things(graph)}
    assert len(subjects) == len(set(subjects))


def test_turtle_escapes_texts_and_addresses():
    graph = {
        "@context": {"dct": "http://purl.org/dc/terms/"},
        "@id": "https://example.org/a b<c>",
        "@type": "dct:Thing",
        "dct:title": [{"@value": 'A "b"\nc', "@language": "pl"}],
        "dct:size": {"@value": "7", "@type": "xsd:integer"},
        "dct:empty": [],
    }

    assert turtle(graph) == (
        "@prefix dct: <http://purl.org/dc/terms/> .\n\n"
        "<https://example.org/a%20b%3Cc%3E> a dct:Thing ;\n"
        '    dct:title "A \\"b\\"\\nc"@pl ;\n'
        '    dct:size "7"^^xsd:integer .\n'
    )


def test_licence_is_that_of_the_setting(folder, settings):
    terms = LICENCES["CC-BY-4.0"]
    settings.PARTICIPATION_OPEN_DATA |= {"licence": "CC-BY-4.0", "contact_email": ""}
    publish(folder)

    catalogue = (folder / "catalog.ttl").read_text(encoding="utf-8")
    assert f"dct:license <{terms.concept}>" in catalogue
    assert LICENCES["CC0-1.0"].concept not in catalogue
    assert "contactPoint" not in catalogue
    for name in ("csv-metadata.json", "dictionary.pl.html"):
        assert terms.deed in (folder / name).read_text(encoding="utf-8")
