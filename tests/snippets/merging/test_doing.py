import datetime

import pytest
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.search.backends import get_search_backend

from snippets.merging import (
    MergeRefusedError,
    Obstacle,
    PlanChangedError,
    merge,
    plan_merge,
)
from snippets.models import (
    ImportBatch,
    ImportedValues,
    ImportRow,
    Membership,
    Organisation,
    OrganisationAlias,
    OrganisationMerge,
    ProjectRole,
    Sphere,
)
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    ProjectFactory,
    ProjectRoleFactory,
)

pytestmark = pytest.mark.django_db


def test_merged_entry_stays_and_leads_to_the_kept_one(pair, wydawca):
    kept, merged = pair
    slug = merged.slug

    merge(kept=kept, merged=merged, user=wydawca)

    merged.refresh_from_db()
    assert merged.merged_into == kept
    assert merged.current == kept
    assert merged.slug == slug
    assert kept.current == kept
    assert list(Organisation.objects.unmerged()) == [kept]
    assert list(Organisation.objects.in_directory()) == [kept]


def test_everything_that_points_at_it_moves(pair, wydawca):
    kept, merged = pair
    person = ContactPersonFactory(organisation=merged)
    alias = OrganisationAliasFactory(organisation=merged, name="Dłonie")
    branch = OrganisationFactory(parent=merged)
    federation, member = OrganisationFactory.create_batch(2)
    joined = Membership.objects.create(organisation=merged, federation=federation)
    has = Membership.objects.create(organisation=member, federation=merged)
    role = ProjectRoleFactory(of_organisation=True, organisation=merged)
    merged.spheres.add(Sphere.objects.get(code="16"))

    merge(kept=kept, merged=merged, user=wydawca)

    for row in (person, alias, joined, role):
        row.refresh_from_db()
        assert row.organisation == kept
    branch.refresh_from_db()
    has.refresh_from_db()
    assert branch.parent == kept
    assert has.federation == kept
    assert [sphere.code for sphere in kept.spheres.all()] == ["16"]
    assert not merged.spheres.exists()


def test_names_become_other_names_once(pair, wydawca):
    kept, merged = pair
    OrganisationAliasFactory(organisation=kept, name="F-2-D")

    merge(kept=kept, merged=merged, user=wydawca)

    names = {alias.name for alias in kept.aliases.all()}
    assert names == {"F-2-D", "Fund. „Dwie Dłonie” w Białymstoku"}


def test_name_that_differs_in_writing_only_is_no_other_name(wydawca):
    kept = OrganisationFactory(name="Fundacja „Łąka”")
    merged = OrganisationFactory(name="FUNDACJA ŁĄKA")
    OrganisationAliasFactory(organisation=merged, name="fundacja laka")

    merge(kept=kept, merged=merged, user=wydawca)

    assert not kept.aliases.exists()
    assert not OrganisationAlias.objects.exists()


def test_name_given_up_for_the_other_one_becomes_another_name(pair, wydawca):
    kept, merged = pair

    merge(kept=kept, merged=merged, user=wydawca, chosen={"name": "merged"})

    kept.refresh_from_db()
    assert kept.name == "Fund. „Dwie Dłonie” w Białymstoku"
    assert [alias.name for alias in kept.aliases.all()] == ["Fundacja Dwie Dłonie"]
    assert kept.short_name == "F2D"


def test_row_that_would_be_double_is_taken_out(pair, wydawca):
    kept, merged = pair
    project = ProjectFactory()
    roles = [
        ProjectRoleFactory(
            of_organisation=True, project=project, organisation=body, role=role
        )
        for body, role in [(kept, "partner"), (merged, "partner"), (merged, "patron")]
    ]
    federation = OrganisationFactory()
    for body in pair:
        Membership.objects.create(organisation=body, federation=federation)
        body.spheres.add(Sphere.objects.get(code="1"))

    merge(kept=kept, merged=merged, user=wydawca)

    left = ProjectRole.objects.filter(project=project)
    assert {(role.pk, role.organisation) for role in left} == {
        (roles[0].pk, kept),
        (roles[2].pk, kept),
    }
    assert [row.organisation for row in federation.members.through.objects.all()] == [
        kept
    ]
    assert kept.spheres.count() == 1


def test_blank_fields_are_filled_and_contradictions_stay_as_in_the_kept(wydawca):
    kept = OrganisationFactory(email="a@example.org", legal_form="")
    merged = OrganisationFactory(
        email="b@example.org",
        phone="85 000 00 00",
        verified_at=datetime.date(2026, 1, 2),
        registered=True,
    )
    numbers = (merged.krs, merged.nip, merged.regon)

    merge(kept=kept, merged=merged, user=wydawca)

    kept.refresh_from_db()
    merged.refresh_from_db()
    assert kept.email == "a@example.org"
    assert kept.phone == "85 000 00 00"
    assert kept.legal_form == merged.legal_form
    assert kept.verified_at == datetime.date(2026, 1, 2)
    assert (kept.krs, kept.nip, kept.regon) == numbers
    assert (merged.krs, merged.regon) == ("", "")


def test_number_that_was_not_chosen_is_free_again(wydawca):
    kept, merged = OrganisationFactory.create_batch(2, registered=True)
    Organisation.objects.filter(pk=merged.pk).update(krs="")
    regon = merged.regon

    merge(kept=kept, merged=merged, user=wydawca)

    kept.refresh_from_db()
    assert kept.regon != regon
    assert OrganisationFactory(regon=regon)


def test_entries_merged_before_lead_to_the_last_one(wydawca):
    first, second, third = OrganisationFactory.create_batch(3)

    merge(kept=second, merged=first, user=wydawca)
    merge(kept=third, merged=second, user=wydawca)

    first.refresh_from_db()
    assert first.current == third


def test_import_history_stays_as_it_was(pair, wydawca):
    kept, merged = pair
    batch = ImportBatch.objects.create(filename="lista.csv")
    row = ImportRow.objects.create(
        batch=batch, number=2, outcome="new", organisation=merged
    )

    merge(kept=kept, merged=merged, user=wydawca)

    row.refresh_from_db()
    assert row.organisation == merged


def test_values_keep_whether_a_list_wrote_them(wydawca):
    kept = OrganisationFactory(name="A", phone="")
    merged = OrganisationFactory(name="B", phone="85 1", website="https://b.example")
    ImportedValues.objects.create(
        organisation=kept, values={"name": "A", "website": ""}, names=[["a", ""]]
    )
    ImportedValues.objects.create(
        organisation=merged, values={"phone": "85 1"}, names=[["b", ""]]
    )

    merge(kept=kept, merged=merged, user=wydawca)

    written = ImportedValues.objects.get(organisation=kept)
    assert written.values == {"name": "A", "phone": "85 1"}
    assert written.names == [["a", ""], ["b", ""]]


def test_history_of_both_says_so(pair, wydawca):
    kept, merged = pair

    merge(kept=kept, merged=merged, user=wydawca)

    logged = {
        entry.object_id: (entry.action, entry.user, entry.data)
        for entry in ModelLogEntry.objects.all()
    }
    assert logged == {
        str(kept.pk): ("snippets.merge", wydawca, {"merged": merged.name}),
        str(merged.pk): ("snippets.merge_into", wydawca, {"kept": kept.name}),
    }
    assert all(entry.message for entry in ModelLogEntry.objects.all())


def test_search_and_usage_know_the_kept_entry(pair, wydawca):
    kept, merged = pair
    role = ProjectRoleFactory(of_organisation=True, organisation=merged)

    merge(kept=kept, merged=merged, user=wydawca)

    found = get_search_backend().search("Białymstoku", Organisation.objects.unmerged())
    assert list(found) == [kept]
    used = ReferenceIndex.get_references_to(kept)
    assert str(role.project_id) in {one.object_id for one in used}
    assert not ReferenceIndex.get_references_to(merged).exists()


def test_refused_merger_does_nothing(pair, wydawca):
    _kept, merged = pair
    branch = OrganisationFactory(parent=merged)

    with pytest.raises(MergeRefusedError) as refused:
        merge(kept=branch, merged=merged, user=wydawca)

    assert refused.value.obstacles == [Obstacle.BRANCH]
    assert not OrganisationMerge.objects.exists()
    merged.refresh_from_db()
    assert merged.merged_into is None


def test_entry_changed_since_it_was_shown_is_not_merged(pair, wydawca):
    kept, merged = pair
    token = plan_merge(kept, merged).token
    Organisation.objects.filter(pk=kept.pk).update(phone="85 2")

    with pytest.raises(PlanChangedError):
        merge(kept=kept, merged=merged, user=wydawca, token=token)

    assert Organisation.objects.unmerged().count() == 2
