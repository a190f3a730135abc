"""The registers: what everybody reads of them, and nothing that is the office's own."""

import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from snippets.models import CityUnit, Organisation, Place, PriorityArea, Project, Sphere
from tests.factories.snippets import (
    CityUnitAliasFactory,
    CityUnitFactory,
    ContactPersonFactory,
    OrganisationAliasFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
)
from tests.pages.api.asking import API, ask, codes, token_of
from tests.pages.programmes.closed import staff

pytestmark = pytest.mark.django_db

MOST_QUERIES = {"list": 15, "detail": 12}
SECRET = "Zatajone"
PUBLIC = [CityUnit, Organisation, Place, PriorityArea, Sphere]


def at(model, row=None):
    path = f"/snippets/{model._meta.label}/"
    return f"{path}{row.pk}/" if row else path


def keeper(*codenames):
    """Return a token of somebody who has these rights over the registers."""
    group = Group.objects.create(name="Rejestry")
    group.permissions.set(Permission.objects.filter(codename__in=codenames))
    return token_of(staff("rejestrator", group.name), group.name)


def send(client, method, path, bearer, **body):
    call = getattr(client, method)
    return call(
        f"{API}{path}",
        json.dumps(body),
        content_type="application/json",
        headers={"authorization": f"Bearer {bearer}", "accept-language": "en"},
    )


@pytest.fixture
def merged():
    """Return an entry that was merged into another one."""
    kept = OrganisationFactory(name="Została")
    return OrganisationFactory(name=SECRET, slug="zatajone", merged_into=kept)


@pytest.mark.parametrize("model", PUBLIC)
def test_anybody_reads_the_registers(client, model):
    for factory in (CityUnitFactory, OrganisationFactory, PlaceFactory):
        factory()
    PriorityAreaFactory()
    row = model.objects.first()

    listing = ask(client, at(model))
    told = ask(client, at(model, row))

    assert listing["count"] == model.objects.count()
    assert told in listing["items"]
    assert (told["id"], told["type"]) == (row.pk, model._meta.label)


def test_area_is_told_with_its_unit_and_spheres(client):
    unit = CityUnitFactory(name="Biuro Kultury")
    area = PriorityAreaFactory(name="Kultura", name_en="Culture", lead_unit=unit)
    sphere = Sphere.objects.get(code="16")
    area.spheres.add(sphere)
    area.save()

    told = ask(client, at(PriorityArea, area))

    assert (told["name"], told["name_en"], told["slug"]) == (
        *("Kultura", "Culture", "kultura"),
    )
    assert told["lead_unit"]["title"] == "Biuro Kultury"
    assert told["lead_unit"]["api_url"].endswith(API + at(CityUnit, unit))
    assert [link["id"] for link in told["spheres"]] == [sphere.pk]


def test_organisation_is_told_as_the_directory_shows_it(client):
    organisation = OrganisationFactory(
        registered=True, email="biuro@example.org", private_note=SECRET
    )
    OrganisationAliasFactory(organisation=organisation, name="Dawna", note=SECRET)
    ContactPersonFactory(organisation=organisation, name=SECRET, email="z@example.org")

    told = ask(client, at(Organisation, organisation))

    assert (told["krs"], told["email"]) == (organisation.krs, "biuro@example.org")
    assert [alias["name"] for alias in told["aliases"]] == ["Dawna"]
    assert SECRET not in json.dumps(told)
    assert "z@example.org" not in json.dumps(told)
    assert not told.keys() & {"private_note", "contact_persons", "merged_into"}


def test_merged_entry_is_told_by_the_one_that_stands_for_it(client, merged):
    listing = ask(client, at(Organisation))

    assert [row["name"] for row in listing["items"]] == ["Została"]
    ask(client, at(Organisation, merged), status=404)
    for query in ({"name": SECRET}, {"slug": "zatajone"}, {"id": merged.pk}):
        assert ask(client, at(Organisation), **query)["count"] == 0


@pytest.mark.parametrize("name", ["private_note", "contact_persons", "merged_into"])
def test_nobody_asks_by_what_is_not_told(client, name):
    problem = ask(client, at(Organisation), status=422, **{name: SECRET})

    assert codes(problem) == [("unknown_parameter", "query", name)]
    problem = ask(client, at(Organisation), status=422, order=name)
    assert codes(problem) == [("order", "query", "order")]


def test_register_that_is_not_told_cannot_be_asked_for(client):
    problem = ask(client, at(Project), status=422)

    assert codes(problem) == [("literal_error", "path", "type")]


@pytest.mark.parametrize("key", ["0", "9" * 30, "abc"])
def test_impossible_key_is_that_of_nothing(client, key):
    bearer = keeper("change_place", "delete_place")

    ask(client, f"{at(Place)}{key}/", status=404)
    for method in ("patch", "delete"):
        response = send(client, method, f"{at(Place)}{key}/", bearer, name="x")
        assert response.status_code == 404


def test_pieces_are_the_whole_register_in_its_order(client):
    seat = CityUnitFactory(name="B")
    for name in ("C", "A", "D"):
        CityUnitFactory(name=name, parent=seat if name == "A" else None)

    found, cursor = [], {}
    while cursor is not None:
        piece = ask(client, at(CityUnit), limit=1, order="parent", **cursor)
        found += [row["name"] for row in piece["items"]]
        cursor = piece["next_cursor"] and {"cursor": piece["next_cursor"]}

    assert found == ["A", "B", "C", "D"]


@pytest.mark.parametrize("name", ["spheres", "aliases", "nonsense"])
def test_many_values_of_a_row_are_no_order(client, name):
    problem = ask(client, at(Organisation), status=422, order=name)

    assert codes(problem) == [("order", "query", "order")]


def test_registers_are_searched(client):
    CityUnitFactory(name="Biuro Kultury")
    CityUnitFactory(name="Biuro Sportu")

    told = ask(client, at(CityUnit), search="Sportu")

    assert [row["name"] for row in told["items"]] == ["Biuro Sportu"]


def test_keeper_reads_merged_entries_too_but_does_not_change_them(client, merged):
    bearer = keeper("change_organisation")

    told = ask(client, at(Organisation, merged), bearer=bearer)
    response = send(client, "patch", at(Organisation, merged), bearer, about="Nowe")

    assert told["name"] == SECRET
    assert response.status_code == 403
    assert "Została" in response.json()["detail"]
    merged.refresh_from_db()
    assert merged.about == ""


def test_token_without_rights_reads_what_anybody_does(client, merged):
    bearer = keeper("change_place")

    ask(client, at(Organisation, merged), status=404, bearer=bearer)
    assert ask(client, at(Organisation), bearer=bearer)["count"] == 1
    for method, path in (
        ("post", at(Organisation)),
        ("patch", at(Organisation, merged.merged_into)),
        ("delete", at(Organisation, merged.merged_into)),
    ):
        assert send(client, method, path, bearer, name="x").status_code == 403


def test_browser_session_counts_for_nothing(client, admin_user, merged):
    client.force_login(admin_user)

    ask(client, at(Organisation, merged), status=404)


def test_who_may_writes_all_that_is_told(client):
    bearer = keeper("add_organisation", "change_organisation")
    spheres = list(Sphere.objects.values_list("pk", flat=True)[:2])

    made = send(
        client,
        "post",
        at(Organisation),
        bearer,
        name="Nowa",
        spheres=spheres,
        aliases=[{"name": "Dawna"}],
    )
    organisation = Organisation.objects.get(name="Nowa")
    path = at(Organisation, organisation)
    changed = send(client, "patch", path, bearer, about="Robi.", legal_form="fundacja")

    assert (made.status_code, changed.status_code) == (201, 200)
    organisation.refresh_from_db()
    assert (organisation.about, organisation.legal_form) == ("Robi.", "fundacja")
    assert [alias.name for alias in organisation.aliases.all()] == ["Dawna"]
    assert [one.pk for one in organisation.spheres.order_by("pk")] == spheres


@pytest.mark.parametrize(
    "odd", [{"private_note": "nic z tego"}, {"aliases": [{"name": "A", "note": "B"}]}]
)
def test_what_is_not_told_is_not_written(client, odd):
    bearer = keeper("add_organisation")

    response = send(client, "post", at(Organisation), bearer, name="Nowa", **odd)

    [fault] = response.json()["errors"]
    assert (response.status_code, fault["type"]) == (422, "extra_forbidden")
    assert not Organisation.objects.filter(name="Nowa").exists()


def test_faults_are_named_where_they_are(client):
    bearer = keeper("change_organisation")
    other = OrganisationFactory(registered=True)
    path = at(Organisation, OrganisationFactory())

    wrong = send(client, "patch", path, bearer, status="nonsense").json()
    taken = send(client, "patch", path, bearer, krs=other.krs).json()
    bad = send(client, "patch", path, bearer, email="nonsense").json()

    assert codes(wrong) == [("literal_error", "body", "status")]
    assert [place for _code, *place in codes(taken)] == [["body"]]
    assert codes(bad) == [("invalid", "body", "email")]


def test_what_is_used_elsewhere_is_not_deleted(client):
    bearer = keeper("delete_cityunit")
    unit = CityUnitFactory()
    PlaceFactory(unit=unit)

    response = send(client, "delete", at(CityUnit, unit), bearer)

    assert response.status_code == 409
    assert response["Content-Type"] == "application/problem+json"
    assert CityUnit.objects.filter(pk=unit.pk).exists()


def grow(numbers):
    spheres = Sphere.objects.all()[:3]
    parent = OrganisationFactory(name=f"Macierz {numbers}")
    for _number in numbers:
        organisation = OrganisationFactory(parent=parent)
        organisation.spheres.add(*spheres)
        OrganisationAliasFactory(organisation=organisation)
        area = PriorityAreaFactory(lead_unit=CityUnitFactory(parent=CityUnitFactory()))
        area.spheres.add(*spheres)
        area.save()
        CityUnitAliasFactory(unit=area.lead_unit)
        PlaceFactory(unit=area.lead_unit)
    return parent


@pytest.mark.parametrize("model", PUBLIC)
def test_number_of_queries_does_not_grow(client, model):
    def cost():
        ask(client, at(model), limit=1)
        with CaptureQueriesContext(connection) as captured:
            ask(client, at(model), limit=100, order="-id")
        return len(captured)

    grow(range(1))
    few = cost()
    grow(range(6))

    assert cost() <= few <= MOST_QUERIES["list"]
    with CaptureQueriesContext(connection) as captured:
        ask(client, at(model, model.objects.last()))
    assert len(captured) <= MOST_QUERIES["detail"]
