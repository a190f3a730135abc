"""Finds organisations by words of their names, by town and by register number."""

from django.db.models import Q

from snippets.folding import fold
from snippets.identifiers import read_krs, read_nip, read_regon
from snippets.models import OrganisationAlias

# Nobody needs more to tell one name from another, and each is one more look.
MOST_WORDS = 8
_READERS = {"krs": read_krs, "nip": read_nip, "regon": read_regon}


def matching(query: str) -> Q:
    """Return the condition that a register number is the query, or all words are there.

    A word may be a part of the full, short or another name, or of the town.
    """
    found = Q()
    for word in fold(query).split()[:MOST_WORDS]:
        found &= _has_word(word)
    return found | _has_number(query)


def _has_word(word: str) -> Q:
    aliases = OrganisationAlias.objects.filter(folded_name__contains=word).order_by()
    return (
        Q(folded_name__contains=word)
        | Q(folded_short_name__contains=word)
        | Q(folded_city__contains=word)
        | Q(pk__in=aliases.values("organisation"))
    )


def _has_number(query: str) -> Q:
    """Return the condition on the numbers; nothing where the query is none."""
    found = Q()
    for field, read in _READERS.items():
        if digits := read(query).digits:
            found |= Q(**{field: digits})
    return found
