"""Names of persons, as far as words alone tell. No Django."""

import re

from .polish import name_readings
from .writing import fold

# How surnames end that the dictionary does not hold, in Polish (folded) with its cases,
# in Ukrainian and in Belarusian; not „-ський”, as so many adjectives end.
_SURNAME = re.compile(
    r".{2,}(?:[sc]k(?:i|a|iego|iemu|im|iej|ich|imi)|(?:wicz|czyk|c[zh]uk|enk)[aeioy]?\w{0,2}"
    r"|енк[оау]|[чщ]ук[ау]?|вич[ау]?|[иоеії]вна)$"
)


def may_be_name(word: str) -> bool:
    """Whether a word, in small letters, may be somebody's first name or surname.

    By the Polish dictionary, where many common words are surnames as well („woda”);
    a word that it does not know is judged by its ending.
    """
    readings = name_readings(word)
    return any(readings) if readings else bool(_SURNAME.match(fold(word)))
