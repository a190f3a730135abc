"""What the page about the open data shows: datasets and where their files are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.urls import reverse

from .columns import Dataset
from .datasets import DATASETS
from .published import CATALOGUE, SUMS, TURTLE, PublishedFile, read_published
from .writing.dictionary import METADATA


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file to fetch: its form, its address and what is told of it."""

    form: str
    url: str
    file: PublishedFile


@dataclass(frozen=True, slots=True)
class DatasetView:
    """A dataset ready to print; without files where none were written yet."""

    dataset: Dataset
    files: Sequence[FileLink]


@dataclass(frozen=True, slots=True)
class Listing:
    """All datasets, and the addresses of what describes them, by name."""

    datasets: Sequence[DatasetView]
    described_by: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there are no files at all."""
        return not any(view.files for view in self.datasets)


def read_listing(folder: Path | None) -> Listing:
    """Return what there is in a folder; no query."""
    published = read_published(folder) if folder else {}
    datasets = [
        DatasetView(dataset, links_of(dataset, published))
        for dataset in DATASETS.values()
    ]
    described = (METADATA, CATALOGUE, TURTLE, SUMS)
    there = [name for name in described if folder and (folder / name).is_file()]
    return Listing(datasets, {name: address_of(name) for name in there})


def links_of(
    dataset: Dataset, published: Mapping[str, PublishedFile]
) -> Sequence[FileLink]:
    """Return the files of a dataset."""
    return [
        FileLink(form, address_of(name), published[name])
        for form, name in (("CSV", dataset.csv), ("JSON", dataset.json))
        if name in published
    ]


def address_of(name: str) -> str:
    """Return the address of a file on this site."""
    return reverse("open_data_file", args=[name])
