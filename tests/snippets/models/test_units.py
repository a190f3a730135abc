import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from snippets.models import CityUnit, PriorityArea, Sphere
from tests.factories.snippets import (
    CityUnitAliasFactory,
    CityUnitFactory,
    PlaceFactory,
    PriorityAreaFactory,
)

pytestmark = pytest.mark.django_db


def test_units_stand_in_polish_order():
    for name in ("Żłobek", "Biuro Sportu", "Ćwiczebna", "Centrum"):
        CityUnitFactory(name=name)

    assert [unit.name for unit in CityUnit.objects.all()] == [
        "Biuro Sportu",
        "Centrum",
        "Ćwiczebna",
        "Żłobek",
    ]


def test_unit_may_not_belong_to_its_own_part():
    unit = CityUnitFactory()
    unit.parent = CityUnitFactory(parent=unit)

    with pytest.raises(ValidationError) as error:
        unit.full_clean()

    assert set(error.value.message_dict) == {"parent"}


def test_new_unit_may_belong_to_another():
    CityUnitFactory.build(parent=CityUnitFactory()).full_clean()


def test_unit_may_not_close_before_it_starts():
    unit = CityUnitFactory.build(
        valid_from=datetime.date(2014, 1, 1), valid_to=datetime.date(2013, 1, 1)
    )

    with pytest.raises(ValidationError) as error:
        unit.full_clean()

    assert set(error.value.message_dict) == {"valid_to"}


def test_closed_unit_is_valid():
    CityUnitFactory.build(closed=True).full_clean()


def test_aliases_are_rows_of_the_unit():
    alias = CityUnitAliasFactory(name="Centrum Wspierania Organizacji")

    assert list(alias.unit.aliases.all()) == [alias]


def test_unit_with_an_area_is_not_deleted():
    unit = PriorityAreaFactory(lead_unit=CityUnitFactory()).lead_unit

    with pytest.raises(ProtectedError):
        unit.delete()


def test_areas_stand_in_their_order_with_spheres_loaded(django_assert_num_queries):
    for order in (2, 1):
        area = PriorityAreaFactory(order=order)
        area.spheres.set(Sphere.objects.filter(code__in=["3", "4"]))
        area.save()

    with django_assert_num_queries(2):
        areas = [
            (area.order, len(area.spheres.all()))
            for area in PriorityArea.objects.with_spheres()
        ]

    assert areas == [(1, 2), (2, 2)]


def test_address_is_written_in_one_line():
    assert PlaceFactory.build().address == "ul. Bema 60/1, 15-370 Białystok"
