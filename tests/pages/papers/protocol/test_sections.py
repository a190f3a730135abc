"""The protocol: everything an office needs in one, also where nobody spoke."""

import dataclasses
import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from pages.comments.models import Consultation
from pages.papers.protocol import protocol_of
from tests.factories.comments import AnswerFactory
from tests.factories.pages import translate
from tests.factories.snippets import CityUnitFactory, OrganisationFactory


@pytest.fixture
def protocol(here):
    """Return the protocol in a language, as it is now."""

    def read(language="en"):
        consultation = Consultation.objects.get(pk=here.consultation.pk)
        with translation.override(language):
            return protocol_of(consultation)

    return read


def told(thing):
    """Return all texts of a protocol, one after another."""
    if dataclasses.is_dataclass(thing):
        names = [field.name for field in dataclasses.fields(thing)]
        return " ".join(told(getattr(thing, name)) for name in names)
    if isinstance(thing, list | tuple):
        return " ".join(map(told, thing))
    return str(thing)


def headings(protocol):
    return [section.heading for section in protocol.sections]


def part(protocol, heading):
    return next(part for part in protocol.sections if part.heading == heading)


class TestWithoutComments:
    def test_protocol_is_whole_and_has_no_table(self, protocol):
        made = protocol()

        assert made.comments == 0
        assert headings(made) == [
            "Subject of the consultation",
            "Dates",
            "How the draft was made public",
            "Ways to comment",
            "Who took part",
            "Comments",
            "Signatures of the team",
        ]
        comments = part(made, "Comments")
        assert comments.sentences == ["No comments came in the consultation."]
        assert not any(section.tallies for section in made.sections)
        assert len(made.signatures) == 3


class TestFacts:
    def test_acts_days_ways_and_address_are_told(self, here, protocol):
        consultation = here.consultation
        consultation.act = "zarządzenie nr 17/13"
        consultation.act_date = datetime.date(2013, 8, 1)
        consultation.opens_on = datetime.date(2013, 8, 19)
        consultation.closes_on = datetime.date(2013, 8, 30)
        consultation.contact_unit = CityUnitFactory(name="Centrum Współpracy")
        consultation.notice = "Zapraszamy wszystkich."
        consultation.save()

        made = protocol()
        text = told(made)

        facts = {f.label: f.value for s in made.sections for f in s.facts}
        assert facts["First day"] == "19 August 2013"
        assert facts["Last day"] == "30 August 2013"
        assert facts["Length"] == "12 days"
        assert "zarządzenie nr 17/13 of 1 August 2013" in text
        for words in (
            *("uchwała nr LX/800/10 Rady Miasta", "Centrum Współpracy"),
            *("Zapraszamy wszystkich.", "uwagi@example.org", "ul. Słonimska 1, pokój"),
            *(here.draft.full_url, here.city.programme.title, "Wersja 3"),
        ):
            assert words in text
        assert not part(made, "Dates").sentences

    def test_a_consultation_of_one_day_lasts_one_day(self, here, protocol):
        here.consultation.closes_on = here.consultation.opens_on
        here.consultation.save()

        facts = {f.label: f.value for f in part(protocol(), "Dates").facts}

        assert facts["Length"] == "1 day"

    def test_it_says_that_the_consultation_is_not_over(self, protocol):
        assert len(part(protocol(), "Dates").sentences) == 1

    def test_address_of_a_version_that_is_not_public_is_not_told(self, here, protocol):
        type(here.draft).objects.filter(pk=here.draft.pk).update(live=False)

        assert here.draft.full_url not in told(protocol())

    def test_protocol_is_in_the_active_language(self, here, protocol):
        translate(here.city.programme, "en", title="Programme for 2014")

        assert protocol("en").subject == "Programme for 2014"
        assert protocol("pl").subject == here.city.programme.title
        assert protocol("uk").subject == here.city.programme.title
        assert "29 July 2013" in told(protocol("en"))
        assert "29 lipca 2013" in told(protocol("pl"))


class TestMeetings:
    def test_public_ones_that_were_held_are_named_once(self, here, protocol):
        programme = here.city.programme
        held = here.city.meeting(title="Warsztaty", programme=programme)
        here.city.meeting(
            title="Drugie", programme=programme, date=datetime.date(2013, 6, 1)
        )
        here.city.meeting(title="Zapowiedź", programme=programme, announced=True)
        here.city.meeting(title="Odwołane", programme=programme, cancelled=True)
        here.city.meeting(title="Zamknięte", programme=programme, restricted=True)
        here.city.meeting(title="Inne")
        translate(held, "uk", title="Майстерня")

        items = part(protocol(), "Meetings on the programme").items

        assert items == ["1 June 2013: Drugie", "26 July 2013: Warsztaty"]


class TestComments:
    def test_organisations_are_named_and_persons_are_not(self, say, protocol):
        organisation = OrganisationFactory(name="Łąka")
        say(on_behalf="organisation", organisation=organisation)
        say(name="Anna Wzorowa", name_is_public=True, email="anna@example.org")
        say(name="Jan Skryty", email="jan@example.org")

        made = protocol()
        who, organisations = part(made, "Who took part").tallies

        assert organisations.rows == [("Łąka", 1)]
        assert who.rows == [("resident", 2), ("organisation", 1)]
        for private in ("Anna", "Jan", "@example.org "):
            assert private not in told(part(made, "Who took part"))
        assert "Skryty" not in told(made)

    def test_numbers_add_up(self, say, protocol):
        comments = [say("answered", is_late=True), say(), say("withdrawn")]
        AnswerFactory(comments=comments[:1], published=True, ruling="accepted")

        made = protocol()

        assert made.comments == 3
        assert part(made, "Comments").sentences[0] == "3 comments came."
        assert [fact.value for fact in part(made, "Comments").facts] == ["1", "1"]
        (rulings,) = part(made, "Official answers").tallies
        assert [count for _label, count in rulings.rows] == [1, 1]

    def test_only_withdrawn_ones_are_comments_of_nobody(self, say, protocol):
        say("withdrawn")

        made = protocol()

        assert made.comments == 1
        assert "Official answers" not in headings(made)
        assert not part(made, "Who took part").tallies

    def test_texts_of_comments_and_notes_are_not_in_it(self, say, protocol):
        say(text="Żółwica", email="zolwica@example.org")
        say("hidden", state_before="published", text="Żółwica", hiding_note="Żółwica")

        assert "ółwica" not in told(protocol())
        assert "zolwica" not in told(protocol())

    def test_number_of_queries_does_not_grow(self, say, protocol):
        costs = []
        for _round in range(2):
            for _time in range(3):
                comment = say("answered", on_behalf="council")
                AnswerFactory(comments=[comment], published=True)
            protocol()
            with CaptureQueriesContext(connection) as queries:
                protocol()
            costs.append(len(queries))

        assert costs[0] == costs[1]
        assert costs[0] <= 16
