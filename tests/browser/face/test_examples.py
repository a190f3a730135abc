"""The examples for integrators fit the types that the document gives."""

import re

import pytest

from tests.browser.conftest import ROOT

pytestmark = pytest.mark.browser
GUIDE = ROOT / "docs" / "integrators.md"
CHECK = (
    *("npx", "--no-install", "tsc", "--noEmit", "--strict", "--target", "ES2022"),
    *("--noUncheckedIndexedAccess", "--module", "NodeNext", "--lib", "ES2022,DOM"),
)


def examples():
    """Return the TypeScript of the guide: how to begin, and what then follows."""
    section = GUIDE.read_text(encoding="utf-8").partition("## A front end of your own")
    text = section[2].partition("\n## ")[0]
    begin, *following = re.findall(r"```ts\n(.+?)```", text, re.DOTALL)
    return begin, following


def test_examples_compile(npm, built_face):
    begin, following = examples()
    assert len(following) >= 7
    names = []
    for number, example in enumerate(following):
        names.append(f"src/example_{number}.ts")
        (built_face / names[-1]).write_text(begin + example, encoding="utf-8")

    assert npm(built_face, *CHECK, *names) == ""
