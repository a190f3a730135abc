"""The OpenAPI document: valid, whole, the same for everybody, typed to the last."""

import json
import os
import socket
from pathlib import Path

import pytest
from django.test import Client
from django.utils import translation
from openapi_spec_validator import OpenAPIV31SpecValidator
from wagtail.api.v3.api import api
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from .operations import operations, whole_document

PROBLEM = "application/problem+json"
SCHEMAS = "#/components/schemas/"
# Wagtail's own: JSON Schemas of its types, which have no one shape.
UNTYPED = {
    ("SchemaDetailResponse", "read", "additionalProperties"),
    ("SchemaDetailResponse", "create", "additionalProperties"),
    ("SchemaDetailResponse", "patch", "additionalProperties"),
}
SAYS_NOTHING = {"title", "description", "default"}
OF_OBJECTS = {"properties", "additionalProperties"}


def untyped(node, way=()):
    """Yield the ways to the parts of a schema that may be anything."""
    for part in node if isinstance(node, list) else ():
        yield from untyped(part, way)
    if not isinstance(node, dict):
        return
    yield from ((*way, key) for key in left_open(node))
    for name, schema in node.get("properties", {}).items():
        yield from untyped(schema, (*way, name))
    for key in ("items", "additionalProperties", "anyOf", "oneOf", "allOf"):
        yield from untyped(node.get(key), way)


def left_open(schema):
    """Yield the names of what a schema itself leaves open."""
    for name, part in schema.get("properties", {}).items():
        if not part.keys() - SAYS_NOTHING:
            yield name
    for key in ("items", "additionalProperties"):
        if schema.get(key) in (True, {}):
            yield key
    if schema.get("type") == "array" and "items" not in schema:
        yield "items"
    if schema.get("type") == "object" and not schema.keys() & OF_OBJECTS:
        yield "properties"


def resolved(schema):
    """Return what a reference in our document names."""
    while ref := schema.get("$ref"):
        name = ref.removeprefix(SCHEMAS)
        schema = whole_document()["components"]["schemas"][name]
    return schema


def streams():
    """Yield each stream of a page type that the document has, with its schema."""
    schemas = whole_document()["components"]["schemas"]
    for model in get_page_models():
        for field in model._meta.get_fields():
            schema = schemas.get(f"{model._meta.object_name}Schema", {})
            told = schema.get("properties", {}).get(field.name)
            if isinstance(field, StreamField) and told:
                yield f"{model._meta.label}.{field.name}", field.stream_block, told


def test_document_is_valid():
    faults = OpenAPIV31SpecValidator(whole_document()).iter_errors()

    assert [(fault.message, list(fault.path)) for fault in faults] == []


@pytest.mark.parametrize("language", ["pl", "en", "uk", "be"])
def test_document_is_the_same_in_every_language(language, db):
    served = Client().get("/api/v3/openapi.json", headers={"Accept-Language": language})
    with translation.override(language):
        made = json.loads(json.dumps(api.get_openapi_schema(), default=str))

    assert served.json() == whole_document()
    assert made["components"] == whole_document()["components"]


def test_document_tells_nothing_of_the_machine():
    text = json.dumps(whole_document(), ensure_ascii=False)
    words = (str(Path.cwd()), str(Path.home()) + os.sep, socket.gethostname())

    assert [word for word in words if word in text] == []


def test_operations_are_named_once():
    named = [
        one["operationId"]
        for methods in whole_document()["paths"].values()
        for one in methods.values()
    ]

    assert len(named) > 50
    assert len(named) == len(set(named))


@pytest.mark.parametrize("key", ["summary", "tags"])
def test_every_operation_says_what_it_is_about(key):
    silent = [one.name for one in operations().values() if not one.details.get(key)]

    assert silent == []


def test_every_tag_is_described():
    told = {tag["name"] for tag in whole_document()["tags"] if tag["description"]}
    used = {tag for one in operations().values() for tag in one.details["tags"]}

    assert used == told


def test_every_refusal_is_a_problem():
    others = [
        (one.name, status, kind)
        for one in operations().values()
        for status, answer in one.details["responses"].items()
        if status[0] in "45"
        for kind in answer.get("content", {})
        if kind != PROBLEM
    ]

    assert others == []
    assert all("4XX" in one.details["responses"] for one in operations().values())


def test_every_answer_with_something_in_it_has_a_schema():
    empty = [
        (one.name, status)
        for one in operations().values()
        for status, answer in one.details["responses"].items()
        if status not in {"204", "301", "304"}
        and not all(
            part.get("schema") for part in answer.get("content", {"": {}}).values()
        )
    ]

    assert empty == []


def test_nothing_is_typed_as_anything():
    found = {
        (name, *way)
        for name, schema in whole_document()["components"]["schemas"].items()
        for way in untyped(schema)
    }

    assert found == UNTYPED


def test_the_search_for_untyped_parts_finds_them():
    schema = {
        "properties": {
            "a": {},
            "b": {"type": "array"},
            "c": {"anyOf": [{"type": "object", "additionalProperties": True}]},
            "d": {"type": "array", "items": {}},
        }
    }

    assert {way[0] for way in untyped(schema)} == set("abcd")


def test_every_stream_tells_its_blocks_by_their_type():
    seen = 0
    for name, block, schema in streams():
        items = resolved(schema)["items"]
        if len(block.child_blocks) > 1:
            assert items["discriminator"]["propertyName"] == "type", name
            told = set(items["discriminator"]["mapping"])
            assert len(items["oneOf"]) == len(told), name
        else:
            told = {resolved(items)["properties"]["type"]["const"]}
        assert told == set(block.child_blocks), name
        seen += 1

    assert seen > 4


def test_every_page_is_told_by_its_type():
    detail = operations()["pages_detail"].details["responses"]["200"]
    schema = resolved(detail["content"]["application/json"]["schema"])

    types = {resolved(one)["properties"]["type"]["const"] for one in schema["oneOf"]}

    assert {"meetings.MeetingPage", "frontpage.HomePage"} < types
    assert schema["discriminator"]["propertyName"] == "type"


def test_operations_that_nothing_can_be_asked_of_are_left_out():
    places = [one.parameters("path").values() for one in operations().values()]

    assert "snippets_list" in operations()
    assert not operations().keys() & {"snippets_actions_publish", "snippets_revert"}
    assert all(place["schema"].get("const") != "" for one in places for place in one)


def test_languages_are_a_closed_set_wherever_they_are_told():
    sent = {"PageCopyForTranslationSchema"}  # Wagtail's, who takes any text
    open_sets = [
        (name, key)
        for name, schema in whole_document()["components"]["schemas"].items()
        for key in ("locale", "content_locale")
        if (told := schema.get("properties", {}).get(key)) and name not in sent
        if "enum" not in (told.get("anyOf") or [told])[0]
    ]

    assert open_sets == []


def test_clauses_have_a_name_of_their_own():
    schemas = whole_document()["components"]["schemas"]

    for name, key in (("Draft", "clauses"), ("ClauseListing", "items")):
        items = schemas[name]["properties"][key]["items"]
        assert items == {"$ref": f"{SCHEMAS}Clause"}
    assert schemas["Clause"]["discriminator"]["propertyName"] == "kind"
