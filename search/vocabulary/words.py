"""What is a word of the vocabulary: pure, without Django."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from search.analysis import fold, tokens

# Of shorter words too many differ in one letter; nobody types longer ones.
SHORTEST, LONGEST = 4, 40
LENGTHS = range(SHORTEST, LONGEST + 1)

folded = lru_cache(maxsize=100_000)(fold)


def is_word(text: str) -> bool:
    """Whether a token can be in the vocabulary: letters only, and enough of them."""
    return len(text) in LENGTHS and text.replace("'", "").isalpha()


@lru_cache(maxsize=100_000)
def words_of(run: str) -> tuple[tuple[str, str], ...]:
    """Return the words of a run of text without spaces: folded, and as spelt."""
    spellings = (token.text for token in tokens(run) if is_word(token.text))
    pairs = ((folded(spelling), spelling) for spelling in spellings)
    return tuple(pair for pair in pairs if len(pair[0]) in LENGTHS)


class Tally:
    """Counts the words of one language, text by text.

    A word is in so many entries however often, and in however many spellings, it
    stands in each.
    """

    def __init__(self) -> None:
        self.entries: Counter[str] = Counter()
        self._spellings: Counter[tuple[str, str]] = Counter()

    def add(self, texts: Iterable[str]) -> None:
        """Count the words in the texts of one entry."""
        # Most runs were seen before: in another entry, if not in this one.
        runs = {run for text in texts for run in text.split()}
        found = {pair for run in runs for pair in words_of(run)}
        self._spellings.update(found)
        self.entries.update({word for word, _spelling in found})

    def usual_spellings(self) -> dict[str, str]:
        """Return the words with their most usual spelling; of two the marked one."""
        best: dict[str, tuple[int, bool, str]] = {}
        for (word, spelling), number in self._spellings.items():
            rank = number, spelling != word, spelling
            if rank > best.get(word, (0, False, "")):
                best[word] = rank
        return {word: spelling for word, (*_rank, spelling) in best.items()}
