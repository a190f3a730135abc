"""A logo says whose it is: no register keeps one without a description."""

import pytest
import wagtail_factories
from wagtail.users.models import UserProfile

from snippets.models import Organisation, Project

from .forms import address, organisation_form, rows

pytestmark = pytest.mark.django_db

POLISH = "Opisz logo dla osób, które go nie widzą."
ENGLISH = "Describe the logo for people who cannot see it."


def project_form(*roles, **fields):
    return {"name": "Projekt", **rows("roles", *roles), **fields}


@pytest.fixture
def logo():
    return wagtail_factories.ImageFactory().pk


@pytest.mark.parametrize("words", ["", "  "])
@pytest.mark.parametrize(
    ("model", "form"), [(Organisation, organisation_form), (Project, project_form)]
)
def test_logo_without_a_description_is_an_error(admin_client, logo, model, form, words):
    sent = form(logo=logo, logo_alt=words)

    response = admin_client.post(address(model, "add"), sent)

    assert set(response.context["form"].errors) == {"logo_alt"}
    assert POLISH in response.content.decode()
    assert not model.objects.exists()


def test_logo_of_a_role_without_a_description_is_an_error(admin_client, logo):
    role = {"role": "partner", "name": "Instytut Socjologii", "logo": logo}

    response = admin_client.post(address(Project, "add"), project_form(role))

    assert POLISH in response.content.decode()
    assert not Project.objects.exists()


def test_error_is_in_the_language_of_the_user(admin_client, admin_user, logo):
    UserProfile.objects.create(user=admin_user, preferred_language="en")

    response = admin_client.post(
        address(Project, "add"), project_form(logo=logo, logo_alt="")
    )

    assert POLISH not in response.content.decode()
    assert ENGLISH in response.content.decode()


def test_described_logo_is_kept(admin_client, logo):
    form = project_form(logo=logo, logo_alt="Logo projektu")

    assert admin_client.post(address(Project, "add"), form).status_code == 302
    assert Project.objects.get().logo_id == logo
