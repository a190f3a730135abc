import pytest

from snippets.models import Organisation, Sphere
from tests.factories.snippets import (
    ContactPersonFactory,
    OrganisationFactory,
    made_up_krs,
    made_up_nip,
)

from .forms import address, organisation_form

pytestmark = pytest.mark.django_db

LIST = "list"


def listed(response):
    return [row.name for row in response.context["object_list"]]


def test_list_shows_organisations_in_polish_order_with_grouped_numbers(admin_client):
    OrganisationFactory(name="Zorza", krs="0009000001")
    OrganisationFactory(name="Ładny Dom")
    OrganisationFactory(name="Lato")

    response = admin_client.get(address(Organisation, LIST))

    assert listed(response) == ["Lato", "Ładny Dom", "Zorza"]
    assert "0009 000 001" in response.content.decode()


@pytest.mark.parametrize("ordering", ["sort_key", "-sort_key"])
def test_list_is_ordered_by_name_in_polish_order(admin_client, ordering):
    for name in ("Zorza", "Ładny Dom", "Lato"):
        OrganisationFactory(name=name)

    response = admin_client.get(address(Organisation, LIST), {"ordering": ordering})

    names = ["Lato", "Ładny Dom", "Zorza"]
    assert listed(response) == (names if ordering == "sort_key" else names[::-1])


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        ({"status": "struck_off"}, "Dawna"),
        ({"legal_form": "fundacja"}, "Fundacja"),
        ({"opp": "true"}, "Pożytek"),
        ({"acts_in_city": "false"}, "Daleka"),
    ],
)
def test_list_is_filtered(admin_client, chosen, found):
    OrganisationFactory(name="Dawna", struck_off=True)
    OrganisationFactory(name="Fundacja", legal_form="fundacja")
    OrganisationFactory(name="Pożytek", public_benefit=True)
    OrganisationFactory(name="Daleka", acts_in_city=False)

    response = admin_client.get(address(Organisation, LIST), chosen)

    assert listed(response) == [found]


def test_list_is_filtered_by_the_day_of_the_last_check(admin_client):
    for name, day in (
        ("Dawno fundacja", "2012-01-01"),
        ("Nigdy fundacja", None),
        ("Dziś fundacja", "2013-07-26"),
    ):
        OrganisationFactory(name=name, verified_at=day)

    for query in ("", "funda"):
        response = admin_client.get(
            address(Organisation, LIST), {"q": query, "not_checked_since": "2013-07-26"}
        )
        assert set(listed(response)) == {"Dawno fundacja", "Nigdy fundacja"}


def test_list_is_filtered_by_sphere_and_searched_at_once(admin_client):
    for name, code in (("Sport dla Was", "17"), ("Sport", "16"), ("Las", "17")):
        OrganisationFactory(name=name).spheres.set(Sphere.objects.filter(code=code))

    response = admin_client.get(
        address(Organisation, LIST),
        {"q": "sport", "spheres": Sphere.objects.get(code="17").pk},
    )

    assert listed(response) == ["Sport dla Was"]


def test_search_is_ordered_filtered_and_finds_beginnings_of_words(admin_client):
    for name in ("Żubr Fundacja", "Fundacja Łąka", "Fundacja Lato", "Inna"):
        OrganisationFactory(name=name, city="Białystok")
    OrganisationFactory(name="Fundacja Dawna", struck_off=True)

    response = admin_client.get(
        address(Organisation, LIST),
        {"q": "funda", "status": "active", "ordering": "sort_key"},
    )

    assert listed(response) == ["Fundacja Lato", "Fundacja Łąka", "Żubr Fundacja"]


@pytest.mark.parametrize("query", ["0009000001", "0009 000 001", "9000001"])
def test_search_finds_a_register_number(admin_client, query):
    OrganisationFactory(krs="0009000001")
    OrganisationFactory(krs="0009000002")

    response = admin_client.get(address(Organisation, LIST), {"q": query})

    assert [row.krs for row in response.context["object_list"]] == ["0009000001"]


def test_search_finds_an_alias_entered_in_the_form(admin_client):
    admin_client.post(
        address(Organisation, "add"),
        organisation_form(aliases=[{"name": "SocLab", "note": ""}]),
    )

    response = admin_client.get(address(Organisation, LIST), {"q": "soclab"})

    assert listed(response) == ["Stowarzyszenie Próbne"]


def test_add_keeps_digits_and_makes_slug_and_sort_key(admin_client):
    federation = OrganisationFactory(federation=True)
    nip = made_up_nip(3)
    response = admin_client.post(
        address(Organisation, "add"),
        organisation_form(
            name="Stowarzyszenie „Łąka”",
            krs="KRS 9000007",
            nip=f"PL {nip[:3]}-{nip[3:6]}-{nip[6:8]}-{nip[8:]}",
            spheres=[Sphere.objects.get(code="18").pk],
            memberships=[{"federation": federation.pk}],
            contact_persons=[{"name": "Osoba", "role": "", "email": "", "phone": ""}],
        ),
    )

    assert response.status_code == 302
    added = Organisation.objects.get(slug="stowarzyszenie-laka")
    assert (added.krs, added.nip) == ("0009000007", nip)
    assert added.sort_key
    assert added.sphere_codes == "18"
    assert list(added.member_of.all()) == [federation]
    assert added.contact_persons.get().name == "Osoba"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "a" * 256),
        ("krs", "0000000000"),
        ("nip", "1234567890"),
        ("regon", "12"),
        ("email", "nie adres"),
        ("status", "ghost"),
    ],
)
def test_add_names_the_field_that_is_wrong(admin_client, field, value):
    response = admin_client.post(
        address(Organisation, "add"), organisation_form(**{field: value})
    )

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {field}
    assert not Organisation.objects.exists()


def test_add_refuses_the_krs_of_another_in_plain_words(admin_client):
    OrganisationFactory(krs=made_up_krs(1))

    response = admin_client.post(
        address(Organisation, "add"), organisation_form(krs=made_up_krs(1))
    )

    assert "KRS" in response.context["form"].non_field_errors()[0]
    assert Organisation.objects.count() == 1


def test_edit_changes_the_name_and_keeps_the_address(admin_client):
    organisation = OrganisationFactory(name="Łąka")

    response = admin_client.post(
        address(Organisation, "edit", organisation.pk),
        organisation_form(name="Las", slug=organisation.slug),
    )

    organisation.refresh_from_db()
    assert response.status_code == 302
    assert (organisation.name, organisation.slug) == ("Las", "laka")


def test_edit_refuses_a_circle_of_branches(admin_client):
    organisation = OrganisationFactory()
    branch = OrganisationFactory(parent=organisation)

    response = admin_client.post(
        address(Organisation, "edit", organisation.pk),
        organisation_form(slug=organisation.slug, parent=branch.pk),
    )

    assert set(response.context["form"].errors) == {"parent"}


@pytest.mark.parametrize("view", ["edit", "inspect", "history", "usage", "delete"])
def test_views_of_a_row_open(admin_client, view):
    organisation = OrganisationFactory(registered=True, with_logo=True, branch=True)

    response = admin_client.get(address(Organisation, view, organisation.pk))

    assert response.status_code == 200
    assert organisation.name in response.content.decode()


def test_history_tells_of_the_edit(admin_client):
    organisation = OrganisationFactory(name="Łąka")
    admin_client.post(
        address(Organisation, "edit", organisation.pk),
        organisation_form(name="Las", slug=organisation.slug),
    )

    response = admin_client.get(address(Organisation, "history", organisation.pk))

    assert [entry.action for entry in response.context["object_list"]] == [
        "wagtail.edit"
    ]


def test_usage_lists_the_branches(admin_client):
    branch = OrganisationFactory(branch=True)

    response = admin_client.get(address(Organisation, "usage", branch.parent.pk))

    assert branch.name in response.content.decode()


def test_inspect_shows_groups_and_hides_private_data(admin_client):
    organisation = ContactPersonFactory(
        organisation__krs="0009000001", organisation__private_note="tajne"
    ).organisation

    page = admin_client.get(
        address(Organisation, "inspect", organisation.pk)
    ).content.decode()

    assert "0009 000 001" in page
    assert "tajne" not in page
    assert "Prywatna" not in page
