"""Keeps the vocabulary: adds the words of new entries, and counts all of them anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from operator import itemgetter

from django.db.models import Max

from search.analysis import index_keys
from search.models import CatalogueEntry, VocabularyWord
from snippets.importing.parts import in_parts

from .comparing import forget
from .words import Tally, is_word

__all__ = ["is_word", "learn", "rebuild"]

AT_ONCE = 1000
# An old SQLite takes no more values than 999 in one query.
ASKED_AT_ONCE = 900

# A language and a word of it, and what a row says of them.
Key = tuple[str, str]
Told = tuple[str, str, int]
KEY = ("language", "word")
TOLD = ("spelling", "keys", "entries")


def learn(entries: Collection[CatalogueEntry]) -> None:
    """Add the words that no entry had before.

    Those that are known already keep their number of entries until the next rebuild.
    """
    tallies = count((entry.language, texts_of(entry)) for entry in entries)
    known = read_known(tallies)
    is_changed = False
    for some in in_parts(rows_of(tallies, known), AT_ONCE):
        VocabularyWord.objects.bulk_create(some, ignore_conflicts=True)
        is_changed = True
    if is_changed:
        forget()


def rebuild() -> int:
    """Count the words of all entries and return how many words there are.

    The old ones stay in use until the new ones are there; then those go that no entry
    has any more, but not those that were learnt meanwhile.
    """
    newest = VocabularyWord.objects.aggregate(newest=Max("pk"))["newest"] or 0
    tallies = count(read_texts())
    same, gone = compare(tallies, newest)
    number = len(same)
    for some in in_parts(rows_of(tallies, same), AT_ONCE):
        VocabularyWord.objects.bulk_create(
            some, update_conflicts=True, unique_fields=KEY, update_fields=TOLD
        )
        number += len(some)
    for pks in in_parts(gone, ASKED_AT_ONCE):
        VocabularyWord.objects.filter(pk__in=pks).delete()
    forget()
    return number


def count(texts: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Tally]:
    """Count the words of entries by language; an entry is its language and texts."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for language, some in texts:
        tallies[language].add(some)
    return dict(tallies)


def texts_of(entry: CatalogueEntry) -> list[str]:
    """Return all texts of an entry."""
    return [entry.title, *entry.text]


def read_texts() -> Iterator[tuple[str, list[str]]]:
    """Yield the language and the texts of every entry: one query, read as it comes."""
    fields = CatalogueEntry.objects.only("language", "title", "parts", "further")
    for entry in fields.order_by().iterator(chunk_size=200):
        yield entry.language, texts_of(entry)


def rows_of(
    tallies: Mapping[str, Tally], left_out: Collection[Key]
) -> Iterator[VocabularyWord]:
    """Yield the rows of the words that were counted, without some of them.

    In the same order each time: two who write the same words do not block each other.
    """
    for language, tally in sorted(tallies.items(), key=itemgetter(0)):
        for word, spelling in sorted(tally.usual_spellings().items()):
            if (language, word) not in left_out:
                values = told(language, spelling, tally.entries[word])
                yield VocabularyWord(
                    language=language, word=word, **dict(zip(TOLD, values, strict=True))
                )


def told(language: str, spelling: str, entries: int) -> Told:
    """Return what the row of a word is to say; what is in no language is Polish."""
    return spelling, " ".join(index_keys(spelling, language or "pl")), entries


def read_known(tallies: Mapping[str, Tally]) -> set[Key]:
    """Return which of the counted words are in the vocabulary already."""
    known: set[Key] = set()
    for language, tally in tallies.items():
        for words in in_parts(tally.entries, ASKED_AT_ONCE):
            rows = VocabularyWord.objects.filter(language=language, word__in=words)
            known.update(rows.values_list(*KEY))
    return known


def compare(tallies: Mapping[str, Tally], newest: int) -> tuple[set[Key], list[int]]:
    """Return the words whose rows stay as they are, and the keys of the rows to go."""
    spellings = {name: tally.usual_spellings() for name, tally in tallies.items()}
    same: set[Key] = set()
    gone: list[int] = []
    rows = VocabularyWord.objects.order_by().values_list("pk", *KEY, *TOLD)
    for pk, language, word, *now in rows.iterator(chunk_size=2000):
        spelling = spellings.get(language, {}).get(word)
        if spelling is None:
            gone += [pk] if pk <= newest else []
        elif told(language, spelling, tallies[language].entries[word]) == tuple(now):
            same.add((language, word))
    return same, gone
