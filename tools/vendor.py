"""Fetch the vendored front-end parts from their npm packages and note what came."""

import hashlib
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Part(NamedTuple):
    """Files of one npm package, at one version, and where they live here.

    A file from a folder of the package is kept under its own name.
    """

    package: str
    version: str
    folder: str
    files: tuple[str, ...]


PARTS = [
    Part("axe-core", "4.14.1", "tests/vendor/axe", ("axe.min.js", "LICENSE")),
    Part(
        "altcha",
        "3.2.2",
        "pages/comments/static/public_comments/altcha",
        ("dist/workers/pbkdf2.js", "LICENSE.txt"),
    ),
    Part(
        "@expo-google-fonts/noto-sans",
        "0.4.2",
        "pages/papers/fonts/noto-sans",
        (
            "400Regular/NotoSans_400Regular.ttf",
            "700Bold/NotoSans_700Bold.ttf",
            "LICENSE_FONT",
        ),
    ),
    Part(
        "@expo-google-fonts/noto-sans-math",
        "0.4.2",
        "pages/papers/fonts/noto-sans-math",
        ("400Regular/NotoSansMath_400Regular.ttf", "LICENSE_FONT"),
    ),
    Part(
        "@expo-google-fonts/noto-emoji",
        "0.4.7",
        "pages/papers/fonts/noto-emoji",
        ("400Regular/NotoEmoji_400Regular.ttf", "LICENSE_FONT"),
    ),
]


def read_member(archive: Path, name: str) -> bytes:
    """One file of a package."""
    with tarfile.open(archive) as package:
        member = package.extractfile(name)
        if member is None:
            raise FileNotFoundError(name)
        return member.read()


def fetch(part: Part) -> None:
    """Replace the part's files and its README.md, which names version and sums."""
    folder = ROOT / part.folder
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{part.package} {part.version}, fetched by `make vendor`; sha256:", ""]
    with tempfile.TemporaryDirectory() as temporary:
        subprocess.run(
            ["npm", "pack", "--silent", f"{part.package}@{part.version}"],
            cwd=temporary,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        (archive,) = Path(temporary).glob("*.tgz")
        for name in part.files:
            content = read_member(archive, f"package/{name}")
            kept = Path(name).name
            (folder / kept).write_bytes(content)
            lines.append(f"- `{kept}` {hashlib.sha256(content).hexdigest()}")
    (folder / "README.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{part.package} {part.version} is in {part.folder}.")


if __name__ == "__main__":
    for part in PARTS:
        fetch(part)
