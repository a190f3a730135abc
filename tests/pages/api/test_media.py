"""Pictures and files of the library, as Wagtail's own resources tell them."""

import pytest
import wagtail_factories

from tests.factories.pages import City
from tests.pages.api.asking import ask, token_of
from tests.pages.programmes.closed import staff

pytestmark = pytest.mark.django_db

KINDS = {
    "images": (wagtail_factories.ImageFactory, "/media/original_images/"),
    "documents": (wagtail_factories.DocumentFactory, "/documents/"),
}


@pytest.fixture(params=KINDS)
def kind(request):
    return request.param


@pytest.fixture
def row(kind):
    City()
    make, _path = KINDS[kind]
    return make(**{"file__filename": "plan.pdf"} if kind == "documents" else {})


def test_a_file_is_fetched_from_the_site_whatever_host_the_api_has(
    client, settings, kind, row
):
    settings.WAGTAILAPI_BASE_URL = "https://api.example"
    told = ask(client, f"/{kind}/{row.pk}/")
    host = told["meta"]["download_url"].split(KINDS[kind][1])[0]

    assert host == ask(client, "/site/")["url"]
    assert told["meta"]["detail_url"].startswith("https://api.example/")
    listed = ask(client, f"/{kind}/")["items"]
    assert [one["meta"] for one in listed if one["id"] == row.pk] == [told["meta"]]


def test_what_was_renamed_is_told_with_its_whole_address_too(client, kind, row):
    keeper = staff("opiekun")
    keeper.is_superuser = True
    keeper.save()
    answer = client.patch(
        f"/api/v3/{kind}/{row.pk}/",
        {"title": "Nowy tytuł"},
        content_type="application/json",
        headers={"authorization": f"Bearer {token_of(keeper)}"},
    )

    assert answer.status_code == 200
    told = ask(client, f"/{kind}/{row.pk}/")
    assert answer.json()["meta"]["download_url"] == told["meta"]["download_url"]


def test_the_key_of_a_file_is_never_in_doubt(client, kind):
    schemas = client.get("/api/v3/openapi.json").json()["components"]["schemas"]
    name = {"images": "ImageSchema", "documents": "DocumentSchema"}[kind]

    assert schemas[name]["properties"]["id"] == {"type": "integer"}
