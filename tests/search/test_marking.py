"""The index knows the analyser it was made by, and a new one is noticed."""

import pytest
from django.core.checks import run_checks

from search.marking import is_outdated, mark_new_index, mark_rebuilt
from search.models import IndexMark
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


def warnings():
    found = run_checks(databases=["default"])
    return [one.id for one in found if one.id == "search.W001"]


def test_new_database_is_marked_by_its_migrations():
    assert not is_outdated()
    assert warnings() == []


def test_other_analyser_asks_for_a_new_index():
    IndexMark.objects.update(analyser="dawny")
    assert is_outdated()
    assert warnings() == ["search.W001"]
    mark_rebuilt()
    assert warnings() == []


def test_index_without_a_mark_is_not_taken_for_new():
    IndexMark.objects.all().delete()
    OrganisationFactory()
    mark_new_index("default")
    assert is_outdated()


def test_database_is_not_asked_unless_it_is_checked():
    IndexMark.objects.update(analyser="dawny")
    assert not [one for one in run_checks() if one.id == "search.W001"]
