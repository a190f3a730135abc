"""Drafts that a front end shows."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.conf import settings
from django.test import override_settings
from wagtail.models import Page

from pages.api.pages.previews import keep_draft
from pages.base.models import ContentPage
from tests.factories.pages import City, FindingFactory
from tests.pages.api.asking import API, ask, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def front_end():
    own = {"preview_url": "https://front.example/preview?token={token}"}
    with override_settings(PARTICIPATION_API={**settings.PARTICIPATION_API, **own}):
        yield


@pytest.mark.parametrize("kind", ["plain", "meeting", "draft", "task"])
def test_preview_leads_to_the_front_end(front_end, client, kind):
    page = getattr(City(), kind)(published=True, title="Jawny")
    page.title = "Na ekranie"

    response = page.make_preview_request()

    assert response.status_code == 302
    address = urlsplit(response["Location"])
    assert address.netloc == "front.example"
    (token,) = parse_qs(address.query)["token"]
    assert ask(client, "/preview/", token=token)["title"] == "Na ekranie"
    assert ask(client, f"/pages/{page.pk}/")["title"] == "Jawny"


def test_without_a_front_end_the_site_shows_the_draft(client):
    page = City().plain(published=True)

    assert page.make_preview_request().status_code == 200


def test_rows_that_were_not_saved_are_told(client):
    page = City().meeting(published=True)
    page.findings.add(FindingFactory.build(text="<p>Nowe</p>", page=page))

    told = ask(client, "/preview/", token=keep_draft(page))

    assert [finding["text"] for finding in told["findings"]] == ["<p>Nowe</p>"]


def test_page_that_was_never_saved_is_told(client):
    city = City()
    page = ContentPage(title="Nowa", slug="nowa", locale=city.home.locale)
    page.path = Page._get_children_path_interval(city.home.path)[1]
    page.depth = city.home.depth + 1
    page.set_url_path(city.home)

    told = ask(client, "/preview/", token=keep_draft(page), expand="parent")

    assert (told["id"], told["title"]) == (0, "Nowa")
    assert told["expanded"]["parent"]["id"] == city.home.pk


def test_draft_of_what_is_deleted_meanwhile_is_gone(client):
    task = City().task(published=True)
    token, area = keep_draft(task), task.area
    task.delete()
    area.delete()

    ask(client, "/preview/", status=404, token=token)


def test_draft_is_kept_by_nobody(client, admin_user):
    token = keep_draft(City().plain())

    for headers in ({}, {"authorization": f"Bearer {token_of(admin_user)}"}):
        response = client.get(f"{API}/preview/", {"token": token}, headers=headers)

        assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "x" * 600])
def test_wrong_token_opens_nothing(client, token):
    response = client.get(f"{API}/preview/", {"token": token})

    assert response.status_code in {404, 422}


def test_token_opens_a_draft_for_a_while_only(client):
    own = {**settings.PARTICIPATION_API, "preview_lasts": 0}
    with override_settings(PARTICIPATION_API=own):
        token = keep_draft(City().plain())
        ask(client, "/preview/", status=404, token=token)
