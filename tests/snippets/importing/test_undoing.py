"""Taking an import back, but for what has been worked on since."""

from functools import partial

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import ModelLogEntry

from snippets.importing import restoring, undoing, using
from snippets.importing.deciding import decide, overwrite
from snippets.importing.parts import in_parts
from snippets.importing.running import request_import
from snippets.importing.undoing import plan_undo, undo
from snippets.models import ImportBatch, ImportedValues, Organisation
from tests.factories.snippets import (
    OrganisationFactory,
    ProjectRoleFactory,
    made_up_krs,
)

from .lists import as_csv, as_fields, checked, imported, outcomes

pytestmark = pytest.mark.django_db
KRS, OTHER_KRS = made_up_krs(1), made_up_krs(2)


def as_branches(*rows):
    return as_fields(*rows, fields=("name", "krs", "parent"))


@pytest.fixture
def one_at_once(monkeypatch):
    """Windows of one organisation, as long lists have many."""
    for module in (undoing, restoring, using):
        monkeypatch.setattr(module, "in_parts", partial(in_parts, size=1))


def test_new_organisations_go():
    batch = imported(as_csv(["Fundacja A", KRS], ["Fundacja B"]))

    plan = undo(batch, user=None)

    assert (plan.removed, plan.restored, plan.kept) == (2, 0, [])
    assert not Organisation.objects.exists()
    assert batch.state == ImportBatch.State.UNDONE
    assert all(batch.rows.values_list("is_undone", flat=True))


def test_changed_organisations_are_what_they_were():
    before = imported(as_csv(["Fundacja Dawna", KRS, "", "", "Ełk"]))
    batch = imported(as_csv(["Fundacja Nowa", KRS, "", "", "Łomża"]))

    plan = undo(batch, user=None)

    organisation = Organisation.objects.get()
    assert plan.restored == 1
    assert organisation.name == "Fundacja Dawna"
    assert organisation.folded_name == "fundacja dawna"
    assert organisation.city == "Ełk"
    assert not organisation.aliases.exists()
    assert outcomes(before) == ["new"]


def test_list_can_be_taken_in_again_after_undoing():
    content = as_csv(["Fundacja Nowa", KRS, "", "", "Łomża"])
    imported(as_csv(["Fundacja Dawna", KRS, "", "", "Ełk"]))
    undo(imported(content), user=None)

    assert outcomes(imported(content)) == ["changed"]
    assert Organisation.objects.get().name == "Fundacja Nowa"


def test_entered_by_hand_comes_back():
    OrganisationFactory(name="Fundacja A", krs=KRS, city="Ełk")
    batch = checked(as_csv(["Fundacja A", KRS, "", "", "Łomża"]))
    overwrite(batch.rows.all(), True)
    request_import(batch, user=None)

    undo(batch, user=None)

    assert Organisation.objects.get().city == "Ełk"
    assert not ImportedValues.objects.exists()


def test_edited_since_stays_and_is_listed():
    imported(as_csv(["Fundacja A", KRS, "", "", "Ełk"]))
    batch = imported(as_csv(["Fundacja A", KRS, "", "", "Łomża"]))
    Organisation.objects.update(city="Gołdap")

    plan = plan_undo(batch)
    assert [kept.note.code for kept in plan.kept] == ["undo_edited"]
    assert plan.kept[0].note.field == "city"
    assert Organisation.objects.get().city == "Gołdap"
    done = undo(batch, user=None)

    assert done.restored == 0
    assert Organisation.objects.get().city == "Gołdap"


def test_new_organisation_that_is_used_stays():
    batch = imported(as_csv(["Fundacja A", KRS], ["Fundacja B"]))
    used = Organisation.objects.get(krs=KRS)
    ProjectRoleFactory(name="", organisation=used)

    plan = undo(batch, user=None)

    assert plan.removed == 1
    assert [kept.note.code for kept in plan.kept] == ["undo_used"]
    assert Organisation.objects.get() == used


def test_new_organisation_that_has_got_a_branch_stays():
    batch = imported(as_csv(["Fundacja A", KRS]))
    OrganisationFactory(parent=Organisation.objects.get())

    assert undo(batch, user=None).removed == 0


def test_new_organisation_that_somebody_saved_stays(admin_user):
    batch = imported(as_csv(["Fundacja A", KRS]))
    organisation = Organisation.objects.get()
    organisation.private_note = "Zadzwonić"
    organisation.save()
    ModelLogEntry.objects.log_action(organisation, "wagtail.edit", user=admin_user)

    plan = undo(batch, user=None)

    assert [kept.note.code for kept in plan.kept] == ["undo_edited"]
    assert Organisation.objects.get() == organisation


def test_organisation_of_a_later_list_stays():
    batch = imported(as_csv(["Fundacja A", KRS]))
    imported(as_csv(["Fundacja A", KRS, "", "", "Ełk"]))

    plan = undo(batch, user=None)

    assert [kept.note.code for kept in plan.kept] == ["undo_imported_again"]


def test_joined_row_is_taken_back_from_whom_it_joined():
    known = OrganisationFactory(name="Klub Seniora", city="Ełk", krs="")
    batch = checked(as_csv(["Klub „Seniora”", KRS, "", "", "Ełk"]))
    decide(batch.rows.all(), "same")
    request_import(batch, user=None)
    known.refresh_from_db()
    assert known.krs == KRS

    undo(batch, user=None)

    known.refresh_from_db()
    assert known.krs == ""


def test_undoing_is_logged_and_happens_once():
    user = get_user_model().objects.create_user("biuro")
    imported(as_csv(["Fundacja A", KRS]))
    batch = imported(as_csv(["Fundacja A", KRS, "", "", "Ełk"]))

    undo(batch, user=user)
    again = undo(batch, user=user)

    assert (again.restored, again.removed) == (0, 0)
    assert batch.undone_by == user
    assert ModelLogEntry.objects.filter(action="snippets.undo_import").count() == 1


def test_undoing_costs_no_query_for_each_organisation(django_assert_max_num_queries):
    rows = [[f"Fundacja {number}", made_up_krs(number)] for number in range(1, 61)]
    batch = imported(as_csv(*rows))

    with django_assert_max_num_queries(60):
        plan_undo(batch)


def test_merged_since_stays():
    imported(as_csv(["Fundacja A", KRS, "", "", "Ełk"]))
    batch = imported(as_csv(["Fundacja A", KRS, "", "", "Łomża"]))
    kept = OrganisationFactory()
    Organisation.objects.filter(krs=KRS).update(merged_into=kept)

    plan = undo(batch, user=None)

    assert [kept.note.code for kept in plan.kept] == ["undo_merged"]


@pytest.mark.usefixtures("one_at_once")
def test_parent_and_branches_of_one_list_go():
    rows = [["Oddział w Ełku", "", KRS], ["Matka", KRS, ""], ["Koło", "", KRS]]
    batch = imported(as_branches(*rows))
    assert Organisation.objects.exclude(parent=None).count() == 2

    plan = plan_undo(batch)
    done = undo(batch, user=None)

    assert (plan.removed, plan.kept) == (3, [])
    assert (done.removed, done.kept) == (3, [])
    assert not Organisation.objects.exists()


def test_new_parent_of_a_known_branch_goes():
    branch = OrganisationFactory(name="Oddział", krs=OTHER_KRS)
    batch = imported(as_branches(["Matka", KRS, ""], ["Oddział", OTHER_KRS, KRS]))
    branch.refresh_from_db()
    assert branch.parent.krs == KRS

    plan = plan_undo(batch)
    done = undo(batch, user=None)

    assert (plan.removed, plan.restored, plan.kept) == (1, 1, [])
    assert (done.removed, done.restored, done.kept) == (1, 1, [])
    assert Organisation.objects.get() == branch
    assert Organisation.objects.get().parent is None


@pytest.mark.usefixtures("one_at_once")
def test_branch_that_is_used_keeps_its_parents():
    rows = [["Babka", KRS, ""], ["Matka", OTHER_KRS, KRS], ["Oddział", "", OTHER_KRS]]
    batch = imported(as_branches(*rows, ["Fundacja B", "", ""]))
    ProjectRoleFactory(name="", organisation=Organisation.objects.get(name="Oddział"))

    plan = undo(batch, user=None)

    assert plan.removed == 1
    assert sorted(one.organisation.name for one in plan.kept) == [
        "Babka",
        "Matka",
        "Oddział",
    ]
    assert {one.note.code for one in plan.kept} == {"undo_used"}
    assert all(one.row.name == one.organisation.name for one in plan.kept)
    assert not batch.rows.filter(is_undone=True).exclude(name="Fundacja B").exists()


def test_known_branch_that_was_edited_keeps_its_new_parent():
    OrganisationFactory(name="Oddział", krs=OTHER_KRS)
    batch = imported(
        as_fields(
            ["Matka", KRS, "", ""],
            ["Oddział", OTHER_KRS, KRS, "Stowarzyszenie Oddział"],
            fields=("name", "krs", "parent", "short_name"),
        )
    )
    Organisation.objects.filter(krs=OTHER_KRS).update(short_name="Oddziałek")

    plan = undo(batch, user=None)

    assert (plan.removed, plan.restored) == (0, 0)
    assert {one.note.code for one in plan.kept} == {"undo_edited", "undo_used"}


@pytest.mark.parametrize("act", [plan_undo, partial(undo, user=None)])
def test_entries_are_locked_only_to_be_undone(act):
    if not connection.features.has_select_for_update:
        pytest.skip("The database locks no rows.")
    OrganisationFactory(name="Fundacja A", krs=KRS, city="")
    batch = imported(as_csv(["Fundacja A", KRS, "", "", "Ełk"]))

    with CaptureQueriesContext(connection) as queries:
        act(batch)

    locking = [
        query["sql"]
        for query in queries
        if 'FOR UPDATE OF "snippets_organisation"' in query["sql"]
    ]
    assert bool(locking) == (act is not plan_undo)


def test_parent_is_the_same_after_it_was_renamed():
    parent = OrganisationFactory(name="Matka", krs="")
    branch = OrganisationFactory(name="Oddział", krs=KRS)
    batch = imported(as_branches(["Oddział", KRS, "Matka"]))
    parent.name = "Matka i Córka"
    parent.save()

    assert undo(batch, user=None).restored == 1
    branch.refresh_from_db()
    assert branch.parent is None


def test_another_parent_since_stays():
    OrganisationFactory(name="Matka", krs="")
    branch = OrganisationFactory(name="Oddział", krs=KRS)
    batch = imported(as_branches(["Oddział", KRS, "Matka"]))
    branch.parent = OrganisationFactory(name="Matka", krs="")
    branch.save()

    plan = undo(batch, user=None)

    assert [(one.note.code, one.note.field) for one in plan.kept] == [
        ("undo_edited", "parent")
    ]
    assert Organisation.objects.get(pk=branch.pk).parent == branch.parent
