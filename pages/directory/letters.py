"""The directory in the order of its names, cut by the letters they begin with."""

from collections.abc import Iterator

from django.db.models import Count
from django.db.models.functions import Left

from snippets.collation import CODE_LETTERS, OTHER_INITIAL, key_prefix
from snippets.models import Organisation, OrganisationQuerySet

ALPHABET = "ABCĆDEFGHIJKLŁMNOÓPRSŚTUVWYZŹŻ"
LETTERS = (*ALPHABET, OTHER_INITIAL)
SHOWN = ("name", "slug", "legal_form", "city", "district", "status")
_LETTER_OF = {key_prefix(letter): letter for letter in ALPHABET}
_BEGINNING = Left("sort_key", len(key_prefix("A")))
# Behind all that goes on after a beginning, under any collation.
_END = chr(ord(max(CODE_LETTERS)) + 1)


class LetteredList:
    """Organisations from A to Z, all of them or under one letter, for a paginator.

    One look counts how many names have each beginning. It tells how many there are,
    which letters lead anywhere, and near which beginning a page is: a late page
    need not walk through all that stand before it.
    """

    def __init__(self, organisations: OrganisationQuerySet, letter: str = "") -> None:
        self.organisations = organisations.annotate(beginning=_BEGINNING)
        self.letter = letter
        beginnings = self.organisations.order_by().values_list("beginning")
        self._counts = dict(sorted(beginnings.annotate(number=Count("pk"))))

    def count_letters(self) -> dict[str, int]:
        """Return how many stand under each letter, `#` for all other beginnings."""
        counts = dict.fromkeys(LETTERS, 0)
        for beginning, number in self._counts.items():
            counts[_letter_of(beginning)] += number
        return counts

    def count(self) -> int:
        """Return how many there are, as a paginator asks for it."""
        return sum(number for _beginning, number in self._wanted())

    def __getitem__(self, part: slice) -> list[Organisation]:
        """Return some of them, with what a list shows; one query."""
        within, skipped = self._cut(part.start, part.stop)
        if not within:
            return []
        near = self.organisations.filter(
            sort_key__gte=within[0], sort_key__lt=within[-1] + _END
        )
        if self.letter == OTHER_INITIAL:
            near = near.filter(beginning__in=within)
        keys = near.order_by("sort_key", "pk").values("pk")
        # Keys first: only so do late pages not read whole rows to skip them.
        keys = keys[part.start - skipped : part.stop - skipped]
        rows = Organisation.objects.filter(pk__in=keys).only(*SHOWN)
        return list(rows.order_by("sort_key", "pk"))

    def _cut(self, start: int, stop: int) -> tuple[list[str], int]:
        """Return the beginnings that some rows have, and how many rows are before."""
        within, skipped, passed = [], 0, 0
        for beginning, number in self._wanted():
            if passed < stop and passed + number > start:
                within.append(beginning)
            passed += number
            if passed <= start:
                skipped = passed
        return within, skipped

    def _wanted(self) -> Iterator[tuple[str, int]]:
        for beginning, number in self._counts.items():
            if self.letter in {"", _letter_of(beginning)}:
                yield beginning, number


def _letter_of(beginning: str) -> str:
    return _LETTER_OF.get(beginning, OTHER_INITIAL)
