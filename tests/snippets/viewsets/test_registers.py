import pytest
from django.urls import reverse
from django.utils import translation
from wagtail.users.models import UserProfile

from snippets.models import (
    CityUnit,
    Organisation,
    Place,
    PriorityArea,
    Project,
    Sphere,
)
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PlaceFactory,
    PriorityAreaFactory,
    ProjectFactory,
    ProjectRoleFactory,
)

from .forms import address, rows

pytestmark = pytest.mark.django_db

FACTORIES = [
    (OrganisationFactory, {"branch": True, "registered": True}),
    (CityUnitFactory, {"parent__name": "Urząd"}),
    (PlaceFactory, {"unit__name": "Urząd"}),
    (PriorityAreaFactory, {"lead_unit__name": "Urząd"}),
    (ProjectFactory, {}),
]


def row_of(factory, fields):
    related = {
        name.removesuffix("__name"): CityUnitFactory()
        for name in fields
        if name.endswith("__name")
    }
    plain = {name: fields[name] for name in fields if not name.endswith("__name")}
    return factory(**plain, **related)


def content(response):
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(
    ("model", "path"),
    [
        (Organisation, "organisations"),
        (CityUnit, "city-units"),
        (Place, "places"),
        (PriorityArea, "priority-areas"),
        (Sphere, "spheres"),
        (Project, "projects"),
    ],
)
def test_register_has_its_own_short_address(model, path):
    assert address(model, "list") == f"/admin/{path}/"


def test_menu_has_all_registers_in_one_group(admin_client):
    page = content(admin_client.get(reverse("wagtailadmin_home")))

    assert "/admin/organisations/" in page
    assert "/admin/spheres/" in page
    assert "/admin/snippets/" not in page


@pytest.mark.parametrize("export", ["", "csv"])
@pytest.mark.parametrize(("factory", "fields"), FACTORIES)
def test_list_costs_the_same_however_long(
    admin_client, django_assert_max_num_queries, factory, fields, export
):
    def queries():
        with django_assert_max_num_queries(80) as captured:
            response = admin_client.get(
                address(factory._meta.model, "list"), {"export": export}
            )
            if response.streaming:
                list(response.streaming_content)
        return len(captured)

    row_of(factory, fields)
    queries()  # the first request fills the cache of content types
    few = queries()
    for _ in range(10):
        row_of(factory, fields)

    assert queries() == few


@pytest.mark.parametrize("view", ["edit", "inspect", "history", "usage", "delete"])
@pytest.mark.parametrize(("factory", "fields"), FACTORIES)
def test_views_of_a_row_open(admin_client, factory, fields, view):
    row = row_of(factory, fields)

    assert row.name in content(admin_client.get(address(type(row), view, row.pk)))


@pytest.mark.parametrize("view", ["edit", "inspect", "history", "usage", "delete"])
def test_views_of_a_sphere_open(admin_client, view):
    sphere = Sphere.objects.first()

    assert sphere.name in content(admin_client.get(address(Sphere, view, sphere.pk)))


@pytest.mark.parametrize(("factory", "fields"), FACTORIES)
def test_search_finds_the_beginning_of_a_word(admin_client, factory, fields):
    row = factory(name="Zielona Brama")
    factory(name="Inna")

    response = admin_client.get(address(type(row), "list"), {"q": "ziel"})

    assert list(response.context["object_list"]) == [row]


@pytest.mark.parametrize(
    ("factory", "chosen"),
    [
        (CityUnitFactory, "parent"),
        (PlaceFactory, "unit"),
        (PriorityAreaFactory, "lead_unit"),
    ],
)
def test_search_works_together_with_a_filter(admin_client, factory, chosen):
    unit = CityUnitFactory(name="Urząd")
    row = factory(name="Sala Pierwsza", **{chosen: unit})
    factory(name="Sala Druga")

    response = admin_client.get(
        address(type(row), "list"), {"q": "sala", chosen: unit.pk}
    )

    assert list(response.context["object_list"]) == [row]


@pytest.mark.parametrize(("factory", "fields"), FACTORIES)
def test_search_works_with_every_order_of_the_list(admin_client, factory, fields):
    row = row_of(factory, fields)
    where = address(type(row), "list")
    columns = admin_client.get(where).context["table"].columns.values()
    orders = [column.sort_key for column in columns if column.sort_key]

    assert orders
    for order in [*orders, *(f"-{order}" for order in orders)]:
        response = admin_client.get(where, {"q": row.name, "ordering": order})
        assert row in response.context["object_list"], order


def test_spheres_are_searched_and_stand_in_statute_order(admin_client):
    response = admin_client.get(address(Sphere, "list"), {"q": "integracj"})

    codes = [sphere.code for sphere in response.context["object_list"]]
    assert codes == ["2", "5a", "26"]


def test_names_in_lists_are_in_the_language_of_the_user(admin_client, admin_user):
    UserProfile.objects.create(user=admin_user, preferred_language="en")
    CityUnitFactory(name="Biuro Kultury", name_en="Culture Bureau")

    assert "Culture Bureau" in content(admin_client.get(address(CityUnit, "list")))


def test_unit_is_added_with_other_names(admin_client):
    response = admin_client.post(
        address(CityUnit, "add"),
        {
            "name": "Centrum Współpracy",
            "kind": "centre",
            **rows("aliases", {"name": "Centrum Wspierania", "note": "26.07.2013"}),
        },
    )

    unit = CityUnit.objects.get()
    assert response.status_code == 302
    assert (unit.slug, unit.aliases.get().name) == (
        "centrum-wspolpracy",
        "Centrum Wspierania",
    )
    found = admin_client.get(address(CityUnit, "list"), {"q": "wspier"})
    assert list(found.context["object_list"]) == [unit]


def test_place_is_copied(admin_client):
    place = PlaceFactory()

    assert place.street in content(admin_client.get(address(Place, "copy", place.pk)))


def test_project_is_added_with_its_roles(admin_client):
    organisation = OrganisationFactory()
    response = admin_client.post(
        address(Project, "add"),
        {
            "name": "Laboratorium Obywatelskie",
            **rows(
                "roles",
                {"role": "organiser", "organisation": organisation.pk},
                {"role": "partner", "name": "Instytut Socjologii"},
            ),
        },
    )

    assert response.status_code == 302
    assert [role.display_name for role in Project.objects.get().roles.all()] == [
        organisation.name,
        "Instytut Socjologii",
    ]


def test_role_of_nobody_is_refused_in_plain_words(admin_client):
    response = admin_client.post(
        address(Project, "add"),
        {"name": "Projekt", **rows("roles", {"role": "patron"})},
    )

    with translation.override("pl"):
        error = ProjectRoleFactory._meta.model._meta.constraints[0]
        assert str(error.violation_error_message) in content(response)


def test_area_is_added_at_the_end_with_spheres(admin_client):
    first = PriorityAreaFactory()
    sphere = Sphere.objects.get(code="16")

    admin_client.post(
        address(PriorityArea, "add"), {"name": "Kultura", "spheres": [sphere.pk]}
    )

    added = PriorityArea.objects.exclude(pk=first.pk).get()
    assert added.order > first.order
    assert list(added.spheres.all()) == [sphere]


def test_areas_are_dragged_into_another_order(admin_client):
    areas = PriorityAreaFactory.create_batch(3)

    response = admin_client.post(
        address(PriorityArea, "reorder", areas[2].pk) + "?position=0"
    )

    assert response.status_code == 200
    assert list(PriorityArea.objects.all()) == [areas[2], areas[0], areas[1]]


def test_unit_in_use_is_not_deleted(admin_client):
    unit = PlaceFactory(unit=CityUnitFactory()).unit

    page = content(admin_client.get(address(CityUnit, "delete", unit.pk)))
    response = admin_client.post(address(CityUnit, "delete", unit.pk))

    assert (
        reverse(CityUnit.snippet_viewset.get_url_name("usage"), args=[unit.pk]) in page
    )
    assert response.status_code == 302
    assert CityUnit.objects.filter(pk=unit.pk).exists()
