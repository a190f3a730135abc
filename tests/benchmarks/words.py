"""Made-up Polish text that compresses about as well as the real thing."""

from itertools import product
from random import Random

STEMS = """
aktyw budow cel dział eduk finans gmin histor inicjatyw jakoś kultur lokal miejsk
napraw obywatel partner rozwij społecz środowisk śwież twórc uczestn wolontar wspier
współprac zadań zdrow zgłosz żłob łącz młodzież ekolog sport dostęp promoc integr
rodzin senior przestrzen konsult projekt realiz wniosk popraw trwał równ ochron
dziedzict rehabilit samopomoc
"""
ENDINGS = """
a ach ami anie ania ą cja cji ę ego em emu enia enie ie iem iu ne nego nej nych ny
nymi ność ności owa owego owej owy ów u y
"""
SHORT = "i oraz w na do z o dla przez po u za nad pod przy"
WORDS = [stem + ending for stem, ending in product(STEMS.split(), ENDINGS.split())]


class Writer:
    """Writes the same text for the same seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311 - text, not a secret

    def words(self, number: int) -> str:
        """Return so many words, every fifth a short one."""
        chosen = self._random.choices(WORDS, k=number)
        chosen[3::5] = self._random.choices(SHORT.split(), k=len(chosen[3::5]))
        return " ".join(chosen)

    def sentence(self, number: int) -> str:
        """Return a sentence of so many words."""
        return f"{self.words(number).capitalize()}."

    def pick(self, items):
        """Return one of the items."""
        return self._random.choice(items)
