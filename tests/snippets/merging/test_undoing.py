import datetime

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from snippets.merging import (
    Obstacle,
    Remainder,
    UndoRefusedError,
    merge,
    plan_undo,
    undo_merge,
)
from snippets.models import (
    ContactPerson,
    ImportedValues,
    Membership,
    Organisation,
    OrganisationAlias,
    OrganisationMerge,
    Project,
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
REGISTER = (
    Organisation,
    OrganisationAlias,
    ContactPerson,
    Membership,
    ProjectRole,
    ImportedValues,
    Organisation.spheres.through,
)


def everything():
    """The whole register, row by row."""
    return {
        model: list(model._base_manager.order_by("pk").values()) for model in REGISTER
    }


def with_all_sorts(kept, merged):
    """Let both entries have something of every sort, some of it twice."""
    federation, member = OrganisationFactory.create_batch(2)
    project = ProjectFactory()
    for body in (kept, merged):
        Membership.objects.create(organisation=body, federation=federation)
        ProjectRoleFactory(of_organisation=True, organisation=body, project=project)
        OrganisationAliasFactory(organisation=body, name="Dłonie")
        body.spheres.add(Sphere.objects.get(code="1"))
        ImportedValues.objects.create(
            organisation=body, values={"city": body.city, "phone": body.phone}
        )
    Membership.objects.create(organisation=member, federation=merged)
    OrganisationFactory(parent=merged)
    OrganisationFactory(merged_into=merged)
    ContactPersonFactory(organisation=merged)
    merged.spheres.add(Sphere.objects.get(code="16"))


def registered_pair():
    kept = OrganisationFactory(name="Fundacja Dwie Dłonie")
    merged = OrganisationFactory(
        name="F2D",
        registered=True,
        public_benefit=True,
        with_logo=True,
        phone="85 000 00 00",
        verified_at=datetime.date(2026, 1, 2),
        parent=OrganisationFactory(),
    )
    return kept, merged


def test_undone_at_once_the_register_is_as_before(wydawca):
    kept, merged = registered_pair()
    with_all_sorts(kept, merged)
    before = everything()
    record = merge(kept=kept, merged=merged, user=wydawca, chosen={"name": "merged"})
    assert everything() != before

    plan = undo_merge(record=record, user=wydawca)

    assert everything() == before
    assert plan.left == []


def test_record_says_who_undid_it_and_history_too(pair, wydawca):
    kept, merged = pair
    record = merge(kept=kept, merged=merged, user=wydawca)

    undo_merge(record=record, user=wydawca)

    record.refresh_from_db()
    assert record.undone_by == wydawca
    assert timezone.now() - record.undone_at < datetime.timedelta(minutes=1)
    logged = ModelLogEntry.objects.filter(action="snippets.undo_merge")
    assert {entry.object_id for entry in logged} == {str(kept.pk), str(merged.pk)}
    assert all(entry.message for entry in logged)


def test_field_edited_since_stays_as_edited(wydawca):
    kept, merged = registered_pair()
    record = merge(kept=kept, merged=merged, user=wydawca)
    Organisation.objects.filter(pk=kept.pk).update(phone="85 222")

    plan = undo_merge(record=record, user=wydawca)

    kept.refresh_from_db()
    assert kept.phone == "85 222"
    assert kept.opp is False
    assert [one.why for one in plan.left] == [Remainder.CHANGED]


def test_number_given_to_another_since_is_not_put_back(wydawca):
    kept, merged = registered_pair()
    krs = merged.krs
    record = merge(kept=kept, merged=merged, user=wydawca)
    Organisation.objects.filter(pk=kept.pk).update(krs="")
    OrganisationFactory(krs=krs)

    plan = undo_merge(record=record, user=wydawca)

    merged.refresh_from_db()
    assert merged.krs == ""
    assert merged.regon
    assert {one.why for one in plan.left} == {Remainder.CHANGED, Remainder.TAKEN}


def test_rows_deleted_or_given_away_since_are_listed(pair, wydawca):
    kept, merged = pair
    other = OrganisationFactory()
    gone, given, back = (
        ProjectRoleFactory(of_organisation=True, organisation=merged) for _ in range(3)
    )
    record = merge(kept=kept, merged=merged, user=wydawca)
    gone.delete()
    ProjectRole.objects.filter(pk=given.pk).update(organisation=other)

    plan = undo_merge(record=record, user=wydawca)

    assert [(one.what, one.why) for one in plan.left] == [
        (gone.project.name, Remainder.GONE),
        (given.project.name, Remainder.CHANGED),
    ]
    given.refresh_from_db()
    back.refresh_from_db()
    assert (given.organisation, back.organisation) == (other, merged)


def test_double_of_something_deleted_since_is_listed(pair, wydawca):
    kept, merged = pair
    project = ProjectFactory()
    for body in pair:
        ProjectRoleFactory(of_organisation=True, organisation=body, project=project)
    record = merge(kept=kept, merged=merged, user=wydawca)
    Project.objects.get(pk=project.pk).delete()

    plan = undo_merge(record=record, user=wydawca)

    assert [(one.what, one.why) for one in plan.left] == [
        (project.name, Remainder.GONE)
    ]


def test_preview_says_what_goes_back_and_changes_nothing(wydawca):
    kept, merged = registered_pair()
    with_all_sorts(kept, merged)
    record = merge(kept=kept, merged=merged, user=wydawca)
    before = everything()

    plan = plan_undo(record)

    assert everything() == before
    role = ProjectRole.objects.get()
    assert role.project.name in plan.things
    assert "phone" in plan.kept_fields
    assert plan.fields[0][1] == ""


def test_list_taken_in_since_keeps_what_it_wrote(wydawca):
    kept, merged = registered_pair()
    with_all_sorts(kept, merged)
    record = merge(kept=kept, merged=merged, user=wydawca)
    ImportedValues.objects.filter(organisation=kept).update(values={"city": "Łapy"})

    undo_merge(record=record, user=wydawca)

    written = ImportedValues.objects.get(organisation=kept)
    assert written.values == {"city": "Łapy"}


@pytest.mark.parametrize("next_kept", [True, False])
def test_later_merger_is_undone_first(pair, wydawca, next_kept):
    kept, merged = pair
    other = OrganisationFactory()
    first = merge(kept=kept, merged=merged, user=wydawca)
    both = {"kept": kept, "merged": other}
    if not next_kept:
        both = {"kept": other, "merged": kept}
    second = merge(**both, user=wydawca)

    with pytest.raises(UndoRefusedError) as refused:
        undo_merge(record=first, user=wydawca)

    assert refused.value.obstacle == Obstacle.LATER
    undo_merge(record=second, user=wydawca)
    merged.refresh_from_db()
    assert merged.merged_into == kept
    undo_merge(record=first, user=wydawca)
    merged.refresh_from_db()
    assert merged.merged_into is None


def test_undone_twice_is_refused(pair, wydawca):
    kept, merged = pair
    record = merge(kept=kept, merged=merged, user=wydawca)
    undo_merge(record=record, user=wydawca)

    with pytest.raises(UndoRefusedError) as refused:
        undo_merge(record=record, user=wydawca)

    assert refused.value.obstacle == Obstacle.UNDONE
    assert OrganisationMerge.objects.get().undone_at
