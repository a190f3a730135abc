"""Writes the open data into a folder: whole files, and none that stays the same."""

import datetime
import fcntl
import filecmp
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.utils import timezone, translation

from .addresses import Addresses
from .columns import Dataset
from .datasets import DATASETS
from .datasets.public_pages import language
from .published import CATALOGUE, SUMS, TURTLE, PublishedFile, describe, read_published
from .settings import open_data
from .writing.catalogue import Catalogue
from .writing.dictionary import (
    METADATA,
    dictionary_files,
    write_dictionaries,
    write_metadata,
)
from .writing.tables import Progress, write_tables
from .writing.turtle import turtle

LOCK = ".lock"
UNFINISHED = ".writing-"


class BusyError(RuntimeError):
    """Another run writes into the same folder."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many rows each dataset has, and which files became other ones."""

    rows: dict[str, int]
    changed: Sequence[str]


def silent(name: str, rows: int) -> None:
    """Tell nobody."""


def publish(
    folder: Path,
    *,
    base_url: str = "",
    only: str = "",
    progress: Progress = silent,
    waits: bool = False,
) -> Outcome:
    """Write all datasets, or only one, with their dictionary and catalogue.

    They are written apart and then take their places, data before the catalogue: a
    reader meets whole files, and a catalogue only of what is there. A file that stays
    the same keeps its time. Raises OSError, and BusyError unless it `waits`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    addresses = Addresses(base_url)
    asked = [DATASETS[only]] if only else list(DATASETS.values())
    with (
        alone(folder, waits=waits),
        TemporaryDirectory(prefix=UNFINISHED, dir=folder) as name,
        translation.override(language()),
    ):
        apart = Path(name)
        rows = {
            dataset.name: write_tables(apart, dataset, addresses, progress)
            for dataset in asked
        }
        _describe(folder, apart, asked, addresses)
        changed = [name for name in file_names() if _place(apart, folder, name)]
    return Outcome(rows, changed)


def _describe(
    folder: Path, apart: Path, written: Sequence[Dataset], addresses: Addresses
) -> None:
    """Write what tells of the data: those written now, and those that stay."""
    before = read_published(folder)
    files = before | _describe_tables(apart, before, written)
    there = [
        dataset
        for dataset in DATASETS.values()
        if dataset.csv in files and dataset.json in files
    ]
    write_metadata(apart, there)
    write_dictionaries(apart)
    graph = Catalogue(open_data(), addresses, there, files).graph()
    text = json.dumps(graph, ensure_ascii=False, indent=2)
    (apart / CATALOGUE).write_text(f"{text}\n", encoding="utf-8")
    (apart / TURTLE).write_text(turtle(graph), encoding="utf-8")
    lines = [
        f"{file.sha256}  {file.name}\n"
        for dataset in there
        for file in (files[dataset.csv], files[dataset.json])
    ]
    (apart / SUMS).write_text("".join(lines), encoding="utf-8")


def _describe_tables(
    apart: Path, before: dict[str, PublishedFile], written: Sequence[Dataset]
) -> dict[str, PublishedFile]:
    # Files tell seconds: so does the catalogue, lest it differ from what is read back.
    now = timezone.now().astimezone(datetime.UTC).replace(microsecond=0)
    names = [name for dataset in written for name in (dataset.csv, dataset.json)]
    return {name: describe(apart / name, before.get(name), now) for name in names}


def file_names() -> list[str]:
    """Return the names of all files that there may be, in the order of their coming."""
    tables = [name for one in DATASETS.values() for name in (one.csv, one.json)]
    return [*tables, METADATA, *dictionary_files(), TURTLE, CATALOGUE, SUMS]


def _place(apart: Path, folder: Path, name: str) -> bool:
    """Put a file where readers look for it; return whether it is another one."""
    new, old = apart / name, folder / name
    if not new.exists():
        return False
    if old.exists() and filecmp.cmp(new, old, shallow=False):
        return False
    with new.open("rb") as file:
        os.fsync(file.fileno())
    new.replace(old)
    return True


@contextmanager
def alone(folder: Path, *, waits: bool = False) -> Iterator[None]:
    """Keep other runs out, and clear away what a run that was killed has left."""
    with (folder / LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        except BlockingIOError as error:
            raise BusyError(f"Another run writes into {folder}.") from error
        for left in folder.glob(f"{UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield
