"""Comments in numbers: what is counted, under which name, and at what cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pages.comments.models import Channel, OnBehalf, Ruling
from pages.papers.protocol.numbers import read_numbers
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.programmes.closed import consulted


@pytest.fixture
def numbers(here):
    """Return the numbers of the consultation as they are now."""

    def read():
        with translation.override("en"):
            return read_numbers(here.consultation)

    return read


def test_nothing_is_counted_where_nobody_spoke(here, numbers):
    other = ConsultationFactory(draft=consulted(here.city, number=4))
    PublicCommentFactory(consultation=other)

    found = numbers()

    assert (found.received, found.considered, found.unanswered) == (0, 0, 0)
    assert not found.by_channel
    assert not found.by_author
    assert not found.organisations
    assert not found.by_ruling


def test_what_is_not_confirmed_has_not_come(say, numbers):
    say("unconfirmed")
    say("hidden", state_before="unconfirmed", number=None)

    assert numbers().received == 0


def test_hidden_and_withdrawn_ones_came_but_are_not_considered(say, numbers):
    first = say(channel="paper", is_late=True)
    say("hidden", state_before="published", on_behalf="council", duplicate_of=first)
    say("withdrawn", on_behalf="councillor", channel="email")
    say("registered", duplicate_of=first)

    found = numbers()

    assert (found.received, found.withdrawn, found.hidden, found.late) == (4, 1, 1, 1)
    assert found.by_channel == {Channel.FORM: 2, Channel.EMAIL: 1, Channel.PAPER: 1}
    assert (found.considered, found.unanswered, found.duplicates) == (2, 2, 1)
    assert found.by_author == {OnBehalf.RESIDENT: 2}


def test_only_the_published_answer_that_holds_is_a_ruling(say, numbers):
    comments = [say("answered"), say("answered"), say("drafted"), say()]
    old = AnswerFactory(comments=comments[:2], published=True, ruling="rejected")
    old.state = "revised"
    old.save()
    AnswerFactory(comments=comments[:2], published=True, ruling="accepted")
    AnswerFactory(comments=comments[2:3], ruling="partly")

    found = numbers()

    assert found.by_ruling == {Ruling.ACCEPTED: 2}
    assert found.unanswered == 2


class TestOrganisations:
    def test_each_is_named_once_by_the_polish_alphabet(self, say, numbers):
        listed = OrganisationFactory(name="Łąka")
        for _time in range(3):
            say(on_behalf="organisation", organisation=listed)
        for _time in range(2):
            say(on_behalf="organisation", organisation_name="Zgoda")
        say(on_behalf="organisation", organisation_name="  ZGODA ")
        say(on_behalf="organisation", organisation_name="łąka")
        say(on_behalf="organisation", organisation_name="Lipa")

        assert numbers().organisations == [("Lipa", 1), ("Łąka", 4), ("Zgoda", 3)]

    def test_one_without_a_name_is_counted(self, say, numbers):
        say(on_behalf="organisation")

        ((name, count),) = numbers().organisations

        assert name
        assert count == 1

    def test_what_somebody_else_names_or_hides_is_not_its_own(self, say, numbers):
        say(on_behalf="resident", organisation=OrganisationFactory())
        values = {"state_before": "published", "organisation_name": "Tajni"}
        say("hidden", on_behalf="organisation", **values)

        assert numbers().organisations == []


def test_number_of_queries_does_not_grow(say, numbers):
    costs = []
    for _round in range(2):
        for _time in range(4):
            comment = say(
                "answered",
                on_behalf="organisation",
                organisation=OrganisationFactory(),
            )
            AnswerFactory(comments=[comment], published=True)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            numbers()
        costs.append(len(queries))

    assert costs == [3, 3]
