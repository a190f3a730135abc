"""Writes the graph of the catalogue as Turtle: pure, without Django.

Source: W3C, RDF 1.1 Turtle, https://www.w3.org/TR/turtle/
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Node = Mapping[str, Any]


def turtle(graph: Node) -> str:
    """Return a graph of JSON-LD, whose things all have an address, as Turtle.

    A thing that stands in several places is written once; the prefixes of its
    `@context` are those of the text.
    """
    prefixes: Mapping[str, str] = graph["@context"]
    lines = [f"@prefix {name}: <{uri}> ." for name, uri in prefixes.items()]
    things: dict[str, Node] = {}
    for thing in _things(graph):
        things.setdefault(thing["@id"], thing)
    return "\n\n".join(["\n".join(lines), *map(_block, things.values())]) + "\n"


def _things(node: Node) -> Iterator[Node]:
    """Yield a thing and those it holds; what only points at one is none."""
    if "@type" in node and "@value" not in node:
        yield node
    for name, values in node.items():
        if name != "@context":
            for value in _several(values):
                if isinstance(value, Mapping):
                    yield from _things(value)


def _block(thing: Node) -> str:
    said = [f"a {thing['@type']}"]
    for name, values in thing.items():
        if not name.startswith("@") and values:
            objects = ", ".join(map(_object, _several(values)))
            said.append(f"{name} {objects}")
    return f"<{_iri(thing['@id'])}> " + " ;\n    ".join(said) + " ."


def _object(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@id" in value:
        return f"<{_iri(value['@id'])}>"
    if "@language" in value:
        return f"{_quoted(value['@value'])}@{value['@language']}"
    return f"{_quoted(value['@value'])}^^{value['@type']}"


def _several(values: Any) -> Sequence[Any]:
    return values if isinstance(values, list) else [values]


def _quoted(text: str) -> str:
    """Return a literal: what JSON escapes in a text, Turtle escapes alike."""
    return json.dumps(text, ensure_ascii=False)


def _iri(address: str) -> str:
    """Return an address without the characters that an IRI must not have."""
    return "".join(
        f"%{ord(char):02X}" if char in '<>"{}|^`\\' or char <= " " else char
        for char in address
    )
