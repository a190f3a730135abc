"""Queries in the language of OpenSearch and Elasticsearch, as JSON.

The words are keys already; the server takes them as they are.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from modelsearch.query import And, Not, Or, SearchQuery

from search.languages.writing import LONGEST_TOKEN

from .queries import AnalysedQuery, Beginning, Group, PrefixQuery, Term

Body = dict[str, Any]

# The fields of a document: what `search.backends.documents` says of an object.
TITLE, WEIGHTY, REST, SUGGESTED = "_title", "_weighty", "_body", "_suggested"
FIRST, LENGTH = "_suggested_first", "_suggested_length"
# As much more a word counts there: as in SQLite, and about as in PostgreSQL.
ALL_FIELDS = (f"{TITLE}^3", f"{WEIGHTY}^2", REST)
# More than the scores of all words of a query together.
FOR_EACH_TERM = 10_000


def body(query: SearchQuery, fields: Sequence[str] = ALL_FIELDS) -> Body:
    """Return what the server is asked for an analysed query."""
    if isinstance(query, AnalysedQuery):
        terms = [_term(term, fields) for term in query.terms]
        return _most(terms) if query.any_term else _all_of(terms)
    if isinstance(query, PrefixQuery):
        return _all_of([_beginning(group) for group in query.groups])
    if isinstance(query, Not):
        return {"bool": {"must_not": [body(query.subquery, fields)]}}
    if isinstance(query, And):
        return _all_of([body(one, fields) for one in query.subqueries])
    if isinstance(query, Or):
        return _any_of([body(one, fields) for one in query.subqueries])
    return {"match_all": {}}


def suggested_body(query: SearchQuery, beginning: str) -> Body:
    """Return what the server is asked for titles: more for what begins so."""
    found: Body = {"filter": [body(query)]}
    if beginning:
        begins = {"prefix": {FIRST: {"value": _cut(beginning)}}}
        found["should"] = [{"constant_score": {"filter": begins}}]
        found["minimum_should_match"] = 0
    return {"bool": found}


def _term(term: Term, fields: Sequence[str]) -> Body:
    return _any_of(
        [_all_of([_keys(group, fields) for group in groups]) for groups in term]
    )


def _keys(group: Group, fields: Sequence[str]) -> Body:
    return {
        "multi_match": {
            "query": _spaced(group),
            "fields": list(fields),
            "type": "most_fields",
        }
    }


def _beginning(group: Beginning) -> Body:
    beginnings, keys = group
    ways: list[Body] = [
        {"prefix": {SUGGESTED: {"value": _cut(beginning)}}} for beginning in beginnings
    ]
    if keys:
        ways.append({"match": {SUGGESTED: {"query": _spaced(keys)}}})
    return _any_of(ways)


def _all_of(parts: list[Body]) -> Body:
    return parts[0] if len(parts) == 1 else {"bool": {"must": parts}}


def _any_of(parts: list[Body]) -> Body:
    if len(parts) == 1:
        return parts[0]
    return {"bool": {"should": parts, "minimum_should_match": 1}}


def _most(terms: list[Body]) -> Body:
    """Return what finds texts with any of the terms, those with most of them first."""
    if len(terms) == 1:
        return terms[0]
    counted = (
        {"constant_score": {"filter": term, "boost": FOR_EACH_TERM}} for term in terms
    )
    return _any_of([*terms, *counted])


def _spaced(keys: Iterable[str]) -> str:
    return " ".join(map(_cut, keys))


def _cut(key: str) -> str:
    return key[:LONGEST_TOKEN]
