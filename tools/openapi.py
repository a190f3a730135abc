"""The snapshot of the API's OpenAPI document: write it, or check the code against it.

A change that can break a front end must come with a new major version of the document
(VERSION in pages/api/document.py): without one neither writing nor checking passes.
Every version that is written has its section in docs/api-changelog.md.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import django

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from tools.openapi_changes import Change, changes  # noqa: E402 - found by the path above

SNAPSHOT = ROOT / "docs" / "openapi.json"
CHANGELOG = ROOT / "docs" / "api-changelog.md"
USAGE = "Usage: tools/openapi.py write | check"

Document = dict[str, Any]


def made() -> Document:
    """Return the document that the code makes, as JSON has it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    # Its modules need the apps.
    from ninja.responses import NinjaJSONEncoder
    from wagtail.api.v3.api import api

    document = api.get_openapi_schema(path_prefix="/api/v3/")
    plain: Document = json.loads(json.dumps(document, cls=NinjaJSONEncoder))
    return plain


def text_of(document: Document) -> str:
    """Return a document as the snapshot has it."""
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def version_of(document: Document) -> str:
    """Return the version of a document."""
    return str(document["info"]["version"])


def major(document: Document) -> int:
    """Return what a breaking change must raise."""
    return int(version_of(document).partition(".")[0])


def faults_of(old: Document, new: Document, changelog: str) -> list[str]:
    """Return why `new` may not take the place of `old`."""
    faults = []
    found = changes(old, new)
    breaking = [change for change in found if change.is_breaking]
    if breaking and major(new) <= major(old):
        faults.append(
            f"{len(breaking)} changes can break a front end: "
            "raise the major VERSION in pages/api/document.py, or undo them."
        )
    elif found and version_of(new) == version_of(old):
        faults.append("The contract changes: raise VERSION in pages/api/document.py.")
    if f"## {version_of(new)}\n" not in changelog:
        faults.append(
            f"docs/api-changelog.md has no section “## {version_of(new)}”: "
            "say there what is new."
        )
    return faults


def tell(found: Sequence[Change]) -> None:
    """Name the changes, the breaking ones first."""
    for change in sorted(found, key=lambda change: not change.is_breaking):
        print("BREAKING" if change.is_breaking else "added   ", change, file=sys.stderr)


def compare(old: Document, new: Document) -> list[str]:
    """Tell what changes; return why it may not."""
    tell(changes(old, new))
    return faults_of(old, new, CHANGELOG.read_text(encoding="utf-8"))


def write() -> list[str]:
    """Write the snapshot anew where that breaks nothing; return why not."""
    new = made()
    old = json.loads(SNAPSHOT.read_text(encoding="utf-8")) if SNAPSHOT.exists() else new
    faults = compare(old, new)
    if not faults:
        SNAPSHOT.write_text(text_of(new), encoding="utf-8", newline="\n")
    return faults


def check() -> list[str]:
    """Return how the snapshot differs from what the code makes."""
    new, text = made(), SNAPSHOT.read_text(encoding="utf-8")
    if text == text_of(new):
        return compare(new, new)
    faults = compare(json.loads(text), new)
    return [*faults, "docs/openapi.json is not what the code makes: run make openapi."]


def main(words: Sequence[str]) -> int:
    """Do what the command line says; return the exit code."""
    commands = {"write": write, "check": check}
    if len(words) != 1 or words[0] not in commands:
        print(USAGE, file=sys.stderr)
        return 2
    faults = commands[words[0]]()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
