"""What staff do for the search, and what they are told of it."""

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Collection

from search.models import DocumentText, MissedQuery, ReadingState, Synonym

from .documents import DocumentFactory


class SynonymFactory(DjangoModelFactory):
    class Meta:
        model = Synonym

    words = factory.Sequence("SKRÓT{0}\nrozwinięcie skrótu {0}".format)


class MissedQueryFactory(DjangoModelFactory):
    class Meta:
        model = MissedQuery

    text = factory.Sequence("żłobek {}".format)
    language = "pl"
    day = factory.LazyFunction(timezone.localdate)
    number = 1


class DocumentTextFactory(DjangoModelFactory):
    class Meta:
        model = DocumentText

    document = factory.SubFactory(
        DocumentFactory, collection=factory.LazyFunction(Collection.get_first_root_node)
    )
    state = ReadingState.NO_TEXT

    @classmethod
    def _create(cls, model_class, *, document, **values):
        """Say what became of a document, whether it was read already or not."""
        rows = model_class.objects
        row, _is_new = rows.update_or_create(document=document, defaults=values)
        return row
