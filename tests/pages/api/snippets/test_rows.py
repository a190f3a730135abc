"""Who reads which rows of a register of a host's own."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from pages.api.snippets import rows
from snippets.models import Project
from tests.factories.snippets import ProjectFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def anybody():
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    return request


def test_register_is_for_its_keepers_unless_it_says_otherwise(anybody):
    with pytest.raises(PermissionDenied):
        rows.readable(anybody, Project)


def test_register_says_which_rows_everybody_may_read(anybody, monkeypatch):
    shown, _other = ProjectFactory(name="A"), ProjectFactory(name="B")
    monkeypatch.setattr(rows, "_PUBLIC", {})

    rows.register(Project, lambda: Project.objects.filter(name="A"))

    assert rows.is_public(Project)
    assert list(rows.readable(anybody, Project)) == [shown]
