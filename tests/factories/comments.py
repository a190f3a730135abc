"""Consultations, comments on them and answers; states are traits."""

import datetime

import factory
from django.db import transaction
from django.utils import timezone

from pages.comments.models import (
    WARSAW,
    AnswerState,
    Channel,
    CommentLink,
    CommentPlacement,
    CommentRegister,
    Consultation,
    CoveredComment,
    LinkPurpose,
    OfficialAnswer,
    OnBehalf,
    PublicComment,
)
from pages.comments.placing import place_of
from pages.comments.states import State
from tests.pages.programmes.closed import consulted

from .snippets import OrganisationFactory


def today(days=0):
    """Return the day in Poland, or one before or after it."""
    return timezone.now().astimezone(WARSAW).date() + datetime.timedelta(days=days)


class ConsultationFactory(factory.django.DjangoModelFactory):
    """A consultation that is open now, of the version that `consulted()` makes."""

    class Meta:
        model = Consultation

    draft = factory.LazyFunction(consulted)
    opens_on = factory.LazyFunction(lambda: today(-5))
    closes_on = factory.LazyFunction(lambda: today(+9))
    legal_basis = "uchwała nr LX/800/10 Rady Miasta"
    contact_email = "uwagi@example.org"
    contact_address = "ul. Słonimska 1, pokój 7, w godzinach 8–15"
    controller = "Prezydent Miasta, ul. Słonimska 1"
    data_protection_officer = "iod@example.org"
    retention = "25 lat, potem decyduje archiwum"

    class Params:
        announced = factory.Trait(
            opens_on=factory.LazyFunction(lambda: today(+2)),
        )
        closed = factory.Trait(
            opens_on=factory.LazyFunction(lambda: today(-20)),
            closes_on=factory.LazyFunction(lambda: today(-1)),
        )


def _number(comment):
    if comment.state == State.UNCONFIRMED:
        return None
    with transaction.atomic():
        return CommentRegister.next_number(comment.year)


class PublicCommentFactory(factory.django.DjangoModelFactory):
    """A comment on a clause (`about`, a uid) or on the whole version.

    It is registered and has a number; traits lead it on without asking for rights.
    An e-mail is confirmed, but for comments that are unconfirmed.
    """

    class Meta:
        model = PublicComment
        skip_postgeneration_save = True

    class Params:
        about = None
        place = factory.LazyAttribute(lambda c: place_of(c.consultation.draft, c.about))
        unconfirmed = factory.Trait(
            state=State.UNCONFIRMED,
            email=factory.Sequence("autor{}@example.org".format),
        )
        published = factory.Trait(state=State.PUBLISHED)
        answered = factory.Trait(state=State.ANSWERED)
        withdrawn = factory.Trait(state=State.WITHDRAWN)
        hidden = factory.Trait(
            state=State.HIDDEN,
            state_before=State.PUBLISHED,
            hiding_reason="offence",
            hiding_note="wyzwiska",
        )
        of_organisation = factory.Trait(
            on_behalf=OnBehalf.ORGANISATION,
            organisation=factory.SubFactory(OrganisationFactory),
        )

    consultation = factory.SubFactory(ConsultationFactory)
    year = factory.SelfAttribute("consultation.year")
    state = State.REGISTERED
    number = factory.LazyAttribute(_number)
    kind = "change"
    clause_id = factory.LazyAttribute(lambda c: c.place.clause_id)
    clause_kind = factory.LazyAttribute(lambda c: c.place.clause_kind)
    clause_number = factory.LazyAttribute(lambda c: c.place.clause_number)
    quoted = factory.LazyAttribute(lambda c: c.place.quoted)
    area_id = factory.LazyAttribute(lambda c: c.place.area_id)
    text = factory.Sequence("Proszę dopisać seniorów, numer {}.".format)
    on_behalf = OnBehalf.RESIDENT
    fingerprint = factory.Sequence("{:064d}".format)

    @factory.post_generation
    def confirmed(self, create, confirmed, **kwargs):
        is_asked = self.email and self.channel == Channel.FORM
        if create and is_asked and self.state != State.UNCONFIRMED:
            CommentLink.objects.create(
                comment=self, purpose=LinkPurpose.CONFIRM, used_at=timezone.now()
            )


class AnswerFactory(factory.django.DjangoModelFactory):
    """An answer that is drafted; it covers `comments`."""

    class Meta:
        model = OfficialAnswer
        skip_postgeneration_save = True

    class Params:
        approved = factory.Trait(
            state=AnswerState.APPROVED, approved_at=factory.LazyFunction(timezone.now)
        )
        published = factory.Trait(
            state=AnswerState.PUBLISHED,
            approved_at=factory.LazyFunction(timezone.now),
            published_at=factory.LazyFunction(timezone.now),
        )

    ruling = "rejected"
    reasons = "Zadanie należy do powiatu."

    @factory.post_generation
    def comments(self, create, comments, **kwargs):
        for order, comment in enumerate(comments or ()):
            CoveredComment.objects.create(
                answer=self, comment=comment, sort_order=order
            )


def place_comment(*, comment, draft, **values):
    """Put a comment into a version, whether or not the site has done so already."""
    emptied = {"clause_id": None, "score": None, "decided_by": None}
    if "clause" in values:
        del emptied["clause_id"]
    row, _is_new = CommentPlacement.objects.update_or_create(
        comment=comment, draft=draft, defaults={**emptied, **values}
    )
    return row
