"""Entries of the search catalogue, as the storing of cards leaves them."""

import factory
from factory.django import DjangoModelFactory

from search.models import CatalogueEntry, Kind, VocabularyWord


class CatalogueEntryFactory(DjangoModelFactory):
    """Something in no language in particular; `body` is its text."""

    class Meta:
        model = CatalogueEntry
        exclude = ("body",)

    kind = Kind.DOCUMENT
    subject = factory.Sequence(str)
    language = "pl"
    title = factory.Sequence("Plik {}".format)
    body = ""
    parts = factory.LazyAttribute(lambda one: [["body", one.body]] if one.body else [])
    facts = factory.LazyAttribute(lambda one: {"url": f"/documents/{one.subject}/"})

    class Params:
        clause = factory.Trait(
            kind=Kind.CLAUSE,
            subject=factory.Sequence("00000000-0000-4000-8000-{:012d}".format),
            title="ust. 29",
            year=2014,
            number="29",
            facts={"clause_kind": "task", "is_newest": True},
        )
        comment = factory.Trait(
            kind=Kind.COMMENT,
            title="U17/2014 ust. 29",
            year=2014,
            number="17",
            facts={"number": 17, "year": 2014},
        )
        organisation = factory.Trait(
            kind=Kind.ORGANISATION,
            language="",
            title=factory.Sequence("Fundacja Próbna {}".format),
            facts=factory.LazyAttribute(lambda one: {"slug": f"f-{one.subject}"}),
        )


class VocabularyWordFactory(DjangoModelFactory):
    class Meta:
        model = VocabularyWord

    language = "pl"
    spelling = factory.LazyAttribute(lambda one: one.word)
    keys = factory.LazyAttribute(lambda one: one.word)
