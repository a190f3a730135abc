"""Names of schemas are global in the document: none may stand for two of them."""

from collections import defaultdict

from ninja import Schema

from .operations import whole_document


def schemas(of=Schema):
    for one in of.__subclasses__():
        yield one
        yield from schemas(one)


def test_no_name_of_ours_stands_for_two_schemas():
    used = whole_document()["components"]["schemas"].keys()
    modules = defaultdict(set)
    for schema in schemas():
        modules[schema.__name__].add(schema.__module__)

    # Wagtail makes some of its own out of a base of the same name.
    ours = {n for n, found in modules.items() if any(map(is_ours, found))}

    assert {"Meeting", "Organisation", "Comment", "Finding"} <= used & ours
    assert {n: modules[n] for n in used & ours if len(modules[n]) > 1} == {}


def is_ours(module):
    return module.startswith(("pages.", "search."))
