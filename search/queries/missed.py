"""Counts the queries that found nothing, and keeps no personal data in doing so."""

import re
from contextlib import suppress
from datetime import timedelta
from itertools import pairwise
from unicodedata import normalize

from django.conf import settings
from django.db import OperationalError
from django.db.models import F
from django.utils import timezone

from search.analysis import LONGEST_QUERY, fold, query_tokens
from search.languages.names import may_be_name
from search.models import MissedQuery, VocabularyWord

KEPT_DAYS = 90
MOST_A_DAY = 2_000
LONGEST = MissedQuery._meta.get_field("text").max_length or LONGEST_QUERY

# An e-mail or a handle; an address on the web; a number of a house, a phone, a person.
_PERSONAL = re.compile(
    r"@|://|www\.|[^\W_]\.[^\W\d_]{2,}|\d{5}|\d(?:[\s./-]?\d){6}", re.IGNORECASE
)


def note_missed(text: str, language: str) -> None:
    """Count that a query found nothing today, unless it may name a person.

    Only the query, its language and the day are kept: in small letters, white space
    made plain, at most 100 characters, for 90 days. Not kept is

    - what has an `@`, an address on the web, five digits in a row or seven with
      spaces, dots, dashes or strokes between them;
    - what has two words side by side that may each be a name of a person, and what
      has any word that may be one, unless the site itself publishes that word: so
      neither „Jan Kowalski” nor „Nowak”, but „woda” where a page is about water;
    - a single character, and what has no letter or digit;
    - more than 2,000 different queries a day.

    A database that is locked or away costs the count, never the reader's page.
    """
    text = plain(text[:LONGEST_QUERY])
    if language not in dict(settings.WAGTAIL_CONTENT_LANGUAGES) or len(text) < 2:
        return
    if not query_tokens(text, language) or _PERSONAL.search(text):
        return
    with suppress(OperationalError):
        if not names_somebody(text, language):
            count(shorten(text), language)


def plain(text: str) -> str:
    """Return a text in small letters, with single spaces and nothing unprintable."""
    printable = (char if char.isprintable() else " " for char in text)
    return " ".join(normalize("NFC", "".join(printable)).lower().split())


def shorten(text: str) -> str:
    """Return as much of a text as is kept, cut between words where that can be."""
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST + 1].rpartition(" ")[0] or text[:LONGEST]


def names_somebody(text: str, language: str) -> bool:
    """Whether a query may name a person; a query only where a word may be a name."""
    words = [token.text for token in query_tokens(text, language)]
    names = {word for word in words if may_be_name(word)}
    if not names:
        return False
    if any(names.issuperset(pair) for pair in pairwise(words)):
        return True
    folded = {fold(word) for word in names}
    published = VocabularyWord.objects.filter(language=language, word__in=folded)
    return published.count() < len(folded)


def count(text: str, language: str) -> None:
    """Add one to the number of times a query was asked today."""
    today = MissedQuery.objects.filter(day=timezone.localdate())
    rows = today.filter(language=language, text=text)
    if rows.update(number=F("number") + 1):
        return
    number = today.count()
    if not number:
        forget_old()
    if number >= MOST_A_DAY:
        return
    _row, is_new = MissedQuery.objects.get_or_create(
        day=timezone.localdate(),
        language=language,
        text=text,
        defaults={"number": 1},
    )
    if not is_new:
        # Another reader asked the same since.
        rows.update(number=F("number") + 1)


def forget_old() -> None:
    """Delete what has been kept for longer than we say."""
    first = timezone.localdate() - timedelta(days=KEPT_DAYS)
    MissedQuery.objects.filter(day__lt=first).delete()
