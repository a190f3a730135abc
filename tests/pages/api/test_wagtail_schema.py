"""What each type has is told to anybody."""

import pytest
from django.urls import reverse

from tests.factories.pages import City

from .asking import API, ask

pytestmark = pytest.mark.django_db

CONTENT = "participation_base.ContentPage"


@pytest.mark.parametrize(
    ("language", "label"), [("pl", "strona z treścią"), ("en", "content page")]
)
def test_types_are_named_in_the_readers_language(client, language, label):
    City()
    response = client.get(f"{API}/schema/", headers={"accept-language": language})

    labels = {one["name"]: one["label"] for one in response.json()["types"]}
    assert labels[CONTENT] == label
    assert "snippets.Organisation" in labels


def test_schemas_of_a_type_close_what_is_sent(client):
    City()
    told = ask(client, f"/schema/{CONTENT}/")

    assert "body" in told["read"]["properties"]
    assert told["create"]["additionalProperties"] is False
    assert told["patch"]["additionalProperties"] is False
    assert "required" not in told["patch"]


def test_what_cannot_be_written_is_null(client):
    City()
    told = ask(client, "/schema/wagtailcore.Page/")

    assert told["read"]["properties"]
    assert (told["create"], told["patch"]) == (None, None)


@pytest.mark.parametrize("name", ["none.None", "x", "wagtailcore.Site", "auth.User"])
def test_unknown_type(client, name):
    City()
    problem = ask(client, f"/schema/{name}/", status=404)

    assert problem["detail"]


def test_told_without_a_query(client, django_assert_num_queries):
    City()
    ask(client, f"/schema/{CONTENT}/")
    path = reverse("wagtailapi_v3:get_schema_for_type", args=[CONTENT])

    with django_assert_num_queries(0):
        client.get(path)
