"""The index of feeds names those that are served."""

import pytest
from django.conf import settings

from tests.factories.pages import City

from .asking import ask

pytestmark = pytest.mark.django_db

PATH = "/feeds/"


def test_every_feed_is_there_in_every_language(client):
    City()

    items = ask(client, PATH)["items"]

    codes = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    assert {(one["kind"], one["locale"]) for one in items} == {
        (kind, code) for kind in ("comments", "reports") for code in codes
    }
    for one in items:
        response = client.get(one["url"])
        assert response.status_code == 200
        assert response["Content-Type"].startswith(one["media_type"])
        content = response.content.decode()
        assert f"<title>{one['title']}</title>" in content
        assert one["subtitle"] in content


def test_feeds_of_one_language_are_asked_for(client):
    items = ask(client, PATH, locale="uk")["items"]

    assert {one["locale"] for one in items} == {"uk"}
    assert len(items) == 2


@pytest.mark.parametrize("query", ["locale=xx", "locale=", "kind=reports"])
def test_wrong_parameters_are_refused(client, query):
    ask(client, f"{PATH}?{query}", status=422)
