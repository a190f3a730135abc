"""Codes of organisations, drafts of their members and parts of their positions."""

import factory

from pages.positions.finding import code_digest, link_digest
from pages.positions.models import OrganisationCode, PositionDraft, PositionItem

from .comments import ConsultationFactory
from .snippets import OrganisationFactory

SECRET = "sekretna-czesc_adresu"
# Numbers with the digits that codes have: 0 and 1 look like letters.
SPOKEN = str.maketrans("01", "MN")


class OrganisationCodeFactory(factory.django.DjangoModelFactory):
    """A code of which the contact person was told; `written` is what members type."""

    class Meta:
        model = OrganisationCode

    class Params:
        written = factory.Sequence(
            lambda n: f"ABCDEFGH{22222222 + n}".translate(SPOKEN)
        )

    consultation = factory.SubFactory(ConsultationFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    entry = factory.SelfAttribute("organisation.pk")
    digest = factory.LazyAttribute(lambda code: code_digest(code.written))
    contact_email = factory.Sequence("kontakt{}@example.org".format)
    link_digest = link_digest(SECRET)


class PositionDraftFactory(factory.django.DjangoModelFactory):
    """A draft on a clause (`clause_id`), or on the whole version."""

    class Meta:
        model = PositionDraft

    code = factory.SubFactory(OrganisationCodeFactory)
    kind = "change"
    text = factory.Sequence("Szkic numer {}.".format)
    language = "pl"
    digest = link_digest(SECRET)


class PositionItemFactory(factory.django.DjangoModelFactory):
    """A part of a position."""

    class Meta:
        model = PositionItem

    code = factory.SubFactory(OrganisationCodeFactory)
    kind = "change"
    text = factory.Sequence("Stanowisko numer {}.".format)
