import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

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
)

from .forms import address

pytestmark = pytest.mark.django_db

MODELS = [Organisation, CityUnit, Place, PriorityArea, Sphere, Project]
ROW_OF = {
    Organisation: OrganisationFactory,
    CityUnit: CityUnitFactory,
    Place: PlaceFactory,
    PriorityArea: PriorityAreaFactory,
    Project: ProjectFactory,
    Sphere: lambda: Sphere.objects.first(),
}


def is_sent_away(response):
    return response.status_code == 302 and response.url == reverse("wagtailadmin_home")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["list", "list_results", "add"])
def test_user_without_rights_is_sent_away(client, clerk, model, view):
    assert is_sent_away(client.get(address(model, view)))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("view", ["edit", "inspect", "history", "usage", "delete"])
def test_user_without_rights_does_not_open_a_row(client, clerk, model, view):
    assert is_sent_away(client.get(address(model, view, ROW_OF[model]().pk)))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_user_without_rights_does_not_export(client, clerk, form):
    OrganisationFactory()

    assert is_sent_away(client.get(address(Organisation, "list"), {"export": form}))


def test_viewer_may_inspect_but_not_change(client, clerk):
    clerk.user_permissions.add(Permission.objects.get(codename="view_organisation"))
    organisation = OrganisationFactory()

    assert client.get(address(Organisation, "list")).status_code == 200
    inspect = client.get(address(Organisation, "inspect", organisation.pk))
    assert inspect.status_code == 200
    assert is_sent_away(client.get(address(Organisation, "add")))
    for view in ("edit", "delete"):
        assert is_sent_away(
            client.post(address(Organisation, view, organisation.pk), {"name": "Inna"})
        )
    organisation.refresh_from_db()
    assert organisation.name != "Inna"


def test_visitor_is_asked_to_log_in(client):
    response = client.get(address(Organisation, "list"))

    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


@pytest.mark.parametrize("model", MODELS)
def test_no_view_has_lost_its_permission_policy(model):
    assert model.snippet_viewset.permission_policy.model is model
