"""What is sent under a name that nothing would keep is refused, and nothing is kept."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents import get_document_model
from wagtail.models import Page

from snippets.models import Place
from tests.factories.pages import City

from .asking import API, codes, token_of

pytestmark = pytest.mark.django_db

PLACE = {"meta": {"type": "snippets.Place"}, "name": "Ratusz"}
HEADING = {"type": "heading", "value": {"text": "Nagłówek"}}


@pytest.fixture
def page():
    return City().plain(published=True, title="Dawny")


@pytest.fixture
def send(client, django_user_model):
    """Return a function that writes as somebody who may do everything."""
    key = token_of(django_user_model.objects.create_superuser("all"))
    headers = {"authorization": f"Bearer {key}"}

    def write(method, path, data, kind="application/json"):
        body = json.dumps(data) if kind == "application/json" else data
        options = {} if kind is None else {"content_type": kind}
        return getattr(client, method)(
            f"{API}/{path}", body, headers=headers, **options
        )

    return write


def refused(response):
    assert response.status_code == 422, response.content[:500]
    return codes(response.json())


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"titel": "Nowy"}, ["titel"]),
        ({"id": 1}, ["id"]),
        ({"meta": {"slug": "nowy"}}, ["meta", "slug"]),
        ({"body": [{**HEADING, "values": 1}]}, ["body", 0, "values"]),
        (
            {"body": [{**HEADING, "value": {**HEADING["value"], "size": 1}}]},
            ["body", 0, "value", "size"],
        ),
    ],
)
def test_change_of_a_page(page, send, data, place):
    response = send("patch", f"pages/{page.pk}/", {"title": "Nowy", **data})

    assert refused(response) == [("extra_forbidden", "body", *place)]
    page.refresh_from_db()
    assert page.title == "Dawny"


def test_new_page(page, send):
    meta = {"type": "participation_base.ContentPage", "parent_id": page.get_parent().pk}
    before = Page.objects.count()

    response = send("post", "pages/", {"meta": meta, "title": "Nowa", "autor": "x"})

    assert refused(response) == [("extra_forbidden", "body", "autor")]
    assert Page.objects.count() == before
    named = send("post", "pages/", {"meta": meta, "title": "Nowa"})
    assert named.status_code == 201, named.content


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("actions/copy/", {"recursive": False}),
        ("actions/move/", {"destination_id": 1}),
        ("actions/revert/", {"revision_id": 1}),
        ("actions/unpublish/", {"recursive": False}),
        ("actions/create_alias/", {"slug": "inna"}),
        ("actions/copy_for_translation/", {"locale": "uk"}),
    ],
)
def test_actions_with_pages(page, send, path, data):
    response = send("post", f"pages/{page.pk}/{path}", {**data, "odd": True})

    assert refused(response) == [("extra_forbidden", "body", "odd")]


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("snippets/snippets.Place/", PLACE),
        ("redirects/", {"old_path": "/dawne/", "redirect_link": "/nowe/"}),
        ("sites/", {"hostname": "inna.example", "root_page_id": 1}),
    ],
)
def test_other_things(page, send, path, data):
    response = send("post", path, {**data, "odd": 1})

    assert refused(response) == [("extra_forbidden", "body", "odd")]


def test_what_is_named_rightly_is_kept(page, send):
    assert send("post", "snippets/snippets.Place/", PLACE).status_code == 201
    changed = send(
        "patch", f"pages/{page.pk}/", {"title": "Nowy", "meta": {"action": "publish"}}
    )

    assert Place.objects.get().name == "Ratusz"
    assert changed.status_code == 200, changed.content
    page.refresh_from_db()
    assert page.title == "Nowy"


@pytest.mark.parametrize(
    ("parts", "status"), [({}, 201), ({"tytul": "x"}, 422), ({"plik": None}, 422)]
)
def test_parts_of_a_form(page, send, parts, status):
    parts = {
        name: value or SimpleUploadedFile("b.txt", b"b")
        for name, value in parts.items()
    }
    file = SimpleUploadedFile("a.txt", b"a")

    response = send(
        "post", "documents/", {"title": "Plik", "file": file, **parts}, kind=None
    )

    assert response.status_code == status, response.content
    assert get_document_model().objects.count() == (status == 201)
    if parts:
        assert refused(response) == [("extra_forbidden", "body", *parts)]


def test_nothing_is_said_of_a_form_to_who_may_not_send_it(client):
    response = client.post(f"{API}/documents/", {"title": "Plik", "odd": "x"})

    assert response.status_code == 401


def test_messages_are_in_the_readers_language(client, page, send):
    response = send("patch", f"pages/{page.pk}/", {"titel": "Nowy"})

    assert response.json()["errors"][0]["msg"] == "Nie ma tu takiego pola."
