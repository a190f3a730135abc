"""The queries of a file of cases, asked of the whole search."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from .reading import Case
from .trial import Trial


@dataclass(frozen=True)
class Question:
    """One query of a file, with all the texts that it shall find, and shall not."""

    line: int
    query: str
    wanted: frozenset[str]
    unwanted: frozenset[str]


@dataclass(frozen=True)
class Answers:
    """What queries find, by query.

    `matched` are the texts with all of the words, `found` those that a reader is shown
    first, after `times` in milliseconds.
    """

    trial: Trial
    cases: Sequence[Case]
    questions: Sequence[Question]
    matched: Mapping[str, frozenset[str]]
    found: Mapping[str, Sequence[str]]
    times: Sequence[float]

    @property
    def language(self) -> str:
        """The language of all these cases."""
        return self.trial.language

    def judged(self, question: Question) -> list[str]:
        """Return the texts found first of which the file says whether they fit.

        It does not say so of a text with all of the words that it lists with others.
        """
        listed = question.wanted | question.unwanted
        unsaid = self.matched[question.query] - listed
        return [text for text in self.found[question.query] if text not in unsaid]

    @property
    def lines(self) -> Iterator[str]:
        """A line for each query and each text that has all of its words."""
        for query, texts in self.matched.items():
            for text in texts:
                yield f"{self.language}\t{query}\t{text}"


def ask(trial: Trial, cases: Sequence[Case]) -> Answers:
    """Ask each query once."""
    questions = questions_of(cases)
    found: dict[str, Sequence[str]] = {}
    times: list[float] = []
    for one in questions:
        start = perf_counter()
        found[one.query] = trial.found(one.query)
        times.append((perf_counter() - start) * 1000)
    matched = {one.query: trial.matched(one.query) for one in questions}
    return Answers(trial, cases, questions, matched, found, times)


def questions_of(cases: Iterable[Case]) -> list[Question]:
    """Return the queries of cases, each once."""
    by_query: dict[str, list[Case]] = {}
    for case in cases:
        by_query.setdefault(case.query, []).append(case)
    return [
        Question(
            some[0].line,
            query,
            frozenset(case.wanted for case in some if case.wanted),
            frozenset(case.unwanted for case in some if case.unwanted),
        )
        for query, some in by_query.items()
    ]


def texts_of(cases: Iterable[Case]) -> list[str]:
    """Return the texts of cases, each once."""
    texts = (text for case in cases for text in (case.wanted, case.unwanted))
    return list(dict.fromkeys(filter(None, texts)))
