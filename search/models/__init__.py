"""What the search stores."""

from .catalogue import (
    CatalogueEntry,
    CatalogueQuerySet,
    Kind,
    Part,
    plain_number,
)
from .documents import DocumentText, ReadingState, source_of
from .marks import IndexMark
from .missed import MissedQuery
from .synonyms import Synonym
from .vocabulary import VocabularyWord

__all__ = [
    "CatalogueEntry",
    "CatalogueQuerySet",
    "DocumentText",
    "IndexMark",
    "Kind",
    "MissedQuery",
    "Part",
    "ReadingState",
    "Synonym",
    "VocabularyWord",
    "plain_number",
    "source_of",
]
