"""What a reader sees when a page is missing or the site is broken."""

import pytest
from django.template.loader import get_template
from django.test import Client, TestCase, override_settings
from django.urls import path

from config import urls
from tests.factories.pages import City, translate
from tests.pages.markup import OWN_SCRIPT, PublicPage, words

UNUSUAL = f"script:not([src='{OWN_SCRIPT}']), style, [style]"
MESSAGES = {"pl": "Nie ma takiej strony", "en": "Page not found"}


def broken(request):
    raise RuntimeError("A page that is broken on purpose")


urlpatterns = [path("broken/", broken), *urls.urlpatterns]


class TestMissingPage(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        translate(cls.city.meetings, "en", title="Meetings", slug="meetings")

    def missing(self, address):
        response = self.client.get(address)
        assert response.status_code == 404
        return PublicPage(response.content.decode())

    def test_page_says_so_in_the_language_of_the_address(self):
        for code, message in MESSAGES.items():
            page = self.missing(f"/{code}/nie-ma/")

            assert page.soup.html["lang"] == code
            assert words(page.soup.h1) == message
            assert message in page.soup.title.text

    def test_page_has_the_navigation_of_that_language(self):
        for code, name in (("pl", "Spotkania"), ("en", "Meetings")):
            page = self.missing(f"/{code}/organisations/nie-ma/")

            assert name in words(page.soup.select_one(".main-nav"))
            assert name in page.main
            assert page.soup.select_one(".skip")["href"] == "#content"

    def test_page_claims_no_address_and_loads_nothing_unusual(self):
        page = self.missing("/pl/nie-ma/")

        assert page.meta("robots") == "noindex"
        assert not page.soup.select('link[rel="canonical"], meta[property]')
        assert not page.soup.select(UNUSUAL)

    def test_missing_page_under_an_unknown_language_is_missing(self):
        for address in ("/de/", "/xx/nie-ma/"):
            response = self.client.get(address, follow=True)

            assert response.status_code == 404

    def test_address_without_a_language_leads_to_the_visitors(self):
        for code in ("pl", "en"):
            response = self.client.get(
                "/organisations/", headers={"accept-language": code}
            )

            assert response.status_code == 302
            assert response["Location"] == f"/{code}/organisations/"


class TestRefusedForm(TestCase):
    def test_form_without_its_cookie_is_refused_in_the_language_of_the_address(self):
        city = City()
        translate(city.home, "en", slug="home")
        client = Client(enforce_csrf_checks=True)
        for code in ("pl", "en"):
            response = client.post(f"/{code}/organisations/", {"q": "x"})

            page = PublicPage(response.content.decode())
            assert response.status_code == 403
            assert page.soup.html["lang"] == code
            assert page.soup.select_one(".main-nav a")
            assert page.meta("robots") == "noindex"
            assert not page.soup.select(UNUSUAL)


@override_settings(ROOT_URLCONF=__name__)
class TestBrokenPage(TestCase):
    def test_reader_is_told_in_both_languages_without_the_database(self):
        client = Client(raise_request_exception=False)

        with self.assertNumQueries(0):
            response = client.get("/broken/")

        assert response.status_code == 500
        self.assertContains(
            response, "Coś się zepsuło po naszej stronie", status_code=500
        )
        self.assertContains(response, "Something broke on our side", status_code=500)
        self.assertNotContains(response, "on purpose", status_code=500)
        assert "'unsafe-inline'" not in response["Content-Security-Policy"]


def test_page_of_a_broken_site_needs_no_context():
    page = PublicPage(get_template("500.html").render())

    assert page.soup.html["lang"] == "pl"
    assert len(page.soup("h1")) == 1
    assert not page.soup.select("script, style, [style]")
    assert page.soup.select_one("div[lang=en] h2")


@pytest.mark.parametrize("name", ["403_csrf.html", "404.html", "500.html"])
def test_page_of_an_error_is_our_own(name):
    assert "pages/base/templates" in get_template(name).origin.name
