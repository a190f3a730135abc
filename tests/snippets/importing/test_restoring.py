"""What is put back when an import is undone: each its own columns, and parents."""

import pytest
from wagtail.models import ReferenceIndex

from snippets.importing import undoing
from snippets.importing.deciding import overwrite
from snippets.importing.restoring import restore
from snippets.importing.running import request_import
from snippets.importing.undoing import undo
from snippets.merging import merge
from snippets.models import Organisation
from tests.factories.snippets import OrganisationFactory, made_up_krs

from .lists import as_fields, checked, imported

pytestmark = pytest.mark.django_db
KRS, NEW_KRS = made_up_krs(1), made_up_krs(2)


@pytest.fixture
def parent():
    return OrganisationFactory(name="Matka", krs="")


@pytest.fixture
def new_parent():
    return OrganisationFactory(name="Nowa Matka", krs=NEW_KRS)


@pytest.fixture
def branch(parent):
    return OrganisationFactory(name="Oddział", krs=KRS, parent=parent)


@pytest.fixture
def moved(branch, new_parent):
    """A list that has moved the branch from its parent to another one."""
    fields = ("name", "krs", "parent")
    batch = checked(as_fields(["Oddział", KRS, NEW_KRS], fields=fields))
    overwrite(batch.rows.all(), True)
    request_import(batch, user=None)
    branch.refresh_from_db()
    assert branch.parent == new_parent
    return batch


def test_parent_comes_back_when_it_was_renamed(branch, parent, moved):
    parent.name = "Matka i Córka"
    parent.save()

    undo(moved, user=None)

    branch.refresh_from_db()
    assert branch.parent == parent


def test_parent_that_is_gone_does_not_come_back(branch, parent, moved):
    parent.delete()

    assert undo(moved, user=None).restored == 1
    branch.refresh_from_db()
    assert branch.parent is None


def test_parent_that_was_merged_comes_back_as_who_stands_for_it(branch, parent, moved):
    kept = OrganisationFactory(name="Matka Główna", krs="")
    merge(kept=kept, merged=parent, user=None)

    undo(moved, user=None)

    branch.refresh_from_db()
    assert branch.parent == kept


def test_parent_that_became_a_branch_does_not_come_back(branch, parent, moved):
    parent.parent = branch
    parent.save()

    undo(moved, user=None)

    branch.refresh_from_db()
    assert branch.parent is None


def test_parents_are_known_to_be_pointed_at_as_they_are(
    branch, parent, new_parent, moved
):
    assert ReferenceIndex.get_references_to(new_parent).count() == 1

    undo(moved, user=None)

    assert ReferenceIndex.get_references_to(new_parent).count() == 0
    assert ReferenceIndex.get_references_to(parent).count() == 1


def test_parent_taken_away_is_not_known_to_be_pointed_at(new_parent):
    OrganisationFactory(name="Oddział", krs=KRS)
    fields = ("name", "krs", "parent")
    batch = imported(as_fields(["Oddział", KRS, NEW_KRS], fields=fields))
    assert ReferenceIndex.get_references_to(new_parent).count() == 1

    undo(batch, user=None)

    assert ReferenceIndex.get_references_to(new_parent).count() == 0


def test_columns_that_only_others_get_back_stay(monkeypatch):
    """What one row has changed is not written over in the entry of another row."""
    first = OrganisationFactory(name="A A", krs=KRS, city="", phone="")
    second = OrganisationFactory(name="B B", krs=NEW_KRS, city="", phone="")
    fields = ("name", "krs", "city", "phone")
    rows = [["A A", KRS, "Ełk", ""], ["B B", NEW_KRS, "", "85 732 11 22"]]
    batch = imported(as_fields(*rows, fields=fields))

    def edit_meanwhile(traces):
        Organisation.objects.filter(pk=first.pk).update(phone="777")
        restore(traces)

    monkeypatch.setattr(undoing, "restore", edit_meanwhile)

    undo(batch, user=None)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.city, first.phone) == ("", "777")
    assert second.phone == ""
