from django.test import TestCase

from tests.factories.pages import City, translate


class TestLanguageRedirect(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        translate(cls.city.home, "en", title="Together we write", slug="home")

    def leads_to(self, languages="", **cookies):
        self.client.cookies.load(cookies)
        response = self.client.get("/", headers={"accept-language": languages})
        assert response.status_code == 302
        assert {name.strip() for name in response["Vary"].split(",")} == {
            "Accept-Language",
            "Cookie",
        }
        return response["Location"]

    def test_visitor_is_led_to_the_language_asked_for(self):
        for asked, code in (
            ("en", "en"),
            ("en-GB,en;q=0.9,pl;q=0.8", "en"),
            ("pl-PL,pl;q=0.9", "pl"),
            ("de,en;q=0.5", "en"),
        ):
            assert self.leads_to(asked) == f"/{code}/", asked

    def test_visitor_is_led_to_polish_when_nothing_better_is_known(self):
        for asked in ("", "de", "*", "nonsense;q=abc", "x" * 2000, "\x00"):
            assert self.leads_to(asked) == "/pl/", asked

    def test_language_without_a_home_page_is_not_led_to(self):
        assert self.leads_to("uk") == "/pl/"

    def test_language_whose_home_is_unpublished_is_not_led_to(self):
        translate(self.city.home, "be", slug="be").unpublish()

        assert self.leads_to("be") == "/pl/"

    def test_nothing_can_be_posted(self):
        assert self.client.post("/").status_code == 405


class TestRobots(TestCase):
    def test_robots_are_kept_out_of_the_admin_and_shown_the_sitemap(self):
        response = self.client.get("/robots.txt")

        assert response["Content-Type"] == "text/plain; charset=utf-8"
        lines = response.content.decode().splitlines()
        assert lines == [
            "User-agent: *",
            "Disallow: /admin/",
            "Sitemap: http://testserver/sitemap.xml",
        ]
