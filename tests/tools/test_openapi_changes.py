"""Changes of the contract: each is found, and known for what it does to a front end."""

from copy import deepcopy

import pytest

from tools.openapi_changes import changes

ENTRY = {"$ref": "#/components/schemas/Entry"}
TEXT, NUMBER = {"type": "string"}, {"type": "integer"}
BASE = {
    "info": {"version": "1.0.0"},
    "paths": {
        "/things/": {
            "get": {
                "operationId": "things_list",
                "security": [{"Token": []}, {}],
                "parameters": [
                    {
                        "name": "kind",
                        "in": "query",
                        "schema": {"enum": ["a", "b"], "type": "string"},
                    },
                    {"name": "limit", "in": "query", "schema": dict(NUMBER)},
                ],
                "responses": {
                    "200": {
                        "description": "OK",
                        "headers": {"ETag": {"schema": dict(TEXT)}},
                        "content": {"application/json": {"schema": dict(ENTRY)}},
                    }
                },
            },
            "post": {
                "operationId": "things_send",
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "name": dict(TEXT),
                                    "age": dict(NUMBER),
                                    "pet": {"anyOf": [
                                        {"$ref": "#/components/schemas/Dog"},
                                        {"$ref": "#/components/schemas/Cat"},
                                    ]},
                                },
                                "required": ["name"],
                            }
                        }
                    }
                },
                "responses": {"201": {"description": "Created"}},
            },
        }
    },
    "components": {
        "schemas": {
            "Entry": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer", "maximum": 9},
                    "state": {"enum": ["x", "y"], "type": "string"},
                    "blocks": {"type": "array", "items": {"oneOf": [
                        {"$ref": "#/components/schemas/Heading"},
                        {"$ref": "#/components/schemas/Quote"},
                    ]}},
                    "parent": {"anyOf": [dict(ENTRY), {"type": "null"}]},
                },
                "required": ["id", "state"],
            },
            "Dog": {"type": "object", "properties": {"name": dict(TEXT)}},
            "Cat": {"type": "object", "properties": {"name": dict(TEXT)}},
            "Heading": {
                "type": "object",
                "properties": {"type": {"const": "heading"}, "value": dict(TEXT)},
            },
            "Quote": {
                "type": "object",
                "properties": {"type": {"const": "quote"}, "value": dict(TEXT)},
            },
        }
    },
}  # fmt: skip


def listing(document):
    return document["paths"]["/things/"]["get"]


def entry(document):
    return document["components"]["schemas"]["Entry"]


def body(document):
    content = document["paths"]["/things/"]["post"]["requestBody"]["content"]
    return content["application/json"]["schema"]


def put(way, key, value):
    """Return a change that puts something where `way` leads."""

    def change(document):
        way(document)[key] = value

    return change


def drop(way, key):
    def change(document):
        del way(document)[key]

    return change


def properties(way):
    return lambda document: way(document)["properties"]


def parameter(number):
    return lambda document: listing(document)["parameters"][number]


def schema_of(name):
    return lambda document: document["components"]["schemas"][name]


def answers(document):
    return listing(document)["responses"]


def add_parameter(**values):
    def change(document):
        listing(document)["parameters"].append(
            {"name": "new", "in": "query", "schema": TEXT, **values}
        )

    return change


def union(document):
    return entry(document)["properties"]["blocks"]["items"]["oneOf"]


def add_block(document):
    quote = document["components"]["schemas"]["Quote"]
    new = {**quote, "properties": {"type": {"const": "picture"}}}
    document["components"]["schemas"]["PictureBlock"] = new
    union(document).append({"$ref": "#/components/schemas/PictureBlock"})


BREAKING = {
    "operation gone": drop(lambda d: d["paths"]["/things/"], "post"),
    "operation renamed": put(listing, "operationId", "things"),
    "token asked for": put(listing, "security", [{"Token": []}]),
    "answer gone": drop(answers, "200"),
    "content type gone": put(lambda d: answers(d)["200"], "content", {}),
    "header gone": put(lambda d: answers(d)["200"], "headers", {}),
    "parameter gone": lambda d: listing(d)["parameters"].pop(),
    "new required parameter": add_parameter(required=True),
    "parameter required": put(parameter(1), "required", True),
    "parameter of another type": put(parameter(1), "schema", TEXT),
    "parameter with a bound": put(
        parameter(1), "schema", {"type": "integer", "maximum": 5}
    ),
    "narrower choice": put(parameter(0), "schema", {"enum": ["a"], "type": "string"}),
    "property gone": drop(properties(entry), "id"),
    "property of another type": put(properties(entry), "id", TEXT),
    "property of another form": put(
        properties(entry), "id", {"type": "string", "format": "uuid"}
    ),
    "property not always there": put(entry, "required", ["id"]),
    "property may be null": put(
        properties(entry), "id", {"anyOf": [NUMBER, {"type": "null"}]}
    ),
    "wider set told": put(
        properties(entry), "state", {"enum": ["x", "y", "z"], "type": "string"}
    ),
    "new required field to send": put(body, "required", ["name", "age"]),
    "field to send gone": drop(properties(body), "age"),
    "property of a block gone": drop(properties(schema_of("Quote")), "value"),
    "any text was told": put(properties(entry), "state", TEXT),
    "only some texts may be sent": put(
        properties(body), "name", {"enum": ["a"], "type": "string"}
    ),
    "body required": put(
        lambda d: d["paths"]["/things/"]["post"]["requestBody"], "required", True
    ),
    "one of several kinds to send": drop(properties(schema_of("Dog")), "name"),
    "list of another thing": put(
        lambda d: entry(d)["properties"]["blocks"], "items", TEXT
    ),
}
ADDITIONS = {
    "new operation": put(
        lambda d: d["paths"]["/things/"], "put", {"operationId": "x", "responses": {}}
    ),
    "new parameter": add_parameter(),
    "wider choice": put(
        parameter(0), "schema", {"enum": ["a", "b", "c"], "type": "string"}
    ),
    "only some texts are told": put(
        properties(schema_of("Quote")), "value", {"enum": ["a"], "type": "string"}
    ),
    "only dates are told": put(
        properties(schema_of("Quote")), "value", {"type": "string", "format": "date"}
    ),
    "any number may be sent": put(properties(body), "age", {"type": "number"}),
    "new property": put(properties(entry), "more", TEXT),
    "new optional field to send": put(properties(body), "more", TEXT),
    "fewer fields to send": put(body, "required", []),
    "new block": add_block,
    "narrower set told": put(
        properties(entry), "state", {"enum": ["x"], "type": "string"}
    ),
    "property always there": put(entry, "required", ["id", "state", "blocks"]),
    "block gone": lambda d: union(d).pop(),
}


def changed(change):
    document = deepcopy(BASE)
    change(document)
    return changes(BASE, document)


@pytest.mark.parametrize("name", BREAKING)
def test_breaking_change_is_found(name):
    assert any(change.is_breaking for change in changed(BREAKING[name]))


@pytest.mark.parametrize("name", ADDITIONS)
def test_addition_is_found_and_breaks_nothing(name):
    found = changed(ADDITIONS[name])

    assert found
    assert not any(change.is_breaking for change in found)


def test_texts_for_people_are_no_change():
    def reword(document):
        listing(document)["summary"] = "Other words"
        entry(document)["description"] = "Other words"
        entry(document)["properties"]["id"]["description"] = "Other words"

    assert changed(reword) == []


def test_a_change_of_what_is_named_twice_is_told_once():
    found = changed(drop(properties(entry), "state"))

    assert [str(change) for change in found] == ["Entry: the property state is gone"]
