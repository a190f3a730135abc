"""Who makes versions and moves their status on, by GET and by POST."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission

from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from tests.factories.pages import City, ProgrammePageFactory
from tests.pages.programmes.closed import consulted, staff

pytestmark = pytest.mark.django_db
SENT = {
    "draft_status": {"status": "superseded"},
    "draft_next": {"number": "9", "date": "2013-09-01", "label": ""},
    "draft_next_year": {},
}
EDITORS = {"draft_next", "draft_next_year"}
# Of whom what is open; the others get the answer beside it.
MAY = {
    "admin": (set(SENT), 200),
    "Wydawca": (set(SENT), 200),
    "Redakcja": (EDITORS, 302),
    "Tłumacze": (set(), 404),
    "visitor": (set(), 302),
    "nobody": (set(), 302),
}


@pytest.fixture
def draft():
    return consulted(City(), status="adopted")


def client_of(who):
    client = Client()
    users = get_user_model().objects
    if who == "admin":
        client.force_login(users.create_superuser("admin"))
    elif who == "visitor":
        client.force_login(users.create_user("visitor"))
    elif who != "nobody":
        client.force_login(staff(who.lower(), who))
    return client


def answer(response):
    """Return the status; what is not found is looked for once more below /pl/."""
    if response.status_code == 302 and response["Location"].startswith("/pl/"):
        response = response.client.get(response["Location"])
    return response.status_code


def state():
    """Return all that the views change."""
    drafts = ProgrammeDraftPage.objects.order_by("pk").values_list("pk", "status")
    return list(drafts), ProgrammePage.objects.count()


@pytest.mark.parametrize("name", SENT)
@pytest.mark.parametrize("who", MAY)
def test_each_does_what_they_may_and_nothing_else(draft, who, name):
    client, (may, refusal) = client_of(who), MAY[who]
    address = reverse(name, args=[draft.pk])
    before = state()

    opened = answer(client.get(address))

    assert opened == (200 if name in may else refusal)
    assert state() == before

    sent = answer(client.post(address, SENT[name]))

    assert sent == (302 if name in may else refusal)
    assert (state() != before) == (name in may)


@pytest.mark.parametrize("name", SENT)
def test_version_of_pages_of_others_is_not_found(draft, name):
    """Whoever may do all to one programme has nothing to do with another."""
    own = ProgrammePageFactory(parent=draft.get_parent().get_parent(), year=2020)
    group = Group.objects.create(name="Jeden program")
    access = Permission.objects.get(codename="access_admin")
    group.permissions.add(access)
    for action in ("add", "change", "publish"):
        right = Permission.objects.get(
            codename=f"{action}_page", content_type__app_label="wagtailcore"
        )
        GroupPagePermission.objects.create(group=group, page=own, permission=right)
    client, before = client_of("visitor"), state()
    get_user_model().objects.get().groups.add(group)
    address = reverse(name, args=[draft.pk])

    assert answer(client.get(address)) == 404
    assert answer(client.post(address, SENT[name])) == 404
    assert state() == before


@pytest.mark.parametrize("name", SENT)
def test_what_is_no_version_is_not_found(draft, name):
    client = client_of("admin")
    for pk in (draft.get_parent().pk, 10**6):
        assert answer(client.get(reverse(name, args=[pk]))) == 404


@pytest.mark.parametrize("name", SENT)
def test_other_methods_change_nothing(draft, name):
    client, before = client_of("admin"), state()
    for method in (client.put, client.patch, client.delete):
        assert method(reverse(name, args=[draft.pk])).status_code == 405
    assert state() == before
