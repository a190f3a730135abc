"""What lies in the folder of the open data, as its catalogue tells."""

import datetime
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CATALOGUE = "catalog.jsonld"
TURTLE = "catalog.ttl"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of data: `modified` is when it last became another one."""

    name: str
    size: int
    sha256: str
    modified: datetime.datetime


def read_published(folder: Path) -> dict[str, PublishedFile]:
    """Return the files of data by name; none where nothing was written yet.

    A catalogue that cannot be read is taken for none: the next run writes it anew.
    """
    try:
        catalogue = json.loads((folder / CATALOGUE).read_text(encoding="utf-8"))
        files = list(_files(catalogue))
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return {file.name: file for file in files if (folder / file.name).is_file()}


def _files(catalogue: Any) -> Iterator[PublishedFile]:
    for dataset in catalogue["dcat:dataset"]:
        for file in dataset["dcat:distribution"]:
            address = file["dcat:downloadURL"]["@id"]
            yield PublishedFile(
                name=address.rpartition("/")[2],
                size=int(file["dcat:byteSize"]["@value"]),
                sha256=file["spdx:checksum"]["spdx:checksumValue"]["@value"],
                modified=datetime.datetime.fromisoformat(
                    file["dct:modified"]["@value"]
                ),
            )


def describe(
    path: Path, before: PublishedFile | None, now: datetime.datetime
) -> PublishedFile:
    """Return what is told of a file: that of before keeps its time."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    modified = before.modified if before and before.sha256 == sha256 else now
    return PublishedFile(path.name, path.stat().st_size, sha256, modified)
