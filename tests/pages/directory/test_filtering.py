from unittest.mock import patch

import pytest

from pages.directory import filtering
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


def test_districts_stand_in_polish_order_and_once():
    for district in ("Żabia", "Łąki", "Zawady", "Łąki", "", "Leśna"):
        OrganisationFactory(district=district)

    assert filtering.read_districts() == ["Leśna", "Łąki", "Zawady", "Żabia"]


def test_of_too_many_districts_those_with_most_organisations_are_offered():
    for district in ("A", "B", "B", "C", "C", "C"):
        OrganisationFactory(district=district)

    with patch.object(filtering, "MOST_DISTRICTS", 2):
        assert filtering.read_districts() == ["B", "C"]


def test_choices_cost_three_queries(django_assert_num_queries):
    OrganisationFactory(district="Bojary")

    with django_assert_num_queries(3):
        choices = filtering.read_choices()

    assert choices.districts == [("Bojary", "Bojary")]
    assert ("16", "16.") in [(code, label[:3]) for code, label in choices.spheres]
