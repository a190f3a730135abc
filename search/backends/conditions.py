"""Queries as conditions in the words of a database.

Neither database can look for what lacks a word without reading every text. So each
condition is one that a text fulfils, or one that it must not fulfil.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from modelsearch.query import And, Not, Or, SearchQuery

from search.languages.writing import LONGEST_TOKEN

from .queries import AnalysedQuery, Beginning, PrefixQuery, Term


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a database writes conditions."""

    quote: Callable[[str], str]
    beginning: str
    first: Callable[[str], str]
    all_of: str
    any_of: str
    without: str


@dataclass(frozen=True, slots=True)
class Condition:
    """What texts must fulfil, or must not; no text fulfils an empty expression."""

    expression: str = ""
    is_negated: bool = False


SQLITE = Syntax(
    quote=lambda key: '"{}"'.format(_cut(key).replace('"', '""')),
    beginning="*",
    first="^{}*".format,
    all_of=" AND ",
    any_of=" OR ",
    without=" NOT ",
)
POSTGRES = Syntax(
    quote=lambda key: "'{}'".format(_cut(key).replace("\\", "\\\\").replace("'", "''")),
    beginning=":*",
    first="{}:*A".format,
    all_of=" & ",
    any_of=" | ",
    without=" & !",
)


def condition(query: SearchQuery, syntax: Syntax) -> Condition:
    """Return what the texts that an analysed query finds have in common."""
    if isinstance(query, AnalysedQuery):
        operator = syntax.any_of if query.any_term else syntax.all_of
        terms = (term_expression(term, syntax) for term in query.terms)
        return Condition(_joined(operator, terms))
    if isinstance(query, PrefixQuery):
        if query.is_short:
            return Condition(first_expression(query.groups[0][0][0], syntax))
        words = (_beginning_expression(one, syntax) for one in query.groups)
        return Condition(_joined(syntax.all_of, words))
    if isinstance(query, Not):
        inner = condition(query.subquery, syntax)
        return Condition(inner.expression, not inner.is_negated)
    if isinstance(query, And):
        return _both([condition(one, syntax) for one in query.subqueries], syntax)
    if isinstance(query, Or):
        return _either([condition(one, syntax) for one in query.subqueries], syntax)
    return Condition(is_negated=True)  # `MatchAll`: whatever does not fulfil nothing


def term_expression(term: Term, syntax: Syntax) -> str:
    """Return the expression that the texts with a word, or a synonym, fulfil."""
    return _joined(
        syntax.any_of,
        (
            _joined(
                syntax.all_of,
                (_joined(syntax.any_of, map(syntax.quote, group)) for group in groups),
            )
            for groups in term
        ),
    )


def first_expression(beginning: str, syntax: Syntax) -> str:
    """Return the expression that the titles fulfil whose first word begins so."""
    return syntax.first(syntax.quote(beginning))


def any_key_expression(query: SearchQuery, syntax: Syntax) -> str:
    """Return the expression that the texts with any of the words fulfil."""
    if isinstance(query, AnalysedQuery):
        terms = (term_expression(term, syntax) for term in query.terms)
        return _joined(syntax.any_of, terms)
    if isinstance(query, And | Or):
        parts = (any_key_expression(one, syntax) for one in query.subqueries)
        return _joined(syntax.any_of, filter(None, parts))
    return ""


def _beginning_expression(group: Beginning, syntax: Syntax) -> str:
    beginnings, keys = group
    begun = (syntax.quote(one) + syntax.beginning for one in beginnings)
    return _joined(syntax.any_of, [*begun, *map(syntax.quote, keys)])


def _both(parts: Sequence[Condition], syntax: Syntax) -> Condition:
    wanted = [one.expression for one in parts if not one.is_negated]
    unwanted = [one.expression for one in parts if one.is_negated and one.expression]
    if not wanted:
        return Condition(_joined(syntax.any_of, unwanted), is_negated=True)
    if not all(wanted):
        return Condition()
    return Condition(_except(_joined(syntax.all_of, wanted), unwanted, syntax))


def _either(parts: Sequence[Condition], syntax: Syntax) -> Condition:
    wanted = [one.expression for one in parts if not one.is_negated and one.expression]
    unwanted = [one.expression for one in parts if one.is_negated]
    if not unwanted:
        return Condition(_joined(syntax.any_of, wanted))
    if not all(unwanted):
        return Condition(is_negated=True)
    lacking = _except(_joined(syntax.all_of, unwanted), wanted, syntax)
    return Condition(lacking, is_negated=True)


def _except(wanted: str, unwanted: Sequence[str], syntax: Syntax) -> str:
    if not unwanted:
        return wanted
    return f"({wanted}{syntax.without}{_joined(syntax.any_of, unwanted)})"


def _joined(operator: str, parts: Iterable[str]) -> str:
    expressions = list(parts)
    if len(expressions) < 2:
        return "".join(expressions)
    return f"({operator.join(expressions)})"


def _cut(key: str) -> str:
    return key[:LONGEST_TOKEN]
