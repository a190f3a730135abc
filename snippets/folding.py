"""Names folded so that the ways people write one name become one text.

Case, accents, quotation marks, dashes and punctuation make no difference; the words
and their order stay. This is not the order of an index: see `snippets.collation`.
"""

import re
from unicodedata import combining, normalize

# Letters whose stroke Unicode does not take for an accent.
_STROKES = str.maketrans("łŁøØđĐ", "lLoOdD")
_NOT_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """„Łódź – «Nasz Dom»” gives `lodz nasz dom`; single spaces, none at the ends."""
    spelt = normalize("NFKD", text.translate(_STROKES)).casefold()
    plain = "".join(char for char in spelt if not combining(char))
    return _NOT_WORDS.sub(" ", plain).strip()
