"""A small city in which something is found: fixtures of the tests of odd questions."""

from copy import deepcopy

import pytest

from tests.factories.clauses import clause
from tests.factories.pages import City
from tests.kept import kept_rows


@pytest.fixture
def city(made, db):
    return deepcopy(made)


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with kept_rows(django_db_blocker):
        city = City()
        city.plain(title="Rada i park", lead="Spotkanie w ratuszu.", published=True)
        city.draft([clause(text="wspieranie rady seniorów")], published=True)
        yield city
