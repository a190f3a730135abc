import pytest

from snippets.merging import follow_mergers
from snippets.models import ProjectRole
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def pair():
    kept = OrganisationFactory()
    return kept, OrganisationFactory(merged_into=kept)


def role(body, kind="partner"):
    return ProjectRole(organisation_id=body.pk, project_id=1, role=kind)


def test_row_of_a_merged_entry_is_the_kept_ones(pair, django_assert_num_queries):
    kept, merged = pair
    other = OrganisationFactory()
    rows = [role(merged), role(other)]

    with django_assert_num_queries(1):
        followed = follow_mergers(rows)

    assert [row.organisation_id for row in followed] == [kept.pk, other.pk]


@pytest.mark.parametrize("first", [0, 1])
def test_row_that_both_have_is_there_once(pair, first):
    kept, merged = pair
    order = [pair[first], pair[1 - first]]

    followed = follow_mergers([*map(role, order), role(merged, "patron")])

    assert [(row.organisation_id, row.role) for row in followed] == [
        (kept.pk, "partner"),
        (kept.pk, "patron"),
    ]


def test_nothing_costs_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert follow_mergers([]) == []
