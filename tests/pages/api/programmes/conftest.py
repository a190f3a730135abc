"""A city, and two versions of its programme."""

import pytest

from tests.factories.clauses import clause
from tests.factories.pages import City

from .changing import GONE, UID


@pytest.fixture
def city():
    return City()


@pytest.fixture
def drafts(city):
    body = [clause(text="stary zapis", uid=UID), clause(text="skreślony", uid=GONE)]
    base = city.draft(body, number=1)
    new = city.draft([clause(text="nowy zapis", uid=UID)], number=2, based_on=base)
    return base, new
