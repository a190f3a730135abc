"""Finds comments in the register by words, or by the number they are cited by."""

import re
import unicodedata
from typing import Any

# What a code may begin with in any of the site's languages: a letter or none.
_CODE = re.compile(r"[^\W\d_]?\s*(\d{1,9})\s*(?:/\s*(\d{4}))?")
# Letters that Unicode takes for letters of their own, not for marked ones.
_UNMARKED = str.maketrans({"ł": "l", "đ": "d", "ø": "o"})


def fold(*texts: str) -> str:
    """Return texts in small letters without marks, so that "lodz" finds „Łódź”."""
    folded = unicodedata.normalize("NFKD", "\n".join(texts).casefold())
    bare = "".join(char for char in folded if not unicodedata.combining(char))
    return " ".join(bare.translate(_UNMARKED).split())


def read_code(query: str) -> dict[str, int]:
    """Return number and year that "17", "U17" or "U17/2014" ask for, else nothing."""
    match = _CODE.fullmatch(query.strip())
    if not match:
        return {}
    number, year = match.groups()
    return {"number": int(number)} | ({"year": int(year)} if year else {})


def find_comments(comments: Any, query: str) -> Any:
    """Narrow comments to those that have a number, or every word of a query."""
    code = read_code(query)
    if code:
        return comments.filter(**code)
    for word in fold(query).split():
        comments = comments.filter(words__contains=word)
    return comments
