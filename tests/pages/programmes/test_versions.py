"""The next version of a text, and the next year's programme."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from pages.meetings.models import MeetingPage
from pages.programmes.models import (
    Clause,
    PriorityTaskPage,
    ProgrammeDraftPage,
    ProgrammePage,
)
from pages.programmes.versions import free_slug, next_number, next_version, next_year
from tests.factories.clauses import chapter, clause
from tests.factories.pages import City, translate
from tests.pages.programmes.closed import FIRST, body, consulted, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def test_next_version_starts_from_the_text_and_nothing_else(city):
    base = consulted(city, summary="<p>Co się zmieniło.</p>", label="do konsultacji")
    user = staff("redakcja", "Redakcja")

    made = next_version(
        base, user=user, number=7, date=datetime.date(2013, 9, 1), label="nowa"
    )

    made.refresh_from_db()
    assert (made.number, made.label, made.status) == (7, "nowa", "working")
    assert made.date == datetime.date(2013, 9, 1)
    assert (made.based_on, made.owner, made.live) == (base, user, False)
    assert made.summary == ""
    assert [node.uid for node in made.clauses] == [node.uid for node in base.clauses]
    revision = made.get_latest_revision()
    assert revision.user == user
    assert revision.as_object().clauses == made.clauses
    assert made.get_parent() == base.get_parent()
    assert made.frozen_version is None


@pytest.mark.parametrize(
    "status",
    ["working", "circulated", "consulted", "final", "adopted", "superseded"],
)
def test_next_version_starts_from_any_version(city, status):
    base = city.draft([clause(uid=FIRST)], status=status)

    assert next_version(base).clauses == base.clauses


def test_next_version_of_an_unfinished_text_is_unfinished(city):
    base = city.draft([clause(text="")], unpublished=True)

    assert next_version(base).clauses == base.clauses


def test_number_is_one_more_than_the_highest(city):
    first = city.draft([], number=1)
    city.draft([], number=8, unpublished=True)

    assert next_number(first) == 9
    assert next_version(first).number == 9


def test_title_and_slug_are_free_and_in_the_language_of_the_base(city):
    base = city.draft([], number=1, slug="wersja-2")

    made = next_version(base)

    assert (made.title, made.slug) == ("Wersja 2", "wersja-2-2")
    assert free_slug(city.programme, "inny") == "inny"


def test_next_year_has_the_text_and_not_what_belongs_to_the_year(city):
    programme = city.programme
    programme.legal_basis = "art. 5a"
    programme.resolution_number = "XLIV/500/13"
    programme.resolution_date = datetime.date(2013, 11, 25)
    programme.planned_funds = 10
    programme.bip_url = "https://bip.example.org/"
    programme.stage = "adopted"
    programme.save()
    base = consulted(city, status="adopted")
    city.task(title="Zadanie")
    user = staff("wydawca")

    made = next_year(base, user=user)

    year = ProgrammePage.objects.get(year=2015)
    assert year == made.get_parent()
    assert year.get_parent().pk == programme.get_parent().pk
    assert (year.title, year.slug) == ("Program na rok 2015", "2015")
    assert (year.stage, year.legal_basis) == ("planned", "art. 5a")
    assert (year.resolution_number, year.resolution_date) == ("", None)
    assert (year.planned_funds, year.bip_url) == (None, "")
    assert not year.live
    assert (made.number, made.status, made.based_on) == (1, "working", base)
    assert not made.live
    assert [node.uid for node in made.clauses] == [node.uid for node in base.clauses]
    assert [page.pk for page in year.get_children()] == [made.pk]
    assert {p.latest_revision.user for p in (year, made)} == {user}


def test_next_year_has_no_meetings_or_tasks_of_this_one(city):
    base = consulted(city, status="adopted")
    city.meeting(discussed_draft=base, resulting_draft=base)
    city.task(title="Zadanie")
    meetings = MeetingPage.objects.count()

    made = next_year(base)

    assert MeetingPage.objects.count() == meetings
    assert not MeetingPage.objects.filter(discussed_draft=made).exists()
    assert not MeetingPage.objects.filter(resulting_draft=made).exists()
    assert not PriorityTaskPage.objects.descendant_of(made.get_parent()).exists()


def test_clauses_are_the_same_over_many_versions_and_years(city):
    base = city.draft(body(), status="adopted", number=1)
    uids = [node.uid for node in base.clauses]

    made = next_year(next_version(next_version(base)))
    made = next_version(next_year(made))

    assert [node.uid for node in made.clauses] == uids
    assert made.get_parent().specific.year == city.programme.year + 2
    assert Clause.objects.filter(pk__in=uids).count() == len(uids)


def test_nothing_is_left_of_a_year_that_could_not_be_made(city):
    base = city.draft(body(), status="adopted", number=1)
    twice = [clause(uid=FIRST), clause(uid=FIRST)]
    ProgrammeDraftPage.objects.filter(pk=base.pk).update(body=twice)
    base = ProgrammeDraftPage.objects.get(pk=base.pk)

    with pytest.raises(ValidationError):
        next_year(base)

    assert ProgrammePage.objects.count() == 1
    assert ProgrammeDraftPage.objects.count() == 1


def test_text_may_be_given(city):
    base = city.draft(body())
    given = [chapter("Nowy", clause(uid=FIRST))]

    assert next_version(base, body=given).clauses[0].text == "Nowy"
    assert base.clauses[0].text == "Zadania"


def test_translation_has_its_own_next_version(city):
    english = translate(city.draft(body()), "en", title="Version 1", number=1)

    assert next_version(english).title == "Version 2"
