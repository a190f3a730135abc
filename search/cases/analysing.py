"""Cases through the analyser alone, without any database."""

from collections.abc import Sequence

from search.analysis import index_keys, query_groups, tokens

from .reading import Case
from .scoring import Outcome, Score, mean


def meets(query: str, text: str, language: str) -> bool:
    """Whether a text has every word of a query that is no stop word, in any form."""
    keys = {key for one in tokens(text) for key in index_keys(one.text, language)}
    groups = query_groups(query, language)
    return bool(groups) and all(not keys.isdisjoint(group) for group in groups)


def score_analyser(cases: Sequence[Case]) -> list[Score]:
    """Return how many rows hold: the analyser is to blame for the others."""
    return [
        mean(
            "analyser: texts that must match",
            "must_match",
            (outcome(case, case.wanted) for case in cases if case.wanted),
        ),
        mean(
            "analyser: texts that must not",
            "must_not",
            (outcome(case, case.unwanted) for case in cases if case.unwanted),
            good=0,
        ),
    ]


def outcome(case: Case, text: str) -> Outcome:
    """Return whether the query of a case meets a text."""
    return Outcome(meets(case.query, text, case.language), case.line, case.query, text)
