"""All figures of a file of cases: of the analyser alone, and of the whole search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from statistics import median

from .analysing import score_analyser
from .asking import ask, texts_of
from .figures import score_search
from .reading import Case
from .scoring import Score
from .trial import trial

# Called with what is done.
Tell = Callable[[str], None]


@dataclass(frozen=True)
class Measured:
    """The figures of one language, and how long its queries took, in milliseconds."""

    language: str
    scores: Sequence[Score]
    median_ms: float
    most_ms: float


@dataclass(frozen=True)
class Report:
    """The figures of a file; `digest` is that of all queries with what they find."""

    measured: Sequence[Measured]
    digest: str


def measure(cases: Sequence[Case], seed: int, tell: Tell) -> Report:
    """Measure each language of a file on the site's own database, without a trace."""
    by_language: dict[str, list[Case]] = {}
    for case in cases:
        by_language.setdefault(case.language, []).append(case)
    texts = {language: texts_of(some) for language, some in by_language.items()}
    measured: list[Measured] = []
    lines: list[str] = []
    with trial(texts) as trials:
        tell(f"{sum(map(len, texts.values()))} texts are stored and indexed")
        for language, some in by_language.items():
            answers = ask(trials[language], some)
            lines += answers.lines
            tell(f"{language}: {len(answers.questions)} queries are asked")
            scores = [*score_analyser(some), *score_search(answers, seed)]
            times = answers.times
            measured.append(Measured(language, scores, median(times), max(times)))
            tell(f"{language}: all figures are there")
    digest = sha256("\n".join(sorted(lines)).encode()).hexdigest()
    return Report(measured, digest)
