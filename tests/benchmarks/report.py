"""Says on stderr how far a benchmark is, and sets its figures in columns."""

import sys
from collections.abc import Sequence
from time import perf_counter

START = perf_counter()


def progress(line: str) -> None:
    """Say what is done, and the seconds since the start."""
    sys.stderr.write(f"{perf_counter() - START:5.1f} s  {line}\n")


def aligned(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return the rows under their heading: names to the left, numbers to the right."""
    lines = [heading, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(heading))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def judged(
    name: str, value: float, *, least: float | None = None, most: float | None = None
) -> str:
    """Return the line of a figure that has a bar, and whether it holds."""
    bar = f"at least {least}" if most is None else f"at most {most}"
    holds = (least is None or value >= least) and (most is None or value <= most)
    return f"{name}: {value:.1f} ({bar}: {'holds' if holds else 'MISSED'})"
