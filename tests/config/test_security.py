"""The Content-Security-Policy that browsers are sent."""

from django.test import TestCase
from wagtail.test.utils import WagtailTestUtils

from tests.factories.pages import City

STRICT = {
    "default-src": {"'none'"},
    "script-src": {"'self'"},
    "style-src": {"'self'"},
    "img-src": {"'self'", "data:"},
    "font-src": {"'self'"},
    "connect-src": {"'self'"},
    "form-action": {"'self'"},
    "base-uri": {"'none'"},
    "frame-ancestors": {"'self'"},
}


class TestPolicy(WagtailTestUtils, TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.meeting()

    def policy(self, address):
        header = self.client.get(address)["Content-Security-Policy"]
        parts = [part.split() for part in header.split(";")]
        return {name: set(values) for name, *values in parts}

    def test_policy_is_strict_on_every_public_address(self):
        for address in (
            "/",
            "/pl/",
            self.page.url,
            f"{self.page.url}meeting.ics",
            "/pl/organisations/",
            "/pl/feeds/reports/",
            "/pl/nie-ma/",
            "/sitemap.xml",
            "/robots.txt",
            "/api/v3/pages/",
            "/pl/admin/",
            "/administracja/",
        ):
            assert self.policy(address) == STRICT, address

    def test_policy_is_strict_for_staff_who_read_public_pages(self):
        self.login()

        assert self.policy(self.page.url) == STRICT

    def test_policy_lets_the_admin_work_and_no_more(self):
        self.login()

        policy = self.policy("/admin/")

        assert policy["script-src"] == {"'self'", "'unsafe-inline'"}
        assert policy["style-src"] == {"'self'", "'unsafe-inline'"}
        assert policy["default-src"] == {"'none'"}
        assert policy["form-action"] == policy["connect-src"] == {"'self'"}
        hosts = {value for values in policy.values() for value in values}
        assert not {value for value in hosts if "http" in value or "*" in value}

    def test_other_headers_guard_the_reader(self):
        response = self.client.get("/pl/")

        assert response["X-Content-Type-Options"] == "nosniff"
        assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert response["X-Frame-Options"] == "SAMEORIGIN"
        assert response["Cross-Origin-Opener-Policy"] == "same-origin"

    def test_reading_leaves_no_cookie(self):
        for address in ("/", "/pl/", self.page.url, "/pl/organisations/?q=a"):
            assert not self.client.get(address).cookies, address
