from xml.etree import ElementTree

from django.test import TestCase

from tests.factories.pages import City, ContentPageFactory, mirror, translate
from tests.factories.snippets import OrganisationFactory

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class TestSitemap(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def addresses(self):
        response = self.client.get("/sitemap.xml")
        assert response.status_code == 200
        root = ElementTree.fromstring(response.content)  # noqa: S314 - our own map
        found = [element.text for element in root.iter(f"{NAMESPACE}loc")]
        assert len(found) == len(set(found))
        return {"/" + url.split("/", 3)[3] for url in found}

    def test_pages_of_all_languages_are_listed(self):
        meeting = self.city.meeting()
        english = translate(meeting, "en", title="Workshop")

        assert self.addresses() == {
            "/pl/",
            "/pl/spotkania/",
            meeting.url,
            "/en/",
            english.get_parent().url,
            english.url,
        }

    def test_organisations_are_listed_in_every_language(self):
        organisation = OrganisationFactory()
        OrganisationFactory(struck_off=True)

        listed = {url for url in self.addresses() if "organisations" in url}

        slug = organisation.slug
        assert listed == {
            f"/{code}/organisations/{slug}/" for code in ("pl", "en", "uk", "be")
        }

    def test_pages_that_are_not_for_everybody_are_left_out(self):
        before = self.addresses()
        self.city.plain(unpublished=True)
        private = self.city.plain(restricted=True)
        ContentPageFactory(parent=private)

        assert self.addresses() == before

    def test_pages_that_only_mirror_another_language_are_left_out(self):
        page = self.city.plain()
        before = self.addresses()
        mirror(page, "en")

        assert self.addresses() == before

    def test_every_address_listed_can_be_read(self):
        translate(self.city.meeting(), "en", title="Workshop")
        OrganisationFactory()

        for address in self.addresses():
            assert self.client.get(address).status_code == 200, address
