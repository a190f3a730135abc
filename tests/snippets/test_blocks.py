import pytest
from wagtail.blocks import ListBlock

from snippets.blocks import (
    CityUnitChooserBlock,
    OrganisationChooserBlock,
    PriorityAreaChooserBlock,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)

pytestmark = pytest.mark.django_db


def test_a_list_of_organisations_costs_one_query(django_assert_num_queries):
    rows = OrganisationFactory.create_batch(5, branch=True, with_logo=True)

    with django_assert_num_queries(1):
        chosen = ListBlock(OrganisationChooserBlock()).to_python(
            [row.pk for row in rows]
        )
        read = [(row.name, row.parent.name, row.logo.title) for row in chosen]

    assert [name for name, *_ in read] == [row.name for row in rows]


def test_a_list_of_units_costs_one_query(django_assert_num_queries):
    rows = [CityUnitFactory(parent=CityUnitFactory()) for _ in range(3)]

    with django_assert_num_queries(1):
        chosen = CityUnitChooserBlock().bulk_to_python([row.pk for row in rows])
        assert all(unit.parent.name for unit in chosen)


def test_a_list_of_areas_costs_one_query(django_assert_num_queries):
    rows = [PriorityAreaFactory(lead_unit=CityUnitFactory()) for _ in range(3)]

    with django_assert_num_queries(1):
        chosen = PriorityAreaChooserBlock().bulk_to_python([row.pk for row in rows])
        assert all(area.lead_unit.name for area in chosen)


def test_a_deleted_row_leaves_an_empty_place():
    kept, gone = OrganisationFactory.create_batch(2)
    gone_pk = gone.pk
    gone.delete()

    chosen = OrganisationChooserBlock().bulk_to_python([gone_pk, kept.pk])

    assert chosen == [None, kept]


def test_a_repeated_choice_gives_objects_of_their_own():
    row = OrganisationFactory()

    first, second = OrganisationChooserBlock().bulk_to_python([row.pk, row.pk])

    assert first == second
    assert first is not second


@pytest.mark.parametrize(
    "block", [OrganisationChooserBlock, CityUnitChooserBlock, PriorityAreaChooserBlock]
)
def test_block_is_rebuilt_from_its_migration(block):
    path, args, kwargs = block(required=False).deconstruct()

    assert path == f"snippets.blocks.{block.__name__}"
    assert not block(*args, **kwargs).required
