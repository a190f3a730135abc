"""The search in the menu of the admin."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.menu import admin_menu, settings_menu

pytestmark = pytest.mark.django_db
ADDRESSES = [
    "wagtailsnippets_participation_search_synonym:list",
    "wagtailsearchpromotions:index",
    "missed_queries:index",
    "unread_files:index",
]


@pytest.fixture
def request_of(rf):
    def make(group):
        users = get_user_model().objects
        request = rf.get("/admin/")
        if group == "admin":
            request.user = users.create_superuser(group)
        else:
            request.user = users.create_user(group)
            request.user.groups.add(Group.objects.get(name=group))
        return request

    return make


def entries(request):
    """Return where the entries of the search lead, in the order of the menu."""
    for item in admin_menu.menu_items_for_request(request):
        if item.name == "search-group":
            found = item.menu.menu_items_for_request(request)
            return [entry.url for entry in sorted(found, key=lambda one: one.order)]
    return []


@pytest.mark.parametrize("group", ["Redakcja", "Wydawca", "admin"])
def test_all_about_the_search_is_in_one_place(request_of, group):
    assert entries(request_of(group)) == [reverse(name) for name in ADDRESSES]


@pytest.mark.parametrize("group", ["Tłumacze", "Jednostki"])
def test_who_does_nothing_for_the_search_has_no_such_menu(request_of, group):
    assert entries(request_of(group)) == []


def test_promoted_results_are_no_longer_among_the_settings(request_of):
    items = settings_menu.menu_items_for_request(request_of("admin"))

    urls = [item.url for item in items]
    assert reverse("wagtailsearchpromotions:index") not in urls
    assert reverse("wagtailsites:index") in urls
