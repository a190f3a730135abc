import pytest
import wagtail_factories
from django.utils import translation

from pages.base.credits import LOGO_HEIGHT, read_credits, role_title
from tests.factories.snippets import ProjectFactory, ProjectRoleFactory

ROLES = [
    ("partner", 1, "Partner"),
    ("partner", 3, "Partnerzy"),
    ("organiser", 1, "Organizator"),
    ("organiser", 2, "Organizatorzy"),
    ("funder", 5, "Grantodawcy"),
]


@pytest.mark.parametrize(("role", "number", "title"), ROLES)
def test_role_is_named_in_the_plural_when_shared(role, number, title):
    assert role_title(role, number) == title


def test_page_without_a_project_has_no_credits():
    assert read_credits(None) is None


@pytest.mark.django_db
def test_bodies_are_gathered_by_role_in_their_order():
    project = ProjectFactory()
    for order, (role, name) in enumerate(
        [("partner", "B"), ("funder", "F"), ("partner", "A")]
    ):
        ProjectRoleFactory(project=project, role=role, name=name, sort_order=order)

    found = read_credits(project)

    groups = [(group.title, list(group.names)) for group in found.roles]
    assert groups == [("Partnerzy", ["B", "A"]), ("Grantodawca", ["F"])]


@pytest.mark.django_db
def test_logos_are_scaled_to_one_height_and_described_in_the_language():
    image = wagtail_factories.ImageFactory(file__width=800, file__height=200)
    project = ProjectFactory(
        logo=image, logo_alt="Dwie dłonie", logo_alt_en="Two hands"
    )
    ProjectRoleFactory(project=project, logo=image, logo_alt="Tylko po polsku")
    ProjectRoleFactory(project=project)

    with translation.override("en"):
        first, second = read_credits(project).logos

    assert (first.alt, second.alt) == ("Two hands", "Tylko po polsku")
    assert (first.width, first.height) == (4 * LOGO_HEIGHT, LOGO_HEIGHT)
    assert first.url == second.url


@pytest.mark.django_db
def test_logo_that_was_deleted_leaves_the_credits_whole():
    image = wagtail_factories.ImageFactory()
    project = ProjectFactory(logo=image, logo_alt="Logo")
    image.delete()
    project.refresh_from_db()

    assert list(read_credits(project).logos) == []


@pytest.mark.django_db
def test_project_speaks_the_language_of_the_page():
    project = ProjectFactory(
        name="Laboratorium", name_en="Laboratory", funding_note="Ze środków funduszu."
    )

    with translation.override("en"):
        found = read_credits(project)

    assert found.name == "Laboratory"
    assert found.funding_note == "Ze środków funduszu."


@pytest.mark.django_db
def test_logo_whose_file_is_lost_leaves_the_credits_whole():
    lost, kept = wagtail_factories.ImageFactory.create_batch(2)
    project = ProjectFactory(logo=lost, logo_alt="Zgubione")
    ProjectRoleFactory(project=project, logo=kept, logo_alt="Zachowane")
    lost.file.storage.delete(lost.file.name)

    assert [logo.alt for logo in read_credits(project).logos] == ["Zachowane"]
