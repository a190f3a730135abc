import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import translation

from snippets.models import Project, ProjectRole
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    ProjectFactory,
    ProjectRoleFactory,
)

pytestmark = pytest.mark.django_db


def test_role_shows_the_name_from_its_register():
    by_organisation = ProjectRoleFactory(of_organisation=True)
    by_unit = ProjectRoleFactory(of_unit=True, unit__name_en="Culture Bureau")

    assert by_organisation.display_name == by_organisation.organisation.name
    with translation.override("en"):
        assert by_unit.display_name == "Culture Bureau"
        assert str(by_unit) == "partner: Culture Bureau"


def test_role_shows_another_name_and_the_one_as_written():
    assert ProjectRoleFactory(name="Instytut").display_name == "Instytut"
    written = ProjectRoleFactory(of_organisation=True, name_as_written="SocLab")
    assert written.display_name == "SocLab"


@pytest.mark.parametrize("kept", [(), ("name", "unit"), ("unit", "organisation")])
def test_role_needs_exactly_one_body(kept):
    bodies = {
        "name": "Instytut",
        "unit": CityUnitFactory(),
        "organisation": OrganisationFactory(),
    }
    chosen = {"name": ""} | {field: bodies[field] for field in kept}
    role = ProjectRole(project=ProjectFactory(), role="partner", **chosen)

    with pytest.raises(ValidationError):
        role.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        role.save()


def test_logo_of_a_role_needs_a_description():
    image = OrganisationFactory(with_logo=True).logo
    role = ProjectRoleFactory.build(project=ProjectFactory(), logo=image)

    with pytest.raises(ValidationError) as error:
        role.full_clean()

    assert set(error.value.message_dict) == {"logo_alt"}


def test_projects_with_roles_cost_two_queries(django_assert_num_queries):
    for _ in range(3):
        project = ProjectFactory()
        ProjectRoleFactory(project=project, of_organisation=True)
        ProjectRoleFactory(project=project, of_unit=True)

    with django_assert_num_queries(2):
        shown = [
            [role.display_name for role in project.roles.all()]
            for project in Project.objects.with_roles()
        ]

    assert [len(roles) for roles in shown] == [2, 2, 2]
