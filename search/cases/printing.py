"""The figures of a file of cases as people read them: pure."""

from collections.abc import Iterator, Mapping, Sequence

from .measuring import Measured, Report
from .scoring import Bar, Score

# By language, and then by the name of the option.
Bars = Mapping[str, Mapping[str, Bar]]

LONGEST_DETAIL = 100


def table(report: Report, bars: Bars) -> str:
    """Return all figures, a row each and a column for each language."""
    columns = report.measured
    rows = [["", *(one.language for one in columns), "bar"]]
    for scores in zip(*(one.scores for one in columns), strict=True):
        limits = {
            str(bar)
            for one, score in zip(columns, scores, strict=True)
            if (bar := bars[one.language].get(score.bar))
        }
        figures = map(figure, scores)
        rows.append([scores[0].label, *figures, ", ".join(sorted(limits))])
    rows += [
        ["milliseconds a query, median", *(f"{one.median_ms:.1f}" for one in columns)],
        ["milliseconds a query, most", *(f"{one.most_ms:.1f}" for one in columns)],
    ]
    digest = f"texts with all words, sha256: {report.digest}"
    return f"{aligned(rows)}\n{digest}"


def figure(score: Score) -> str:
    """Return a figure, and of how many cases it is."""
    return "-" if score.value is None else f"{score.value:.3f} of {score.number}"


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as columns."""
    width = max(map(len, rows))
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    widths = [max(map(len, column)) for column in zip(*full, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(size) for cell, size in zip(row, widths, strict=True)
        ).rstrip()
        for row in full
    )


def below(report: Report, bars: Bars) -> list[str]:
    """Return the figures that do not reach their bars, each with both."""
    return [
        f"--{score.bar.replace('_', '-')} ({one.language}, {score.label}): "
        f"{score.value:.4f}, not {bar}"
        for one in report.measured
        for score in one.scores
        if (bar := bars[one.language].get(score.bar))
        and score.value is not None
        and not bar.holds(score.value)
    ]


def failures(measured: Measured, most: int) -> Iterator[str]:
    """Yield what failed, at most so many cases of each figure."""
    held = [score for score in measured.scores if score.bar and score.failed]
    for score in held:
        yield f"\n{measured.language}, {score.label}: {len(score.failed)} failed"
        for one in score.failed[:most]:
            detail = one.detail[:LONGEST_DETAIL]
            yield f"  line {one.line}: {one.query} | {detail}".rstrip(" |")
