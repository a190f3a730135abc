"""The OpenAPI document, whole and valid: what the generators leave out or get wrong."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.utils import translation
from pydantic import TypeAdapter
from wagtail.api.v3.errors import PROBLEM_JSON

from .describing import describe_parameters
from .problems import Problem
from .tidying import REF, plain, tidy

TITLE = "Participation API"
VERSION = "3.0.0"
DESCRIPTION = (
    "Everything that the public site tells, for front ends of your own: pages, "
    "programmes and their clauses, meetings, comments and answers, search. Reading "
    "needs no token; a token of Wagtail's writes with the rights of its holder. Errors "
    "are `application/problem+json`; texts for people follow `Accept-Language`."
)
TOKEN = "Token"  # noqa: S105 - the name of a scheme
READER_HEADERS = {
    "ETag": "Send it back as `If-None-Match` to be told only what has changed.",
    "RateLimit-Limit": "How many requests a network may send in a period.",
    "RateLimit-Remaining": "How many of them are left.",
    "RateLimit-Reset": "In how many seconds there are more.",
}
# What each group of operations is about; those of a host's own stay undescribed.
TAGS = {
    "pages": "The pages of the site, typed to the last block; writing them by token.",
    "schema": "What each type has, and what may be written to it.",
    "sites": "The sites that this installation serves.",
    "auth": "Whose token is sent.",
    "organisations": "The register of organisations.",
    "programmes": "Programmes, their versions, clauses, changes, amendments and tasks.",
    "meetings": "Meetings with who came, what was found and what was decided.",
    "comments": "Comments of the public with their answers; sending and owning one.",
    "search": "Search in everything public, and suggestions while typing.",
    "navigation": "The menus.",
    "site": "What the whole site has in common: names, languages, contacts.",
    "feeds": "The feeds that a reader may subscribe to.",
    "sitemap": "All public pages but mirrors, and what moved.",
    "redirects": "Addresses that lead elsewhere.",
    "snippets": "The registers: areas, city units, places, organisations, spheres.",
    "documents": "Files to download.",
    "images": "Pictures.",
}
Make = Callable[..., Any]


def complete(make: Make) -> Make:
    """Return a `get_openapi_schema` that completes what ninja's own returns."""

    @wraps(make)
    def completed(*args: Any, **kwargs: Any) -> Any:
        # The document is one, whatever language its reader has.
        with translation.override("en"):
            document = make(*args, **kwargs)
            document.update(plain(dict(document)))
        _describe(document)
        schemas = document["components"]["schemas"]
        _add_problem(schemas)
        for method, operation in operations(document):
            _secure(operation)
            _answer(method, operation)
            if TAGS.keys() >= set(operation.get("tags", ())):
                describe_parameters(operation)
        _discriminate(document, schemas)
        tidy(document)
        _name_tags(document)
        return document

    return completed


def operations(document: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the method and the details of every operation."""
    for methods in document["paths"].values():
        yield from methods.items()


def _describe(document: Any) -> None:
    document["info"] = {
        "title": TITLE,
        "version": VERSION,
        "description": DESCRIPTION,
        "license": {"name": "BSD-3-Clause", "identifier": "BSD-3-Clause"},
    }
    document["components"]["securitySchemes"] = {
        TOKEN: {
            "type": "http",
            "scheme": "bearer",
            "description": "An API token of Wagtail's, made in the account settings.",
        }
    }


def _name_tags(document: Any) -> None:
    used = {tag for _, one in operations(document) for tag in one.get("tags", ())}
    document["tags"] = [
        {"name": name, "description": text}
        for name, text in TAGS.items()
        if name in used
    ]


def _add_problem(schemas: dict[str, Any]) -> None:
    schema = TypeAdapter(Problem).json_schema(ref_template=REF + "{model}")
    schemas.update(schema.pop("$defs", {}))
    schemas["Problem"] = schema


def _secure(operation: dict[str, Any]) -> None:
    """Say that a token is needed, or may be sent, or has no meaning."""
    names = {name for scheme in operation.get("security", []) for name in scheme}
    named: list[Any] = [{TOKEN: []}] if names - {"AllowAnonymous", "Anonymous"} else []
    anybody: list[Any] = (
        [{}] if names & {"AllowAnonymous", "Anonymous"} or not names else []
    )
    operation["security"] = [*named, *anybody]


def _answer(method: str, operation: dict[str, Any]) -> None:
    """Name the answers that any operation may give, and the headers of readings."""
    answers = operation["responses"]
    for status in [status for status in answers if int(status) >= 400]:
        content = answers[status].get("content", {})
        if "application/json" in content:
            answers[status]["content"] = {PROBLEM_JSON: content["application/json"]}
    answers["4XX"] = {
        "description": "A problem with the request",
        "content": {PROBLEM_JSON: {"schema": {"$ref": REF + "Problem"}}},
    }
    if method != "get":
        return
    answers[304] = {"description": "What you have is still true"}
    for status, answer in answers.items():
        if str(status) in {"200", "304"}:
            answer["headers"] = {
                name: {"description": text, "schema": {"type": "string"}}
                for name, text in READER_HEADERS.items()
            }


def _discriminate(node: Any, schemas: dict[str, Any]) -> None:
    """Name the property by which the members of each union are told apart."""
    parts = node.values() if isinstance(node, dict) else node
    for part in parts if isinstance(node, dict | list) else ():
        _discriminate(part, schemas)
    if not isinstance(node, dict) or "discriminator" in node:
        return
    members = node.get("anyOf") or node.get("oneOf") or ()
    refs = [str(member["$ref"]) for member in members if set(member) == {"$ref"}]
    if len(refs) < 2 or len(refs) < len(members):
        return
    for name in ("type", "kind"):
        if mapping := _mapping(name, refs, schemas):
            node.pop("anyOf", None)
            node["oneOf"] = members
            node["discriminator"] = {"propertyName": name, "mapping": mapping}
            return


def _mapping(
    name: str, refs: list[str], schemas: dict[str, Any]
) -> dict[str, str] | None:
    """Return which member each value of a property means, where it tells them all."""
    mapping = {}
    for ref in refs:
        property_ = schemas[ref.removeprefix(REF)].get("properties", {}).get(name, {})
        if "const" not in property_:
            return None
        mapping[property_["const"]] = ref
    return mapping if len(mapping) == len(refs) else None
