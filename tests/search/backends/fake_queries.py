"""The part of the query language that the search uses, by its documentation.

A score is the sum of the boosts of what fits, with no regard to how rare a word is.
What a server would refuse, a kind of query or an option that it does not know, is a
`RefusedError`.
"""

from collections.abc import Iterable

OPTIONS = {
    "bool": {"must", "should", "must_not", "filter", "minimum_should_match"},
    "constant_score": {"filter", "boost"},
    "multi_match": {"query", "fields", "type"},
    "nested": {"path", "query"},
    "exists": {"field"},
    "match_all": set(),
    "match_none": set(),
}


class RefusedError(Exception):
    """A request that a server answers with 400."""


def score(query, document, mapping):
    """Return how well a document fits; None if it does not."""
    ((kind, options),) = query.items()
    if kind in OPTIONS and set(options) - OPTIONS[kind]:
        raise RefusedError(f"[{kind}] does not support {sorted(options)}")
    if kind not in KINDS:
        raise RefusedError(f"unknown query [{kind}]")
    return KINDS[kind](options, document, mapping)


def score_bool(options, document, mapping):
    parts = {
        name: [score(one, document, mapping) for one in as_list(options.get(name))]
        for name in ("must", "filter", "should", "must_not")
    }
    if None in (*parts["must"], *parts["filter"]):
        return None
    if any(one is not None for one in parts["must_not"]):
        return None
    fulfilled = [one for one in parts["should"] if one is not None]
    needs_one = not options.get("must") and not options.get("filter")
    fewest = options.get("minimum_should_match", int(needs_one and "should" in options))
    if len(fulfilled) < fewest:
        return None
    return sum((*parts["must"], *fulfilled))


def score_constant(options, document, mapping):
    found = score(options["filter"], document, mapping)
    return None if found is None else options.get("boost", 1)


def score_multi_match(options, document, mapping):
    if options["type"] != "most_fields":
        raise RefusedError(options["type"])
    found = []
    for field in options["fields"]:
        name, _sign, boost = field.partition("^")
        hits = score({"match": {name: options["query"]}}, document, mapping)
        if hits is not None:
            found.append(hits * float(boost or 1))
    return sum(found) if found else None


def score_match(options, document, mapping):
    ((name, value),) = options.items()
    text = value["query"] if isinstance(value, dict) else value
    wanted = set(analyse(text, name, mapping))
    held = [key for key in indexed(document, name, mapping) if key in wanted]
    return float(len(held)) if held else None


def score_prefix(options, document, mapping):
    ((name, value),) = options.items()
    prefix = value["value"] if isinstance(value, dict) else value
    return yes(key.startswith(prefix) for key in indexed(document, name, mapping))


def score_term(options, document, mapping):
    ((name, value),) = options.items()
    return yes(key == plain(value) for key in indexed(document, name, mapping))


def score_terms(options, document, mapping):
    ((name, values),) = options.items()
    wanted = set(map(plain, values))
    return yes(key in wanted for key in indexed(document, name, mapping))


def score_range(options, document, mapping):
    ((name, bounds),) = options.items()
    compare = {
        "gt": lambda held, bound: held > bound,
        "gte": lambda held, bound: held >= bound,
        "lt": lambda held, bound: held < bound,
        "lte": lambda held, bound: held <= bound,
    }
    return yes(
        all(compare[name](held, bound) for name, bound in bounds.items())
        for held in as_list(document.get(name))
    )


def score_exists(options, document, mapping):
    return yes(document.get(options["field"]) not in (None, []) for _once in "1")


def score_nested(options, document, mapping):
    path = options["path"]
    inner = {
        f"{path}.{name}": held for name, held in mapping[path]["properties"].items()
    }
    for one in as_list(document.get(path)):
        held = {f"{path}.{name}": value for name, value in one.items()}
        if score(options["query"], held, inner) is not None:
            return 1.0
    return None


KINDS = {
    "bool": score_bool,
    "constant_score": score_constant,
    "multi_match": score_multi_match,
    "match": score_match,
    "match_all": lambda options, document, mapping: 1.0,
    "match_none": lambda options, document, mapping: None,
    "prefix": score_prefix,
    "term": score_term,
    "terms": score_terms,
    "range": score_range,
    "exists": score_exists,
    "nested": score_nested,
}


def indexed(document, name, mapping):
    """Return what is looked at: words of a text, else whole values."""
    if name not in mapping:
        raise RefusedError(f"no mapping for [{name}]")
    return [
        word
        for value in as_list(document.get(name))
        for word in analyse(value, name, mapping)
    ]


def analyse(value, name, mapping):
    """Return the words that the analyser of a field makes of a text."""
    if mapping[name]["type"] != "text":
        return [plain(value)]
    if mapping[name].get("analyzer") != "keys":
        raise RefusedError(f"[{name}] has not the analyser of the keys")
    return value.lower().split()


def plain(value):
    """Return a value as it is compared: servers read numbers out of texts."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def yes(tests: Iterable[bool]):
    return 1.0 if any(tests) else None
