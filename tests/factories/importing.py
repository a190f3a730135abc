"""Imports of lists at each of their steps, and rows that came to each outcome."""

import hashlib

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from factory.django import DjangoModelFactory

from snippets.models import ColumnMapping, ImportBatch, ImportRow

State, Outcome = ImportBatch.State, ImportRow.Outcome
LIST = "Nazwa;Nr KRS;Miejscowość\nKoło z wykazu;0000000001;Suwałki\n".encode()
COLUMNS = [
    {"index": index, "heading": heading, "field": field, "is_personal": False}
    for index, (heading, field) in enumerate(
        (("Nazwa", "name"), ("Nr KRS", "krs"), ("Miejscowość", "city"))
    )
]


class ColumnMappingFactory(DjangoModelFactory):
    class Meta:
        model = ColumnMapping

    name = factory.Sequence(lambda n: f"Wykaz {n}")
    columns = {"nazwa": "name", "nr krs": "krs"}


class ImportBatchFactory(DjangoModelFactory):
    """A list whose rows are checked, but for the traits; its file is `LIST`."""

    class Meta:
        model = ImportBatch

    class Params:
        uploaded = factory.Trait(state=State.UPLOADED)
        checking = factory.Trait(
            state=State.CHECKING, beat_at=factory.LazyFunction(timezone.now)
        )
        imported = factory.Trait(
            state=State.IMPORTED,
            file="",
            imported_at=factory.LazyFunction(timezone.now),
        )

    filename = factory.Sequence(lambda n: f"wykaz-{n}.csv")
    file = factory.LazyAttribute(lambda one: ContentFile(LIST, one.filename))
    size = len(LIST)
    digest = hashlib.sha256(LIST).hexdigest()
    kind, encoding, separator = "csv", "utf-8", ";"
    total = 1
    state = State.CHECKED
    columns = factory.LazyFunction(lambda: [dict(column) for column in COLUMNS])


class ImportRowFactory(DjangoModelFactory):
    """A row of a new organisation, but for the traits."""

    class Meta:
        model = ImportRow

    class Params:
        changed = factory.Trait(
            outcome=Outcome.CHANGED,
            organisation=factory.SubFactory(
                "tests.factories.snippets.OrganisationFactory"
            ),
            changes=[
                {"field": "city", "old": "", "new": "Suwałki", "is_by_hand": False}
            ],
        )
        by_hand = factory.Trait(
            changed=True,
            has_conflicts=True,
            changes=[
                {"field": "city", "old": "Ełk", "new": "Suwałki", "is_by_hand": True}
            ],
        )
        duplicate = factory.Trait(
            outcome=Outcome.DUPLICATE,
            candidates=factory.LazyAttribute(lambda one: [candidate(one.like)]),
        )
        refused = factory.Trait(
            outcome=Outcome.REFUSED,
            has_notes=True,
            notes=[{"code": "name_missing"}],
        )
        like = None

    batch = factory.SubFactory(ImportBatchFactory)
    number = factory.Sequence(lambda n: n + 2)
    name = factory.Sequence(lambda n: f"Stowarzyszenie z wykazu {n}")
    raw = factory.LazyAttribute(
        lambda one: {"Nazwa": one.name, "Nr KRS": "0000000001", "Miejscowość": "Ełk"}
    )
    outcome = Outcome.NEW


def candidate(organisation):
    """Whom a row may be about: an organisation, as the matching names one."""
    return {
        "organisation": organisation.pk,
        "row": None,
        "name": organisation.name,
        "city": organisation.city,
        "krs": organisation.krs,
        "score": 93,
        "why": ["like_name"],
    }
