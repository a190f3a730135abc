"""Polish: the lemmas of morfeusz2; Snowball for words that it does not know."""

import threading
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.metadata import version
from itertools import combinations, islice, product
from typing import Any

import snowballstemmer

from .writing import key

_FUNCTION_WORDS = """
a aby albo ale bez być czy dla do i ich ile im jak jego jej jest już kto lub na nad nie
o od oraz po pod poprzez przeciw przeciwko przed przez przy r są się ta tak te tego ten
to tu u w we z za ze że żeby
"""
# Many write a query without marks.
STOP_WORDS = frozenset(
    spelling for word in _FUNCTION_WORDS.split() for spelling in (word, key(word))
)

_MARKED = {
    "a": "ą",
    "c": "ć",
    "e": "ę",
    "l": "ł",
    "n": "ń",
    "o": "ó",
    "s": "ś",
    "z": "żź",
}
_VOWELS = frozenset("aeiouyąęó")
_MOST_MARKS = 4
_MOST_TRIES = 600
_LONGEST_RESTORED = 32
_FIRST_NAME, _NOUN = "imię", "nazwa_pospolita"
_NAMES = frozenset({_FIRST_NAME, "nazwisko"})
_IGNORE_CASE = 102

_lock = threading.Lock()


def index_keys(word: str) -> tuple[str, ...]:
    """Return the folded lemmas of the word, else its stem."""
    return _lemma_keys(word) or _stem_keys(word)


def query_keys(word: str) -> tuple[str, ...]:
    """Return the keys of the word and of those that it is without their marks.

    Texts are written without marks as well, so its own stem stays a key.
    """
    known = _lemma_keys(word)
    if load_dictionary() is None or (known and word != key(word)):
        return known or _stem_keys(word)
    restored = (found for one in _restored(word) for found in _lemma_keys(one))
    return tuple(dict.fromkeys((*known, *restored, *index_keys(word))))


def forms(word: str) -> tuple[str, ...]:
    """Return all forms of the words that this may be one of; none of unknown words."""
    lemmas = dict.fromkeys(lemma for lemma, _ in _readings(word))
    return tuple(dict.fromkeys(form for lemma in lemmas for form in _forms_of(lemma)))


def is_name(word: str) -> bool:
    """Whether all that the word may mean are first names and surnames.

    A place may share the name of a person, as „Jany” does with „Jan”, if that is what
    the word is in its main form.
    """
    readings = _readings(word)
    if not readings or any(_NOUN in names or not names for _, names in readings):
        return False
    if all(_NAMES.intersection(names) for _, names in readings):
        return True
    return any(
        _FIRST_NAME in names and lemma.lower() == word for lemma, names in readings
    )


def name_readings(word: str) -> list[bool]:
    """Return of each reading of a known word whether it is the name of a person."""
    return [bool(_NAMES.intersection(names)) for _, names in _readings(word)]


def algorithm_id() -> str:
    """Return what the keys depend on."""
    morfeusz = load_dictionary()
    lemmas = f"morfeusz-{morfeusz.dict_id()}" if morfeusz else "no-morfeusz"
    return f"pl-1:{lemmas}:snowball-{version('snowballstemmer')}"


def _lemma_keys(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key(lemma) for lemma, _ in _readings(word)))


@lru_cache(maxsize=2_000)
def _forms_of(lemma: str) -> tuple[str, ...]:
    morfeusz = load_dictionary()
    if morfeusz is None:
        return ()
    with _lock:
        found = morfeusz.generate(lemma)
    return tuple(form.lower() for form, *_ in found)


def _stem_keys(word: str) -> tuple[str, ...]:
    stems = [key(_stemmer().stemWord(word))]
    if load_dictionary() is None:
        # A query without marks meets a text with them only by a stem of folded letters.
        stems.append(_stemmer().stemWord(key(word)))
    return tuple(dict.fromkeys(stems))


def _readings(word: str) -> list[tuple[str, list[str]]]:
    morfeusz = load_dictionary()
    if morfeusz is None:
        return []
    with _lock:
        found = morfeusz.analyse(word)
    last = max((end for _, end, _ in found), default=0)
    whole = (reading for start, end, reading in found if (start, end) == (0, last))
    return [
        (lemma, names)
        for _, numbered, tag, names, _ in whole
        if not tag.startswith(("ign", "aglt", "interp"))
        # „Jan” may stand for „Ewangelia_świętego_Jana”.
        and "_" not in (lemma := numbered.partition(":")[0])
    ]


def _restored(word: str) -> Iterator[str]:
    """Yield the word itself, then as it may be with one mark, with two and so on."""
    if len(word) > _LONGEST_RESTORED:
        return iter(())
    places = [
        (place, marked)
        for place in range(len(word))
        if (marked := _possible_marks(word, place))
    ]
    spellings = (
        _respelt(word, [place for place, _ in chosen], letters)
        for count in range(_MOST_MARKS + 1)
        for chosen in combinations(places, count)
        for letters in product(*(marked for _, marked in chosen))
    )
    return islice(spellings, _MOST_TRIES)


def _respelt(word: str, places: Sequence[int], letters: Sequence[str]) -> str:
    spelling = list(word)
    for place, letter in zip(places, letters, strict=True):
        spelling[place] = letter
    return "".join(spelling)


def _possible_marks(word: str, place: int) -> str:
    """Return the letters that may stand here by the rules of spelling."""
    char, following = word[place], word[place + 1 : place + 2]
    marked = _MARKED.get(char, "")
    if place == 0 and char in "ae":
        return ""
    if following in _VOWELS and char in "cnsz":
        return "ż" if char == "z" else ""
    return "" if char == "l" and following == "i" else marked


@cache
def load_dictionary() -> Any | None:
    """Return what looks words up, if it is installed: 46 MB."""
    try:
        # Some platforms have no wheel of it; others load it with the first word.
        import morfeusz2
    except ImportError:
        return None
    return morfeusz2.Morfeusz(
        praet="composite", case_handling=_IGNORE_CASE, expand_tags=False
    )


@cache
def _stemmer() -> snowballstemmer.PolishStemmer:
    return snowballstemmer.stemmer("polish")
