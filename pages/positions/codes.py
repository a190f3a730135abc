"""The codes themselves: made, read as they are typed, and told by a digest.

Pure, without Django. A code has 16 of 31 signs: 79 bits, so that a digest without a
salt does not give it away, and guessing it through the form is hopeless.
"""

import secrets
import unicodedata

# No letter or digit that another one looks like: 0 and O, 1, I and L.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
GROUPS, GROUP = 4, 4
LENGTH = GROUPS * GROUP
# What is longer was not meant as a code; it is not worth looking at.
LONGEST_TYPED = 100


def new_code() -> str:
    """Return a new code as it is written down: „7KQM-2XWP-…”."""
    return spaced("".join(secrets.choice(ALPHABET) for _ in range(LENGTH)))


def spaced(plain: str) -> str:
    """Return a code in groups."""
    return "-".join(plain[n : n + GROUP] for n in range(0, len(plain), GROUP))


def plain_code(typed: str) -> str:
    """Return a code as it is compared; nothing where it cannot be one.

    Case, dashes and spaces make no difference, nor does a keyboard that types wide
    letters.
    """
    text = unicodedata.normalize("NFKC", typed[:LONGEST_TYPED]).upper()
    plain = "".join(sign for sign in text if sign.isalnum())
    is_code = len(plain) == LENGTH and set(plain) <= set(ALPHABET)
    return plain if is_code else ""
