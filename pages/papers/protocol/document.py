"""A protocol as plain sentences and figures, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of a consultation, and what it is called.

    `url` is its address where it has one.
    """

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of comments by something: two headings, and rows of label and number."""

    headings: tuple[str, str]
    rows: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a protocol: sentences, then facts, items of a list, and numbers."""

    heading: str = ""
    facts: Sequence[Fact] = ()
    sentences: Sequence[str] = ()
    items: Sequence[str] = ()
    tallies: Sequence[Tally] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol of a consultation.

    `comments` counts the rows of its annex, the table of comments: none without any.
    `signatures` has what stands below the line of each signature.
    """

    title: str
    subject: str
    sections: Sequence[Section]
    comments: int
    signatures: Sequence[str]
