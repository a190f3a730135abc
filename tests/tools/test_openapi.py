"""The snapshot of the contract is guarded: what breaks needs a new major version."""

import json
from copy import deepcopy

import pytest

from tools import openapi

LOG = "# Changes\n\n## 1.0.0\n\nFirst.\n\n## 1.1.0\n\nMore.\n\n## 2.0.0\n\nOther.\n"


def contract(version="1.0.0", **properties):
    schema = {"type": "object", "properties": properties or {"id": {"type": "integer"}}}
    content = {"application/json": {"schema": schema}}
    return {
        "info": {"version": version},
        "paths": {
            "/x/": {
                "get": {
                    "operationId": "x",
                    "responses": {"200": {"content": content}},
                }
            }
        },
        "components": {"schemas": {}},
    }


MORE = {"id": {"type": "integer"}, "name": {"type": "string"}}
OTHER = {"name": {"type": "string"}}


@pytest.fixture
def snapshot(tmp_path, monkeypatch):
    """Where the snapshot is kept; the code makes what the test puts into `made`."""
    file, log = tmp_path / "openapi.json", tmp_path / "log.md"
    log.write_text(LOG, encoding="utf-8")
    monkeypatch.setattr(openapi, "SNAPSHOT", file)
    monkeypatch.setattr(openapi, "CHANGELOG", log)
    file.write_text(openapi.text_of(contract()), encoding="utf-8")
    return file


def code_makes(monkeypatch, document):
    monkeypatch.setattr(openapi, "made", lambda: deepcopy(document))


def test_the_same_contract_passes(snapshot, monkeypatch):
    code_makes(monkeypatch, contract())

    assert openapi.main(["check"]) == 0


@pytest.mark.parametrize(
    "document",
    [
        contract("1.0.0", **MORE),
        contract("1.1.0", **MORE),
        contract("1.1.0", **OTHER),
        contract("2.0.0", **OTHER),
    ],
)
def test_another_contract_does_not_pass(snapshot, monkeypatch, document, capsys):
    code_makes(monkeypatch, document)

    assert openapi.main(["check"]) == 1
    assert "property" in capsys.readouterr().err


@pytest.mark.parametrize(
    "document", [contract("1.1.0", **MORE), contract("2.0.0", **OTHER)]
)
def test_a_contract_with_its_version_is_written(snapshot, monkeypatch, document):
    code_makes(monkeypatch, document)

    assert openapi.main(["write"]) == 0
    assert json.loads(snapshot.read_text(encoding="utf-8")) == document
    assert openapi.main(["check"]) == 0


@pytest.mark.parametrize(
    "document",
    [
        contract("1.0.0", **MORE),
        contract("1.1.0", **OTHER),
        contract("3.0.0", **OTHER),
    ],
    ids=["same version", "breaks without a major version", "not in the changelog"],
)
def test_a_contract_without_its_version_is_not_written(snapshot, monkeypatch, document):
    code_makes(monkeypatch, document)
    before = snapshot.read_bytes()

    assert openapi.main(["write"]) == 1
    assert snapshot.read_bytes() == before


def test_breaking_changes_are_marked(snapshot, monkeypatch, capsys):
    code_makes(monkeypatch, contract("1.1.0", **OTHER))

    openapi.main(["check"])

    told = capsys.readouterr().err.splitlines()
    assert [line.partition(" ")[0] for line in told[:2]] == ["BREAKING", "added"]


def test_snapshot_is_the_same_whoever_writes_it():
    text = openapi.text_of({"b": "ż", "a": {"d": 1, "c": 2}})

    assert text == '{\n "a": {\n  "c": 2,\n  "d": 1\n },\n "b": "ż"\n}\n'


@pytest.mark.parametrize("words", [[], ["make"], ["check", "write"]])
def test_other_words_are_refused(words):
    assert openapi.main(words) == 2
