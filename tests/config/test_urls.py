"""The addresses that others may rely on."""

import pytest
from django.test import TestCase
from django.urls import reverse
from django.utils import translation

from tests.factories.pages import City, translate

UID = "0b9f7a4e-6a0e-4f0e-9d3e-2f3f6f4b7a10"
CONTRACTS = [
    ("organisations", {}, "/{code}/organisations/"),
    ("organisation", {"slug": "fundacja"}, "/{code}/organisations/fundacja/"),
    ("clause", {"uid": UID}, "/{code}/clause/" + UID + "/"),
    ("feed", {"kind": "reports"}, "/{code}/feeds/reports/"),
    ("sitemap", {}, "/sitemap.xml"),
    ("wagtailadmin_home", {}, "/admin/"),
    ("wagtailapi_v3:list_pages", {}, "/api/v3/pages/"),
]


@pytest.mark.parametrize(("name", "values", "address"), CONTRACTS)
@pytest.mark.parametrize("code", ["pl", "en", "uk", "be"])
def test_address_is_as_promised(name, values, address, code):
    with translation.override(code):
        assert reverse(name, kwargs=values) == address.format(code=code)


class TestPrefixes(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.meeting = cls.city.meeting()

    def test_every_page_has_the_prefix_of_its_language(self):
        assert self.meeting.url.startswith("/pl/spotkania/")

    def test_page_is_not_served_without_its_prefix(self):
        bare = self.meeting.url.removeprefix("/pl")

        response = self.client.get(bare)

        assert response.status_code == 302
        assert response["Location"] == self.meeting.url

    def test_page_is_not_served_under_another_language(self):
        for code in ("en", "uk", "be"):
            translate(self.city.home, code, slug=f"home-{code}")
            address = self.meeting.url.replace("/pl/", f"/{code}/")
            response = self.client.get(address)

            assert response.status_code == 404, code

    def test_address_without_a_slash_leads_to_the_one_with_it(self):
        response = self.client.get(self.meeting.url.rstrip("/"))

        assert response.status_code == 301
        assert response["Location"] == self.meeting.url
