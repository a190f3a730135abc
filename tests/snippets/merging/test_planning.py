import pytest

from snippets.merging import Doubt, Obstacle, plan_merge
from snippets.merging.relations import followed, name_of
from snippets.models import LegalForm, Membership, Organisation
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    ProjectFactory,
    ProjectRoleFactory,
)

pytestmark = pytest.mark.django_db


def test_entry_is_not_merged_into_itself():
    entry = OrganisationFactory()

    assert plan_merge(entry, entry).obstacles == [Obstacle.ITSELF]


def test_merged_entry_is_merged_no_further():
    kept, merged, gone = OrganisationFactory.create_batch(3)
    gone.merged_into = kept
    gone.save()

    assert plan_merge(merged, gone).obstacles == [Obstacle.MERGED]
    assert plan_merge(gone, merged).obstacles == [Obstacle.MERGED]


def test_two_krs_numbers_are_two_organisations_however_alike_their_names():
    pair = OrganisationFactory.create_batch(2, registered=True, name="Fundacja Łąka")

    plan = plan_merge(*pair)

    assert plan.obstacles == [Obstacle.KRS]
    assert not plan.moves


@pytest.mark.parametrize("down", [1, 2])
def test_branch_is_not_the_organisation_it_belongs_to(down):
    whole = part = OrganisationFactory()
    for _ in range(down):
        part = OrganisationFactory(parent=part)

    assert plan_merge(whole, part).obstacles == [Obstacle.BRANCH]
    assert plan_merge(part, whole).obstacles == [Obstacle.BRANCH]


def test_branches_of_one_organisation_may_be_one_branch():
    whole = OrganisationFactory()

    plan = plan_merge(*OrganisationFactory.create_batch(2, parent=whole))

    assert plan.obstacles == ()


def test_member_is_not_its_federation():
    member, federation = OrganisationFactory.create_batch(2)
    Membership.objects.create(organisation=member, federation=federation)

    assert plan_merge(member, federation).obstacles == [Obstacle.MEMBER]
    assert plan_merge(federation, member).obstacles == [Obstacle.MEMBER]


def test_what_differs_is_pointed_out():
    kept = OrganisationFactory(
        registered=True, city="Białystok", other_register_number="12/2019"
    )
    merged = OrganisationFactory(
        registered=True,
        city="Łomża",
        other_register_number="13/2019",
        legal_form=LegalForm.FOUNDATION,
    )
    merged.krs = ""

    assert plan_merge(kept, merged).doubts == list(Doubt)


def test_same_town_in_capitals_and_a_blank_one_are_no_doubt():
    kept = OrganisationFactory(city="BIAŁYSTOK", nip="")
    merged = OrganisationFactory(city="Białystok", regon="")

    assert plan_merge(kept, merged).doubts == []


def test_things_are_named_as_people_know_them(pair):
    kept, merged = pair
    federation = OrganisationFactory(name="Federacja")
    Membership.objects.create(organisation=merged, federation=federation)
    project = ProjectFactory(name="Białostocki Program")
    ProjectRoleFactory(of_organisation=True, organisation=merged, project=project)
    for body in pair:
        OrganisationAliasFactory(organisation=body, name="Dłonie")

    moves = {name_of(move.key): move for move in plan_merge(kept, merged).moves}

    assert moves["snippets.Membership.organisation"].things == ["Federacja"]
    assert moves["snippets.ProjectRole.organisation"].things == ["Białostocki Program"]
    aliases = moves["snippets.OrganisationAlias.organisation"]
    assert (aliases.things, aliases.double_things) == ([], ["Dłonie"])
    assert all(move.label for move in moves.values())


def test_queries_do_not_grow_with_what_moves(
    pair, django_assert_num_queries, django_assert_max_num_queries
):
    kept, merged = pair

    def add():
        for _ in range(3):
            ProjectRoleFactory(of_organisation=True, organisation=merged)
            OrganisationFactory(parent=merged)
            Membership.objects.create(
                organisation=OrganisationFactory(), federation=merged
            )

    add()
    with django_assert_max_num_queries(60) as first:
        plan_merge(kept, merged)
    add()
    with django_assert_num_queries(len(first)):
        plan_merge(kept, merged)


def test_doubles_are_looked_for_only_where_nothing_would_be_lost_with_them():
    """What points at a row that is taken out would be deleted with it."""
    for key in followed():
        if getattr(key.model, "once_per", None):
            assert not key.model._meta.related_objects


def test_every_key_to_an_organisation_has_a_decision():
    """A new one is followed by itself: see that it should be, then name it here."""
    own = {name for key in followed() if (name := name_of(key)).startswith("snippets.")}

    assert own == {
        "snippets.ContactPerson.organisation",
        "snippets.Membership.federation",
        "snippets.Membership.organisation",
        "snippets.Organisation.merged_into",
        "snippets.Organisation.parent",
        "snippets.OrganisationAlias.organisation",
        "snippets.Organisation_spheres.organisation",
        "snippets.ProjectRole.organisation",
    }
    assert Organisation._meta.get_field("imported_values") is not None
