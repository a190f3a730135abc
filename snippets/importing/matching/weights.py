"""How much a word tells: what many organisations are called tells little."""

from collections import Counter
from math import log

from .words import stem

# Of a thousand names of Polish organisations about so many have a word that starts so:
# without it a small register would take „pomoc dzieciom” for a rare name.
_SUPPOSED_NAMES = 1000
_COMMON = (
    (120, "klub towar przyj pomoc sport"),
    (70, "dziec osob niepe spole rozwo"),
    (40, "polsk oddzi zwiaz kultu eduka szkol rodzi lokal wspie uczni kolo"),
    (
        25,
        "oswia chory ziemi centr mlodz oby obywa ludow straz pozar ochot teren regio "
        "miejs gmin ludzi senio zdrow sztuk zwier opiek ochro milos",
    ),
    (
        12,
        "dom domu domow grupa inicj dobr dobro serce szans razem nadzi nasz nasza nowa "
        "zycie zycia fundu akade insty forum rada unia powia histo trady muzyc muzyk "
        "turys kraj katol hospi swiet promo dzial wspol dla pro nowe mlody kobie podla "
        "mazow malop wielk pomor lubel slask zespo trzec wieku uniwe nasze",
    ),
)
_SUPPOSED = {start: often for often, starts in _COMMON for start in starts.split()}


class Weights:
    """Counts in how many names a stem is; a word weighs from 0 to 1."""

    def __init__(self) -> None:
        self._names = 0
        self._having: Counter[str] = Counter()

    def add(self, stems: set[str]) -> None:
        """Count the stems of one more name."""
        self._names += 1
        self._having.update(stems)

    def weigh(self, word: str) -> float:
        """Return how rare a word is: 1 for one that no name has."""
        return self.weigh_stem(stem(word))

    def weigh_stem(self, start: str) -> float:
        """Return how rare the words are that start so."""
        having = 1 + self._having[start] + _SUPPOSED.get(start, 0)
        return max(0.05, 1 - log(having) / log(_SUPPOSED_NAMES + self._names))
