"""The README's steps, read as a person would read them."""

import re
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).resolve().parents[2]
README = ROOT / "README.md"
INTEGRATORS = ROOT / "docs" / "integrators.md"
HEADING = "## Into your own site\n"
BLOCK = re.compile(
    r"(?P<before>[^\n]*)\n+```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL
)
AT_END = re.compile(r"At the end of `(.+)`:")
IN_PLACE = re.compile(r"In place of `(.+)`:")


@dataclass(frozen=True)
class Step:
    """Commands for a shell, or text for a file: at its end, or in place of it."""

    text: str
    file: str = ""
    is_added: bool = False


def read_steps() -> list[Step]:
    """Return the steps of the README in their order."""
    section = README.read_text().split(HEADING)[1].split("\n## ")[0]
    return [read_step(block) for block in BLOCK.finditer(section)]


def read_step(block: re.Match[str]) -> Step:
    """Return what one block tells to do; the line before it names the file."""
    if block["kind"] == "sh":
        return Step(block["text"])
    if named := AT_END.fullmatch(block["before"]):
        return Step(block["text"], named[1], is_added=True)
    if named := IN_PLACE.fullmatch(block["before"]):
        return Step(block["text"], named[1])
    raise ValueError(f"Where does this go? {block['before']!r}")


def read_extension() -> str:
    """Return what a host's own `pages` has to say, so that ours are found as well."""
    named = INTEGRATORS.read_text().split("a `pages` of your own hides ours")[1]
    return dedent(named.split("```python\n")[1].split("```")[0])
