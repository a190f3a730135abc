"""A light stemmer: takes off endings by tables, for words that no dictionary has."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

# Of a doubtful ending only one of these is taken off.
_LAST_LETTERS = frozenset("аеєиіїоуыэюяй")
_LONGEST_ENDING = 6


@dataclass(frozen=True, slots=True)
class Change:
    """How the end of a stem differs between the forms of a word.

    It holds before one of `endings`, any if there are none. Where not every such stem
    changes, both are kept.
    """

    pattern: re.Pattern[str]
    replacement: str
    endings: frozenset[str] = frozenset()
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class LightStemmer:
    """The endings of a language; `doubtful` ones are in stems of other words too."""

    endings: frozenset[str]
    doubtful: frozenset[str]
    changes: Sequence[Change]
    irregular: Mapping[str, str] = field(default_factory=dict)
    shortest_stem: int = 3
    shortest_doubtful: int = 5

    def regular(self, word: str) -> str:
        """Return the main form of an irregular word, any other as it is."""
        return self.irregular.get(word, word)

    def stems(self, word: str) -> tuple[str, ...]:
        """Return the stems that the word may have, the likeliest first."""
        plain = self.regular(word).replace("'", "")
        found = (
            stem
            for bare, ending in self._cuts(plain)
            for stem in self._changed(bare, ending)
        )
        return tuple(dict.fromkeys(found))

    def _cuts(self, word: str) -> Iterator[tuple[str, str]]:
        """Yield stem and ending: the longest, then a short one where it is doubtful."""
        longest = min(_LONGEST_ENDING, len(word) - self.shortest_stem)
        sizes = range(longest, 0, -1)
        size = next((size for size in sizes if word[-size:] in self.endings), 0)
        cut = len(word) - size
        yield word[:cut], word[cut:]
        if word[cut:] in self.doubtful and len(word) >= self.shortest_doubtful:
            cut = len(word) - (word[-1] in _LAST_LETTERS)
            yield word[:cut], word[cut:]

    def _changed(self, stem: str, ending: str) -> list[str]:
        sure = stem
        others: list[str] = []
        for change in self.changes:
            if change.endings and ending not in change.endings:
                continue
            changed = change.pattern.sub(change.replacement, sure)
            if changed == sure:
                continue
            if change.is_sure:
                sure = changed
                others = [change.pattern.sub(change.replacement, one) for one in others]
            else:
                others.append(changed)
        return [sure, *others]
