"""What of the generated document says nothing, or what is not so."""

from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise

REF = "#/components/schemas/"
# Marks what is told at times only: where it is asked for.
AT_TIMES = "x-at-times"
# What is left out where there is nothing to say.
LEFT_OUT = frozenset(("warnings", "errors"))


def tidy(document: Any) -> None:
    """Leave out what cannot be asked for or is not used, and name times rightly."""
    _leave_out_unaskable(document)
    _judge_fields(document)
    for part in (document["paths"], document["components"]):
        _walk(part, _drop_title)
        _walk(part, _name_time)
    _leave_out_unused(document)


def plain(node: Any) -> Any:
    """Return a node whose texts are said in the active language, once for all."""
    if isinstance(node, dict):
        return {key: plain(part) for key, part in node.items()}
    if isinstance(node, list | tuple):
        return [plain(part) for part in node]
    return str(node) if isinstance(node, Promise) else node


def _leave_out_unaskable(document: Any) -> None:
    """Leave out the operations that no snippet of this site is made for."""
    document["paths"] = {
        path: askable
        for path, methods in document["paths"].items()
        if (askable := {name: one for name, one in methods.items() if _is_askable(one)})
    }


def _is_askable(operation: dict[str, Any]) -> bool:
    """Whether anything may stand in the path; Wagtail says „” where nothing may."""
    places = [one for one in operation.get("parameters", ()) if one["in"] == "path"]
    return all(one["schema"].get("const") != "" for one in places)


def _leave_out_unused(document: Any) -> None:
    """Leave out the schemas that no operation leads to."""
    schemas = document["components"]["schemas"]
    used = _reached(document["paths"], schemas)
    document["components"]["schemas"] = {
        name: schema for name, schema in schemas.items() if name in used
    }


def _judge_fields(document: Any) -> None:
    """Say what is always there of what is told, and may be left out of what is sent.

    Generators of types take what has a default for what is always there, and doubt the
    rest: of what is told all is there, and a change without a field leaves it as it is.
    """
    schemas = document["components"]["schemas"]
    operations = [one for path in document["paths"].values() for one in path.values()]
    sent = _reached([one.get("requestBody") for one in operations], schemas)
    told = _reached([one["responses"] for one in operations], schemas)
    for name in sent - told:
        for part in schemas[name].get("properties", {}).values():
            part.pop("default", None)
    for name in told - sent:
        parts = schemas[name].get("properties", {})
        always = [
            key
            for key, part in parts.items()
            if not part.pop(AT_TIMES, False) and key not in LEFT_OUT
        ]
        if always:
            schemas[name]["required"] = always


def _reached(node: Any, schemas: dict[str, Any]) -> set[str]:
    """Return the names of the schemas that a node leads to."""
    reached: set[str] = set()
    waiting = set(_references(node))
    while waiting:
        reached |= waiting
        waiting = {
            ref for name in waiting for ref in _references(schemas[name])
        } - reached
    return reached


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        ref = node.get("$ref")
        if isinstance(ref, str):
            yield ref.removeprefix(REF)
    parts = node.values() if isinstance(node, dict) else node
    for part in parts if isinstance(node, dict | list) else ():
        yield from _references(part)


def _walk(node: Any, change: Callable[[dict[str, Any]], None]) -> None:
    """Change every object in a node."""
    parts = node.values() if isinstance(node, dict) else node
    for part in parts if isinstance(node, dict | list) else ():
        _walk(part, change)
    if isinstance(node, dict):
        change(node)


def _drop_title(node: dict[str, Any]) -> None:
    """Drop what only repeats a name, or says it in the language of the server."""
    if isinstance(node.get("title"), str):
        del node["title"]


def _name_time(node: dict[str, Any]) -> None:
    """Say of a time of the day that it is local: `time` would want an offset."""
    if node.get("format") == "time":
        node["format"] = "time-local"
