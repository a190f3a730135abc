"""What stands at an address."""

from urllib.parse import urlsplit

import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories.pages import City, mirror, translate
from tests.pages.api.asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def find(client, path, status=200):
    return ask(client, "/pages/find/", status=status, html_path=path)


def test_page_is_found_by_its_path_or_address(client, city):
    page = city.plain(published=True)

    for path in (page.url, page.url.rstrip("/"), page.full_url, f"{page.url}?a=b#c"):
        told = find(client, path)
        assert (told["kind"], told["page"]["id"]) == ("page", page.pk)
        assert told["url"] == page.full_url


def test_page_is_found_in_its_language_only(client, city):
    page = city.plain(published=True, slug="o-nas")
    english = translate(page, "en", slug="about")

    assert find(client, "/en/about/")["page"]["id"] == english.pk
    find(client, "/pl/about/", 404)


def test_alias_names_what_it_mirrors(client, city):
    page = city.plain(published=True)

    told = find(client, mirror(page, "uk").url)

    assert (told["kind"], told["source"]["id"]) == ("alias", page.pk)


def test_redirect_tells_where_it_leads(client, city):
    page = city.plain(published=True)
    Redirect.objects.create(old_path="/dawny", redirect_page=page, is_permanent=True)

    told = find(client, "/dawny/")

    assert (told["kind"], told["is_permanent"]) == ("redirect", True)
    assert told["page"]["id"] == page.pk


def test_redirect_of_a_query_is_found_as_it_is_followed(client, city):
    page, other = city.plain(published=True), city.plain(published=True)
    Redirect.objects.create(old_path="/dawny", redirect_page=other)
    Redirect.objects.create(old_path="/dawny?id=7", redirect_page=page)

    for path, target in (("/dawny/?id=7", page), ("/dawny?id=8", other)):
        assert find(client, path)["page"]["id"] == target.pk
        assert client.get(path)["Location"] == target.url


def test_redirect_that_leads_nowhere_is_none(client, city):
    Redirect.objects.create(old_path="/dawny", redirect_link="")

    find(client, "/dawny/", 404)


def test_redirect_to_what_is_not_public_is_none(client, city):
    page = city.plain(live=False)
    Redirect.objects.create(old_path="/dawny", redirect_page=page)

    find(client, "/dawny/", 404)


def test_nearest_pages_are_named_where_nothing_stands(client, city):
    page = city.plain(published=True, slug="o-nas")

    problem = find(client, f"{page.url}gone/deeper/", 404)

    assert [link["id"] for link in problem["nearest"]] == [page.pk, city.home.pk]


@pytest.mark.parametrize(
    "path",
    [
        *("/", "//", "/pl//", "/xx/", "/pl/" + "a/" * 500, "/pl/%2e%2e/", "http://["),
        *("%00", "/pl/%00/", "/pl/%ed%a0%80/"),
    ],
)
def test_odd_path_is_no_fault_of_ours(client, city, path):
    response = client.get("/api/v3/pages/find/", {"html_path": path})

    assert response.status_code in {200, 404, 422}


def test_page_behind_a_password_is_not_found(client, city):
    page = city.plain(published=True, restricted=True)

    problem = find(client, page.url, 404)

    assert page.pk not in [link["id"] for link in problem["nearest"]]


@pytest.mark.parametrize(("path", "language"), [("/", "pl"), ("/o-nas/", "uk")])
def test_address_without_a_language_leads_to_that_of_the_reader(client, path, language):
    city = City()
    page = city.plain(published=True, slug="o-nas")
    pages = {"/": city.home, "/o-nas/": mirror(page, "uk")}

    headers = {"accept-language": language}
    told = ask(client, "/pages/find/", headers=headers, html_path=path)

    assert (told["kind"], told["is_permanent"]) == ("redirect", False)
    assert told["page"]["id"] == pages[path].pk
    assert urlsplit(told["url"]).path.startswith(f"/{language}/")


def test_nothing_is_led_to_in_another_language(client):
    City().plain(published=True, slug="o-nas")
    headers = {"accept-language": "be"}

    for path in ("/o-nas/", "/be/o-nas/", "/nie-ma/"):
        ask(client, "/pages/find/", status=404, headers=headers, html_path=path)
