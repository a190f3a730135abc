"""Whom of the known organisations a name may mean; only a person decides."""

from .index import NameIndex
from .known import Candidate, Known
from .words import match_key

__all__ = ["Candidate", "Known", "NameIndex", "match_key"]
