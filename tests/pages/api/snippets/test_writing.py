"""The registers by token: what the admin would refuse is refused here too."""

import pytest
from wagtail.models import ModelLogEntry

from snippets.models import CityUnit, Organisation, Place, PriorityArea, Sphere
from tests.factories.snippets import (
    CityUnitAliasFactory,
    CityUnitFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
)
from tests.pages.api.asking import ask, codes

from .test_router import at, keeper, send

pytestmark = pytest.mark.django_db

MAKE = {
    CityUnit: CityUnitFactory,
    Organisation: OrganisationFactory,
    Place: PlaceFactory,
    PriorityArea: PriorityAreaFactory,
}


def refused(response):
    assert response.status_code == 422, response.content
    assert response["Content-Type"] == "application/problem+json"
    return codes(response.json())


@pytest.mark.parametrize("model", MAKE)
@pytest.mark.parametrize("name", ["", "  ", None])
def test_name_cannot_be_left_blank(client, model, name):
    row, label = MAKE[model](), model._meta.model_name
    bearer = keeper(f"change_{label}", f"add_{label}")

    changed = send(client, "patch", at(model, row), bearer, name=name)
    made = send(client, "post", at(model), bearer, name="  ")

    assert refused(changed) == [("required", "body", "name")]
    assert refused(made) == [("required", "body", "name")]
    assert model.objects.get(pk=row.pk).name == row.name
    assert not model.objects.filter(name="").exists()


@pytest.mark.parametrize("odd", [{"name": ""}, {"name": " "}])
def test_name_of_a_row_below_cannot_be_left_blank(client, odd):
    unit = CityUnitAliasFactory().unit
    before = [(alias.pk, alias.name) for alias in unit.aliases.all()]
    aliases = [{"name": "Dobra"}, odd]

    response = send(
        client, "patch", at(CityUnit, unit), keeper("change_cityunit"), aliases=aliases
    )

    assert refused(response) == [("required", "body", "aliases", 1, "name")]
    kept = CityUnit.objects.get(pk=unit.pk).aliases.all()
    assert [(alias.pk, alias.name) for alias in kept] == before


@pytest.mark.parametrize("odd", [None, {}, {"id": 1}, [1], "x", 1.5])
@pytest.mark.parametrize("model", [Organisation, PriorityArea])
def test_what_is_no_key_of_a_row_is_refused_at_its_place(client, model, odd):
    row, sphere = MAKE[model](), Sphere.objects.first()
    bearer = keeper(f"change_{model._meta.model_name}")

    response = send(client, "patch", at(model, row), bearer, spheres=[sphere.pk, odd])

    [(_code, *place)] = refused(response)
    assert place == ["body", "spheres", 1]
    assert not row.spheres.exists()


def test_type_of_another_register_is_refused_at_its_place(client):
    response = send(
        client,
        "post",
        at(Place),
        keeper("add_place"),
        name="Ratusz",
        meta={"type": "snippets.Sphere"},
    )

    assert refused(response) == [("literal_error", "body", "meta", "type")]
    assert not Place.objects.exists()


def test_writing_is_logged_and_told_as_reading_tells_it(client):
    bearer = keeper("add_place", "change_place", "delete_place")

    made = send(client, "post", at(Place), bearer, name="Ratusz").json()
    place = Place.objects.get()
    assert made == ask(client, at(Place, place))
    changed = send(client, "patch", at(Place, place), bearer, city="Białystok").json()
    assert changed == ask(client, at(Place, place))
    gone = send(client, "delete", at(Place, place), bearer)

    log = ModelLogEntry.objects.for_instance(place).order_by("pk")
    assert gone.status_code == 204
    assert [entry.action for entry in log] == [
        *("wagtail.create", "wagtail.edit", "wagtail.delete"),
    ]
    assert {entry.user.username for entry in log} == {"rejestrator"}


def test_row_that_is_not_there_is_told_in_the_readers_language(client):
    bearer = keeper("delete_place")
    headers = {"authorization": f"Bearer {bearer}", "accept-language": "pl"}

    response = client.delete(f"/api/v3{at(Place)}987654/", headers=headers)

    assert response.json()["detail"] == "Nie ma takiego wpisu."
