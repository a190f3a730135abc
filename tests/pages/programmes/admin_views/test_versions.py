"""Staff make versions and move their status on in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from tests.factories.clauses import clause
from tests.factories.pages import City, translate
from tests.pages.programmes.closed import body, consulted, staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def signed_in(group="Wydawca"):
    client = Client()
    client.force_login(staff(group.lower(), group))
    return client


def address(name, page):
    return reverse(name, args=[page.pk])


def said(response):
    return " ".join(str(message) for message in response.context["messages"])


def header_of(client, draft):
    return client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).text


FORM = {"number": "4", "date": "2013-09-01", "label": "po spotkaniu"}


def test_next_version_is_proposed_and_made(city):
    base = consulted(city)
    client = signed_in("Redakcja")

    form = client.get(address("draft_next", base)).context["form"]
    assert form["number"].value() == 4

    response = client.post(address("draft_next", base), FORM, follow=True)

    made = ProgrammeDraftPage.objects.get(number=4)
    assert response.redirect_chain[-1][0] == reverse(
        "wagtailadmin_pages:edit", args=[made.pk]
    )
    assert (made.label, made.based_on, made.live) == ("po spotkaniu", base, False)
    assert made.latest_revision.user.username == "redakcja"
    entry = PageLogEntry.objects.get(action="programmes.make_version")
    assert "Wersja 3" in entry.message


def test_number_that_is_taken_is_refused(city):
    base = consulted(city)

    response = signed_in().post(address("draft_next", base), FORM | {"number": "3"})

    assert set(response.context["form"].errors) == {"number"}
    assert ProgrammeDraftPage.objects.count() == 1


def test_making_needs_the_right_to_add_below_the_programme(city):
    base = consulted(city)
    client = signed_in("Redakcja")
    GroupPagePermission.objects.filter(
        group__name="Redakcja", permission__codename="add_page"
    ).delete()

    assert client.post(address("draft_next", base), FORM).status_code == 302
    assert ProgrammeDraftPage.objects.count() == 1
    assert address("draft_next", base) not in header_of(client, base)


def test_next_year_begins_once(city):
    base = consulted(city, status="adopted")
    client = signed_in("Redakcja")
    assert address("draft_next_year", base) in header_of(client, base)
    assert client.get(address("draft_next_year", base)).status_code == 200

    client.post(address("draft_next_year", base))
    again = client.post(address("draft_next_year", base))

    assert ProgrammePage.objects.filter(year=city.programme.year + 1).count() == 1
    assert str(city.programme.year + 1) in str(again.context["form"].errors)


def test_next_year_begins_from_the_adopted_version_only(city):
    base = consulted(city)
    client = signed_in()

    assert client.post(address("draft_next_year", base)).status_code == 302
    assert ProgrammePage.objects.count() == 1
    assert address("draft_next_year", base) not in header_of(client, base)


def test_publisher_moves_the_status_on(city):
    draft = consulted(city)
    client = signed_in()
    assert address("draft_status", draft) in header_of(client, draft)
    page = client.get(address("draft_status", draft))
    choices = [value for value, _label in page.context["form"].fields["status"].choices]
    assert choices == ["final", "superseded"]

    response = client.post(
        address("draft_status", draft), {"status": "final"}, follow=True
    )

    assert "wersja ostateczna" in said(response).lower()
    draft.refresh_from_db()
    assert draft.status == "final"
    entry = PageLogEntry.objects.get(action="programmes.change_status")
    assert entry.user.username == "wydawca"
    assert "konsultacj" in entry.message


def test_status_does_not_leap(city):
    draft = consulted(city)

    response = signed_in().post(address("draft_status", draft), {"status": "adopted"})

    assert "status" in response.context["form"].errors
    draft.refresh_from_db()
    assert draft.status == "consulted"


def test_editor_does_not_move_the_status(city):
    draft = consulted(city)
    client = signed_in("Redakcja")

    response = client.post(address("draft_status", draft), {"status": "final"})

    assert response.status_code == 302
    draft.refresh_from_db()
    assert draft.status == "consulted"
    assert address("draft_status", draft) not in header_of(client, draft)


def test_open_version_has_no_such_form(city):
    draft = city.draft([clause()])
    client = signed_in()

    client.post(address("draft_status", draft), {"status": "final"})

    draft.refresh_from_db()
    assert draft.status == "working"
    assert address("draft_status", draft) not in header_of(client, draft)


def test_last_status_has_no_button(city):
    draft = consulted(city)
    client = signed_in()
    client.post(address("draft_status", draft), {"status": "superseded"})

    assert address("draft_status", draft) not in header_of(client, draft)
    assert client.get(address("draft_status", draft)).status_code == 200


def test_translations_have_no_such_views(city):
    english = translate(city.draft(body(), number=1), "en", title="Version 1")
    client = signed_in()

    for name in ("draft_next", "draft_next_year", "draft_status"):
        response = client.get(address(name, english), follow=True)
        assert response.status_code == 404
