"""What is different between two OpenAPI documents, and what of it breaks a front end.

What is sent may be widened and what is told may be narrowed, but not the other way
round: a new optional parameter is an addition, a new required one breaks. Answers may
get new properties and unions new members of a `type`: front ends must pass over what
they do not know, as docs/integrators.md says. Texts for people change freely.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]
REF = "#/components/schemas/"
METHODS = ("get", "post", "put", "patch", "delete")
# What says something to people only.
WORDS = ("title", "description", "summary", "examples", "example", "externalDocs")
# What bounds a value: (the bound, whether a smaller number bounds more).
BOUNDS = (
    *(("maximum", True), ("exclusiveMaximum", True), ("maxLength", True)),
    *(("maxItems", True), ("minimum", False), ("exclusiveMinimum", False)),
    *(("minLength", False), ("minItems", False)),
)


@dataclass(frozen=True)
class Change:
    """One difference, and whether it can break a front end."""

    place: str
    text: str
    is_breaking: bool = False

    def __str__(self) -> str:
        return f"{self.place}: {self.text}"


def changes(old: Node, new: Node) -> list[Change]:
    """Return the differences between two documents, each once."""
    return list(dict.fromkeys(_Comparison(old, new).document()))


class _Comparison:
    """Walks two documents at once; each pair of schemas is compared once a side."""

    def __init__(self, old: Node, new: Node) -> None:
        self.old, self.new = old, new
        self._seen: set[tuple[str, str, bool]] = set()

    def document(self) -> Iterator[Change]:
        """Compare all operations."""
        old, new = _operations(self.old), _operations(self.new)
        for place in old.keys() - new.keys():
            yield Change(place, "the operation is gone", True)
        for place in new.keys() - old.keys():
            yield Change(place, "a new operation")
        for place in sorted(old.keys() & new.keys()):
            yield from self._operation(place, old[place], new[place])

    def _operation(self, place: str, old: Node, new: Node) -> Iterator[Change]:
        if old.get("operationId") != new.get("operationId"):
            yield Change(place, "the operationId is another one", True)
        if {} in old.get("security", [{}]) and {} not in new.get("security", [{}]):
            yield Change(place, "it asks for a token", True)
        yield from self._parameters(place, old, new)
        yield from self._body(place, old.get("requestBody"), new.get("requestBody"))
        yield from self._answers(place, old["responses"], new["responses"])

    def _parameters(self, place: str, old: Node, new: Node) -> Iterator[Change]:
        before, after = _parameters(old), _parameters(new)
        for name in before.keys() - after.keys():
            yield Change(place, f"the parameter {name} is gone", True)
        for name in after.keys() - before.keys():
            required = bool(after[name].get("required"))
            yield Change(place, f"a new parameter {name}", required)
        for name in before.keys() & after.keys():
            was, here = before[name], f"{place} ?{name}"
            if after[name].get("required") and not was.get("required"):
                yield Change(here, "it is required now", True)
            yield from self._schema(here, was["schema"], after[name]["schema"], True)

    def _body(self, place: str, old: Any, new: Any) -> Iterator[Change]:
        here = f"{place} body"
        if not old or not new:
            if old or new:
                breaks = bool(old) or bool(new.get("required"))
                yield Change(here, "it comes or goes", breaks)
            return
        if new.get("required") and not old.get("required"):
            yield Change(here, "it is required now", True)
        yield from self._contents(here, old, new, True)

    def _answers(self, place: str, old: Node, new: Node) -> Iterator[Change]:
        for status in old.keys() - new.keys():
            yield Change(place, f"the answer {status} is gone", True)
        for status in new.keys() - old.keys():
            yield Change(place, f"a new answer {status}", status.startswith("2"))
        for status in old.keys() & new.keys():
            here = f"{place} {status}"
            for name in old[status].get("headers", {}).keys() - new[status].get(
                "headers", {}
            ):
                yield Change(here, f"the header {name} is gone", True)
            yield from self._contents(here, old[status], new[status], False)

    def _contents(
        self, place: str, old: Node, new: Node, sent: bool
    ) -> Iterator[Change]:
        before, after = old.get("content", {}), new.get("content", {})
        for kind in before.keys() - after.keys():
            yield Change(place, f"{kind} is gone", True)
        for kind in after.keys() - before.keys():
            yield Change(place, f"also {kind}")
        for kind in before.keys() & after.keys():
            was, now = before[kind].get("schema", {}), after[kind].get("schema", {})
            yield from self._schema(place, was, now, sent)

    def _schema(self, place: str, old: Node, new: Node, sent: bool) -> Iterator[Change]:
        """Compare what is sent, or else told."""
        refs = (str(old.get("$ref", "")), str(new.get("$ref", "")))
        if all(refs):
            place = refs[1].removeprefix(REF)
            if (*refs, sent) in self._seen:
                return
            self._seen.add((*refs, sent))
        old, new = _resolved(self.old, old), _resolved(self.new, new)
        if old == new and not _has_ref(old):
            return
        yield from self._kinds(place, old, new, sent)
        yield from _bounds(place, old, new, sent)
        yield from self._properties(place, old, new, sent)
        for key in ("items", "additionalProperties"):
            was, now = old.get(key), new.get(key)
            if isinstance(was, dict) and isinstance(now, dict):
                yield from self._schema(f"{place}[]", was, now, sent)
            elif was != now and key in old.keys() | new.keys():
                yield Change(place, f"{key} is another", not (sent and now is None))

    def _kinds(self, place: str, old: Node, new: Node, sent: bool) -> Iterator[Change]:
        """Compare what a value may be: the members of unions, or its one kind."""
        before, after = _members(self.old, old), _members(self.new, new)
        for name in before.keys() - after.keys():
            breaks = sent and not _is_among(name, after)
            yield Change(place, f"it cannot be {name} any more", breaks)
        for name in after.keys() - before.keys():
            # A member told by its `type` is passed over by those who do not know it.
            breaks = not sent and not name.startswith("type=")
            breaks = breaks and not _is_among(name, before)
            yield Change(place, f"it can be {name} too", breaks)
        for name in before.keys() & after.keys():
            if before[name] is not old or after[name] is not new:
                yield from self._schema(place, before[name], after[name], sent)

    def _properties(
        self, place: str, old: Node, new: Node, sent: bool
    ) -> Iterator[Change]:
        before, after = old.get("properties", {}), new.get("properties", {})
        must, must_now = set(old.get("required", ())), set(new.get("required", ()))
        for name in before.keys() - after.keys():
            yield Change(place, f"the property {name} is gone", True)
        for name in after.keys() - before.keys():
            yield Change(place, f"a new property {name}", sent and name in must_now)
        for name in before.keys() & after.keys():
            here = f"{place}.{name}"
            if name in must_now - must:
                yield Change(here, "it is required now", sent)
            if name in must - must_now:
                yield Change(here, "it is optional now", not sent)
            yield from self._schema(here, before[name], after[name], sent)


def _operations(document: Node) -> dict[str, Node]:
    return {
        f"{method.upper()} {path}": details
        for path, methods in document["paths"].items()
        for method, details in methods.items()
        if method in METHODS
    }


def _parameters(operation: Node) -> dict[str, Node]:
    return {one["name"]: one for one in operation.get("parameters", ())}


def _resolved(document: Node, schema: Node) -> Node:
    """Return what a reference names, without texts for people."""
    if ref := schema.get("$ref"):
        schema = document["components"]["schemas"][ref.removeprefix(REF)]
    return {key: value for key, value in schema.items() if key not in WORDS}


def _has_ref(node: Any) -> bool:
    return '"$ref"' in json.dumps(node)


def _members(document: Node, schema: Node) -> dict[str, Node]:
    """Return each thing that a value can be, under a name of its own."""
    unions = schema.get("anyOf") or schema.get("oneOf")
    if unions is None:
        return dict.fromkeys(_names(schema), schema)
    # Of several objects that nothing tells apart each has the name of its schema.
    are_many = sum("$ref" in member for member in unions) > 1
    found: dict[str, Node] = {}
    for member in unions:
        resolved = _resolved(document, member)
        mark = _mark(resolved) or (are_many and member.get("$ref"))
        for name in [mark] if mark else _members(document, resolved):
            found[name] = member
    return found


def _mark(schema: Node) -> str | None:
    """Return by what an object is told apart in a union."""
    for name in ("type", "kind"):
        value = schema.get("properties", {}).get(name, {})
        if "const" in value:
            return f"type={value['const']}"
    return None


def _names(schema: Node) -> list[str]:
    if "const" in schema:
        return [json.dumps(schema["const"], ensure_ascii=False)]
    if "enum" in schema:
        return [json.dumps(value, ensure_ascii=False) for value in schema["enum"]]
    kinds = schema.get("type", "anything")
    form = f" ({schema['format']})" if "format" in schema else ""
    return [f"{kind}{form}" for kind in ([kinds] if isinstance(kinds, str) else kinds)]


def _is_among(name: str, kinds: Iterable[str]) -> bool:
    """Whether a value or a kind is one of wider kinds: "pl" is a text, as is a date."""
    if name.startswith(('"', "string (")):
        return "string" in kinds
    if name == "integer" or name.lstrip("-").isdecimal():
        return "number" in kinds or "integer" in kinds
    return name in {"true", "false"} and "boolean" in kinds


def _bounds(place: str, old: Node, new: Node, sent: bool) -> Iterator[Change]:
    """Compare how values are bounded; what is told may be bounded more, not less."""
    for name, is_upper in BOUNDS:
        was, now = old.get(name), new.get(name)
        if was == now:
            continue
        tighter = was is None or (now is not None and (now < was) == is_upper)
        yield Change(place, f"{name} was {was} and is {now}", tighter and sent)
    if old.get("pattern") != new.get("pattern"):
        yield Change(place, "the pattern is another", sent and "pattern" in new)
