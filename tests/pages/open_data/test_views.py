"""The page about the data, and the files at addresses that stay."""

import pytest
from django.utils import translation

from pages.open_data.datasets import DATASETS
from pages.open_data.publishing import file_names, publish
from tests.factories.pages import City
from tests.factories.snippets import OrganisationFactory
from tests.pages.measure import MOST_QUERIES, count_queries

pytestmark = pytest.mark.django_db
TYPES = {
    "organisations.csv": "text/csv; charset=utf-8; header=present",
    "organisations.json": "application/json",
    "catalog.jsonld": "application/ld+json",
    "catalog.ttl": "text/turtle; charset=utf-8",
    "dictionary.pl.html": "text/html; charset=utf-8",
    "SHA256SUMS": "text/plain; charset=utf-8",
}


@pytest.mark.parametrize(("name", "kind"), TYPES.items())
def test_files_are_served_to_pages_of_any_site(client, folder, name, kind):
    publish(folder)
    response = client.get(f"/open-data/{name}")

    assert response.getvalue() == (folder / name).read_bytes()
    assert response.headers["Content-Type"] == kind
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_file_that_is_known_is_not_sent_again(client, folder):
    publish(folder)
    url = "/open-data/catalog.ttl"
    first = client.get(url).headers

    for asked in (
        {"if-none-match": first["ETag"]},
        {"if-modified-since": first["Last-Modified"]},
    ):
        response = client.get(url, headers=asked)
        assert response.status_code == 304
        assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(url, headers={"if-none-match": '"other"'}).status_code == 200


def test_changed_file_has_another_tag(client, folder):
    publish(folder)
    url = "/open-data/organisations.csv"
    before = client.head(url).headers["ETag"]
    OrganisationFactory()
    publish(folder)

    assert client.head(url).headers["ETag"] != before


@pytest.mark.parametrize("name", ["nothing.csv", ".lock", "..%2Fdb", "catalog.ttl%00"])
def test_other_names_are_not_found(client, folder, name):
    publish(folder)
    (folder.parent / "db").write_text("secret")

    assert client.get(f"/open-data/{name}").status_code == 404


def test_files_are_not_found_before_they_are_written(client, folder, settings):
    assert client.get("/open-data/comments.csv").status_code == 404
    settings.PARTICIPATION_OPEN_DATA = {}
    assert client.get("/open-data/comments.csv").status_code == 404


def test_nobody_writes_and_every_page_may_ask_first(client, folder):
    assert client.post("/open-data/comments.csv").status_code == 405
    response = client.options("/open-data/comments.csv")
    assert response.status_code == 204
    assert "GET" in response.headers["Access-Control-Allow-Methods"]


def test_address_of_the_folder_leads_to_the_page_of_the_language(client, folder):
    for code in ("pl", "be"):
        response = client.get("/open-data/", headers={"accept-language": code})
        assert response.url == f"/{code}/open-data/"
        assert "Accept-Language" in response.headers["Vary"]


def test_page_lists_every_file_with_its_dictionary_and_terms(client, folder):
    City()
    publish(folder)
    content = client.get("/pl/open-data/").content.decode()

    for name in file_names():
        if not name.startswith("dictionary"):
            assert f'href="/open-data/{name}"' in content, name
    for dataset in DATASETS.values():
        assert f'id="{dataset.name}"' in content
        for column in dataset.columns:
            assert f"<code>{column.name}</code>" in content
    assert 'rel="license"' in content
    assert "Urząd Miejski" in content


def test_page_says_that_there_are_no_files_yet(client, folder):
    City()
    response = client.get("/pl/open-data/")

    assert response.context["listing"].is_empty
    assert "/open-data/comments.csv" not in response.content.decode()


def test_footer_leads_to_the_page(client, folder):
    City()

    assert 'href="/pl/open-data/"' in client.get("/pl/").content.decode()


def test_page_costs_as_many_queries_with_files_as_without(client, folder):
    City()
    without = count_queries(client, "/pl/open-data/")
    OrganisationFactory.create_batch(5)
    publish(folder)

    assert count_queries(client, "/pl/open-data/") == without <= MOST_QUERIES


def test_files_do_not_depend_on_the_language_of_who_writes_them(folder):
    publish(folder)
    with translation.override("be"):
        assert publish(folder).changed == []
