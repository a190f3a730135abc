import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from snippets.models import CityUnit, Organisation, Place, PriorityArea, Project
from tests.factories.snippets import OrganisationFactory, made_up_krs, made_up_nip

pytestmark = pytest.mark.django_db


def chooser(model, view, *args):
    namespace = model.snippet_viewset.get_chooser_admin_url_namespace()
    return reverse(f"{namespace}:{view}", args=args)


def step(response):
    assert response.status_code == 200
    return json.loads(response.content)


def test_chooser_tells_namesakes_apart(admin_client):
    OrganisationFactory(name="Uniwersytet Trzeciego Wieku", city="Suwałki")
    OrganisationFactory(
        name="Uniwersytet Trzeciego Wieku", city="Białystok", krs="0009000001"
    )

    html = step(admin_client.get(chooser(Organisation, "choose")))["html"]

    assert "Suwałki" in html
    assert "0009 000 001" in html


def test_chooser_searches(admin_client):
    OrganisationFactory(name="Zielona Brama")
    OrganisationFactory(name="Inna")

    page = admin_client.get(
        chooser(Organisation, "choose_results"), {"q": "ziel"}
    ).content.decode()

    assert "Zielona Brama" in page
    assert "Inna" not in page


def test_chosen_organisation_is_returned(admin_client):
    organisation = OrganisationFactory()

    answer = step(admin_client.get(chooser(Organisation, "chosen", organisation.pk)))

    assert answer["step"] == "chosen"
    assert answer["result"]["string"] == organisation.name


def test_organisation_is_created_on_the_fly(admin_client):
    nip = made_up_nip(5)
    answer = step(
        admin_client.post(
            chooser(Organisation, "create"),
            {
                "name": "Fundacja „Łąka”",
                "short_name": "Łąka",
                "legal_form": "fundacja",
                "krs": "KRS 9000001",
                "nip": f"PL {nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}",
                "regon": "",
                "city": "Białystok",
            },
        )
    )

    created = Organisation.objects.get()
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(created.pk)
    assert (created.slug, created.krs, created.nip) == ("laka", "0009000001", nip)
    assert created.sort_key
    assert created.acts_in_city
    assert created.status == Organisation.Status.ACTIVE


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("krs", "0000000000"),
        ("krs", made_up_krs(1)),
        ("nip", "1234567890"),
        ("regon", "12"),
    ],
)
def test_bad_input_is_refused_on_the_fly(admin_client, field, value):
    OrganisationFactory(krs=made_up_krs(1))

    answer = step(
        admin_client.post(
            chooser(Organisation, "create"), {"name": "Fundacja", field: value}
        )
    )

    assert answer["step"] == "reshow_creation_form"
    assert Organisation.objects.count() == 1


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (CityUnit, {"name": "Biuro Kultury", "kind": "bureau"}),
        (Place, {"name": "Sala", "street": "ul. Bema 60/1"}),
        (PriorityArea, {"name": "Kultura"}),
        (Project, {"name": "Laboratorium Obywatelskie"}),
    ],
)
def test_other_rows_are_created_on_the_fly(admin_client, model, fields):
    html = step(admin_client.get(chooser(model, "choose")))["html"]
    answer = step(admin_client.post(chooser(model, "create"), fields))

    assert 'name="name"' in html
    assert answer["step"] == "chosen"
    assert model.objects.get().name == fields["name"]


def test_areas_created_on_the_fly_go_to_the_end(admin_client):
    for name in ("Kultura", "Sport"):
        admin_client.post(chooser(PriorityArea, "create"), {"name": name})

    assert [area.name for area in PriorityArea.objects.all()] == ["Kultura", "Sport"]


def test_user_without_the_right_to_add_does_not_create(client, clerk):
    html = step(client.get(chooser(Organisation, "choose")))["html"]
    response = client.post(chooser(Organisation, "create"), {"name": "Fundacja"})

    assert 'name="short_name"' not in html
    assert response.status_code == 302
    assert not Organisation.objects.exists()


def test_user_with_the_right_to_add_creates(client, clerk):
    clerk.user_permissions.add(Permission.objects.get(codename="add_organisation"))

    answer = step(client.post(chooser(Organisation, "create"), {"name": "Fundacja"}))

    assert answer["step"] == "chosen"


def test_list_of_the_chooser_costs_the_same_however_long(
    admin_client, django_assert_max_num_queries
):
    def queries():
        with django_assert_max_num_queries(60) as captured:
            admin_client.get(chooser(Organisation, "choose"))
        return len(captured)

    OrganisationFactory(branch=True)
    queries()
    few = queries()
    OrganisationFactory.create_batch(10, branch=True)

    assert queries() == few
