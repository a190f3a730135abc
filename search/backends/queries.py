"""What is looked for: queries of modelsearch whose words have become keys."""

from collections.abc import Callable, Iterable, Sequence

from modelsearch.query import (
    And,
    Boost,
    MatchAll,
    Not,
    Or,
    PlainText,
    SearchQuery,
)

from search.analysis import autocomplete_groups, query_groups

# Keys, any of which will do.
Group = tuple[str, ...]
# Groups that must all be there.
Alternative = tuple[Group, ...]
# A synonym may be several words, so a word has alternatives.
Term = tuple[Alternative, ...]
# The beginnings of a word that is still being typed, and the keys of what it is so far.
Beginning = tuple[Group, Group]

# Each costs a look into the index; quoted phrases could bring any number.
MOST_TERMS = 32
# Letters of what is found at the beginning of titles only.
MOST_SHORT = 2

# Without any word: it finds nothing, yet takes nothing from what stands beside it.
_WORDLESS = Not(MatchAll())


class AnalysedQuery(PlainText):
    """Terms that must all be found, or of which those with most are found first."""

    def __init__(self, terms: Iterable[Term], *, any_term: bool = False) -> None:
        kept = dict.fromkeys(filter(None, map(_without_gaps, terms)))
        self.terms: tuple[Term, ...] = tuple(kept)[:MOST_TERMS]
        self.any_term = any_term
        words = (
            key
            for term in self.terms
            for alternative in term
            for group in alternative
            for key in group
        )
        super().__init__(" ".join(words), operator="or" if any_term else "and")

    @classmethod
    def of_groups(
        cls, groups: Iterable[Sequence[str]], *, any_term: bool = False
    ) -> "AnalysedQuery":
        """Return the query for words without synonyms, from `query_groups`."""
        return cls((((tuple(group),),) for group in groups), any_term=any_term)

    def __repr__(self) -> str:
        return f"<AnalysedQuery {self.terms!r} any_term={self.any_term!r}>"


class PrefixQuery(PlainText):
    """Words of a title, the last of them perhaps only begun."""

    def __init__(
        self, groups: Iterable[tuple[Sequence[str], Sequence[str]]], boost: float = 1
    ) -> None:
        kept = ((tuple(filter(None, part)) for part in group) for group in groups)
        pairs = ((beginnings, keys) for beginnings, keys in kept if beginnings or keys)
        self.groups: tuple[Beginning, ...] = tuple(pairs)[:MOST_TERMS]
        words = (word for group in self.groups for part in group for word in part)
        super().__init__(" ".join(words), boost=boost)

    @property
    def is_short(self) -> bool:
        """Whether it is a letter or two: too many words of titles begin so.

        Only titles that begin so are found then.
        """
        beginnings = self.groups[0][0] if len(self.groups) == 1 else ()
        return bool(beginnings) and len(beginnings[0]) <= MOST_SHORT

    def __repr__(self) -> str:
        return f"<PrefixQuery {self.groups!r}>"


def analysed(query: SearchQuery | str, language: str = "") -> SearchQuery:
    """Return any query of modelsearch with analysed words; ready ones stay.

    `language` is that of the words, "" for that of their script. Phrases are found
    by their words in any order: the main key of a form need not be that of another.
    """

    def words(text: str, *, any_term: bool) -> SearchQuery:
        return AnalysedQuery.of_groups(query_groups(text, language), any_term=any_term)

    return _converted(query, words)


def begun(query: SearchQuery | str, language: str = "") -> SearchQuery:
    """Return any query of modelsearch as one for what is still being typed."""

    def words(text: str, *, any_term: bool) -> SearchQuery:
        return PrefixQuery(autocomplete_groups(text, language))

    return _converted(query, words)


def _converted(
    query: SearchQuery | str, words: Callable[..., SearchQuery]
) -> SearchQuery:
    if isinstance(query, AnalysedQuery | PrefixQuery):
        return query if query.query_string else _WORDLESS
    if isinstance(query, MatchAll):
        return query
    if isinstance(query, Boost):
        return _converted(query.subquery, words)
    if isinstance(query, Not):
        return Not(_converted(query.subquery, words))
    if isinstance(query, And | Or):
        join = _all_of if isinstance(query, And) else _any_of
        return join([_converted(one, words) for one in query.subqueries])
    if isinstance(query, str):
        query = PlainText(query)
    found = words(query.query_string, any_term=_is_any(query))
    return found if found.query_string else _WORDLESS


def _is_any(query: SearchQuery) -> bool:
    """Whether some of the words are enough; a `Phrase` has no operator."""
    return getattr(query, "operator", "and") == "or"


def _all_of(queries: list[SearchQuery]) -> SearchQuery:
    """Return what all the queries find; those that ask for all words become one."""
    words = [one for one in queries if one is not _WORDLESS]
    plain = [
        one for one in words if isinstance(one, AnalysedQuery) and not one.any_term
    ]
    rest = [one for one in words if one not in plain]
    if plain:
        rest.insert(0, AnalysedQuery(term for one in plain for term in one.terms))
    return _joined(And, rest)


def _any_of(queries: list[SearchQuery]) -> SearchQuery:
    return _joined(Or, [one for one in queries if one is not _WORDLESS])


def _joined(join: type[SearchQuery], queries: list[SearchQuery]) -> SearchQuery:
    if not queries:
        return _WORDLESS
    return queries[0] if len(queries) == 1 else join(queries[:MOST_TERMS])


def _without_gaps(term: Term) -> Term:
    """Return a term without what has no key; empty if nothing is left."""
    kept = (
        tuple(tuple(filter(None, group)) for group in alternative)
        for alternative in term
    )
    return tuple(one for one in kept if one and all(one))
