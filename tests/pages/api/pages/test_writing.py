"""What may not be written, and is refused before Wagtail fails at it."""

import json

import pytest

from tests.factories.pages import City, mirror
from tests.pages.api.asking import API, ask, codes, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def send(client, django_user_model):
    """Return a function that writes as somebody who may do everything."""
    key = token_of(django_user_model.objects.create_superuser("all"))

    def write(path, status, method="post", **data):
        response = getattr(client, method)(
            f"{API}/pages/{path}",
            json.dumps(data),
            content_type="application/json",
            headers={"authorization": f"Bearer {key}"},
        )
        assert response.status_code == status, response.content[:500]
        return response.json()

    return write


def test_page_that_mirrors_another_is_not_written(city, send):
    alias = mirror(city.plain(published=True, title="Jawny"), "uk")

    send(f"{alias.pk}/", 403, method="patch", title="Inny")
    send(f"{alias.pk}/actions/publish/", 403)

    alias.refresh_from_db()
    assert (alias.title, alias.latest_revision_id) == ("Jawny", None)
    send(f"{alias.pk}/actions/convert_alias/", 200)
    send(f"{alias.pk}/", 200, method="patch", title="Inny")


def test_page_is_not_translated_twice(city, send):
    page = city.plain(published=True)
    mirror(page, "uk")
    path = f"{page.pk}/actions/copy_for_translation/"

    problem = send(path, 422, locale="uk")

    assert codes(problem) == [("translation_exists", "body", "locale")]
    assert page.get_translations().count() == 1


@pytest.mark.parametrize("position", [None, "left", "last-sibling"])
def test_page_is_not_moved_beside_the_root(city, send, position):
    page = city.plain(published=True)
    root = city.home.get_parent()
    place = {"position": position} if position else {}

    problem = send(f"{page.pk}/actions/move/", 422, destination_id=root.pk, **place)

    assert codes(problem) == [("position", "body", "position")]
    send(
        f"{page.pk}/actions/move/",
        200,
        destination_id=city.home.pk,
        position="last-child",
    )


@pytest.mark.parametrize("key", ["9" * 30, "", "x", "-1", "1e3"])
@pytest.mark.parametrize(
    "tag", ['<a linktype="page" id="{}">x</a>', '<embed embedtype="image" id="{}"/>']
)
def test_text_with_what_is_no_key_is_not_written(city, send, tag, key):
    page = city.plain(published=True)
    body = [{"type": "paragraph", "value": f"<p>{tag.format(key)}</p>"}]

    problem = send(f"{page.pk}/", 422, method="patch", body=body)

    assert codes(problem) == [("key", "body")]


def test_link_that_leads_to_nothing_is_written(city, send, client):
    page = city.plain(published=True)
    text = f'<p><a linktype="page" id="{"9" * 18}">x</a> id="x"</p>'

    body = [{"type": "paragraph", "value": text}]
    send(f"{page.pk}/", 200, method="patch", body=body)
    send(f"{page.pk}/actions/publish/", 200)

    [block] = ask(client, f"/pages/{page.pk}/")["body"]
    assert 'id="x"' in block["value"]
