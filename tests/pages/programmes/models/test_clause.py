import datetime
from uuid import uuid4

import pytest
from django.utils import translation

from pages.programmes.models import Clause, ClauseWording
from pages.programmes.models.clause import clause_label
from tests.factories.clauses import clause, goal
from tests.factories.pages import City

CITATIONS = [
    ("chapter", "2", "§ 2"),
    ("chapter", "§ 7", "§ 7"),
    ("area", "3", "obszar 3"),
    ("category", "", ""),
    ("goal", "", "Cel główny"),
    ("goal", "2", "Cel szczegółowy 2"),
    ("task", "3a", "ust. 3a"),
    ("provision", "29", "ust. 29"),
]


@pytest.mark.parametrize(("kind", "number", "citation"), CITATIONS)
def test_clause_is_cited_as_polish_acts_are(kind, number, citation):
    with translation.override("pl"):
        assert clause_label(kind, number) == citation


def test_clause_is_cited_in_the_active_language():
    with translation.override("en"):
        assert clause_label("task", "29") == "para. 29"
        assert clause_label("goal", "") == "Main goal"


@pytest.mark.django_db
def test_clause_is_named_by_its_newest_wording():
    uid, city = uuid4(), City()
    city.draft([clause(text="nowe", uid=uid, number="30")], number=2)
    city.draft(
        [clause(text="dawne", uid=uid)], number=1, date=datetime.date(2013, 7, 12)
    )

    with translation.override("pl"):
        assert str(Clause.objects.get(uid=uid)) == "ust. 30 nowe"


@pytest.mark.django_db
def test_clause_that_no_draft_has_is_named_by_its_uid():
    uid = uuid4()
    Clause.objects.create(uid=uid)

    assert str(Clause.objects.get(uid=uid)) == str(uid)


@pytest.mark.django_db
def test_main_goal_is_told_by_its_wording():
    City().draft([goal(kind="main"), goal(), clause()])

    flags = [
        wording.is_main_goal for wording in ClauseWording.objects.order_by("order")
    ]

    assert flags == [True, False, False]


@pytest.mark.django_db
def test_address_of_a_clause_has_the_prefix_of_the_language():
    found = Clause(uid=uuid4())

    for code in ("pl", "en", "uk", "be"):
        with translation.override(code):
            assert found.url == f"/{code}/clause/{found.uid}/"
