"""The editor loads what its choosers show at once."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from tests.factories.pages import AttendanceFactory, City, FindingFactory
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.measure import count_queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("admin", "", "x"))
    return client


def test_editor_costs_the_same_however_many_rows_choose(editor):
    meeting = City().meeting(published=True)
    area = PriorityAreaFactory()

    def grow(number):
        for _ in range(number):
            AttendanceFactory(page=meeting)
            FindingFactory(page=meeting, area=area)
        meeting.refresh_from_db()
        meeting.save_revision().publish()
        return count_queries(
            editor, reverse("wagtailadmin_pages:edit", args=[meeting.pk])
        )

    assert grow(3) == grow(12)


def test_editor_shows_what_was_chosen(editor):
    meeting = City().meeting(published=True)
    names = [AttendanceFactory(page=meeting).organisation.name for _ in range(3)]
    meeting.refresh_from_db()
    meeting.save_revision()
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[meeting.pk]))
    for name in names:
        assert name in page.content.decode()
