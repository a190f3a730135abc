"""Finds the organisation of the directory that an author names.

Wagtail's search is not asked: on SQLite it takes half a minute to put the many that
have a frequent word into order, and anybody may ask.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import reduce
from operator import add

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Length

from snippets.collation import sort_key
from snippets.models import Organisation, OrganisationAlias

MOST_OFFERED = 8
_LOOKED_AT = 50
_MOST_WORDS = 6
_WORD = re.compile(r"\w{3,}")
# Words that name a legal form: alone they would bring up half of the directory.
_FORMS = frozenset(
    ("fundacja", "stowarzyszenie", "towarzystwo", "związek", "klub", "koło", "oddział")
)


@dataclass(frozen=True)
class NamedOrganisations:
    """What the directory has of a name: the one meant, else those to choose from."""

    exact: Organisation | None = None
    offered: Sequence[Organisation] = ()


def find_organisations(name: str) -> NamedOrganisations:
    """Look a name up among full names, short names and other names.

    Case, quotation marks and punctuation make no difference. Four queries at most,
    however long the directory is.
    """
    if not sort_key(name):
        return NamedOrganisations()
    named = _named(name)
    if len(named) == 1:
        return NamedOrganisations(exact=named[0])
    return NamedOrganisations(offered=named[:MOST_OFFERED] or _nearest(name))


def _listed() -> QuerySet[Organisation]:
    organisations: QuerySet[Organisation] = Organisation.objects.in_directory()
    return organisations.only("name", "short_name", "city", "sort_key")


def _named(name: str) -> list[Organisation]:
    """Return those that have the name, in the order of the directory."""
    field = Organisation._meta.get_field("sort_key")
    words = r"\W+".join(re.findall(r"\w+", name))
    spelt = rf"^\W*{words}\W*$"
    is_named = (
        Q(sort_key=sort_key(name, field.max_length))
        | (~Q(short_name="") & Q(short_name__iregex=spelt))
        | Q(pk__in=_with_alias(name__iregex=spelt))
    )
    return list(_listed().filter(is_named)[:_LOOKED_AT])


def _with_alias(**names: str) -> QuerySet:
    aliases = OrganisationAlias.objects.filter(**names).order_by()
    return aliases.values("organisation")


def _nearest(name: str) -> list[Organisation]:
    """Return those whose names are most like a name, the likest first."""
    words = list(dict.fromkeys(_WORD.findall(name.casefold())))
    telling = [word for word in words if word not in _FORMS] or words
    if not telling:
        return []
    others = [word for word in words if word not in telling]
    shared = reduce(
        add,
        (
            *(_has(word, weight=2) for word in telling[:_MOST_WORDS]),
            *(_has(word, weight=1) for word in others),
        ),
    )
    found = (
        _listed()
        .annotate(shared=shared)
        .filter(shared__gt=1)
        .order_by("-shared", Length("name"), "sort_key")
        .prefetch_related("aliases")
    )
    return sorted(found[:_LOOKED_AT], key=lambda one: -_likeness(name, one))[
        :MOST_OFFERED
    ]


def _has(word: str, *, weight: int) -> Case:
    """Count a name that has the word: in another case, or with a typing error.

    Polish endings have three letters at most, and four tell most words apart.
    """
    stem = word[: max(4, len(word) - 3)]
    is_in = (
        Q(sort_key__contains=sort_key(stem))
        | Q(short_name__icontains=stem)
        | Q(pk__in=_with_alias(name__icontains=stem))
    )
    return Case(
        When(is_in, then=Value(weight)), default=Value(0), output_field=IntegerField()
    )


def _likeness(name: str, organisation: Organisation) -> float:
    """Return how much the likest name of an organisation is like a name, 0 to 1."""
    names: Iterable[str] = (
        organisation.name,
        organisation.short_name,
        *(alias.name for alias in organisation.aliases.all()),
    )
    matcher = SequenceMatcher(b=name.casefold())
    best = 0.0
    for other in names:
        matcher.set_seq1(other.casefold())
        best = max(best, matcher.ratio())
    return best
