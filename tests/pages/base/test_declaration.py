"""The declaration of accessibility, with the ids that inspectors look for."""

from django.test import TestCase

from tests.factories.pages import City
from tests.pages.markup import PublicPage, words

REQUIRED = {
    "a11y-wstep",
    "a11y-podmiot",
    "a11y-url",
    "a11y-data-publikacja",
    "a11y-data-aktualizacja",
    "a11y-status",
    "a11y-data-sporzadzenie",
    "a11y-audytor",
    "a11y-kontakt",
    "a11y-osoba",
    "a11y-email",
    "a11y-procedura",
}
OPTIONAL = {"a11y-data-przeglad", "a11y-telefon", "a11y-architektura"}
VALUES = {
    "body_name": "Urząd Miejski",
    "url": "https://miasto.example.org/",
    "published": "2013-07-01",
    "updated": "2013-07-29",
    "status": "partial",
    "exceptions": "<p>Skany bez tekstu.</p>",
    "prepared": "2013-07-02",
    "reviewed": None,
    "assessor": "",
    "contact_name": "Biuro Kultury",
    "contact_email": "biuro@example.org",
    "contact_phone": "",
    "procedure": "<p>Każdy może wystąpić z żądaniem.</p>",
    "architecture": "",
}
STATUSES = {
    "full": "Strona internetowa jest zgodna z ustawą.",
    "partial": "Strona internetowa jest częściowo zgodna z ustawą",
    "none": "Strona internetowa jest niezgodna z ustawą",
}


class TestDeclaration(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def shown(self, **values):
        block = {"type": "declaration", "value": {**VALUES, **values}}
        page = self.city.plain(body=[block])
        return PublicPage.get(self.client, page.url)

    def ids(self, page):
        return {e["id"] for e in page.soup.select("[id^=a11y]")}

    def test_declaration_has_the_ids_of_the_law(self):
        page = self.shown()

        assert self.ids(page) == REQUIRED
        assert page.faults("pl") == []

    def test_parts_that_may_be_left_out_have_theirs(self):
        page = self.shown(
            reviewed="2014-03-31",
            contact_phone="85 000 00 00",
            architecture="<p>Winda.</p>",
        )

        assert self.ids(page) == REQUIRED | OPTIONAL
        assert page.soup.select_one("#a11y-data-przeglad")["datetime"] == "2014-03-31"

    def test_dates_are_for_people_and_for_machines(self):
        time = self.shown().soup.select_one("#a11y-data-publikacja")

        assert (time["datetime"], time.text) == ("2013-07-01", "1 lipca 2013")

    def test_compliance_is_said_in_a_sentence(self):
        for status, sentence in STATUSES.items():
            found = words(self.shown(status=status).soup.select_one("#a11y-status"))

            assert found.startswith(sentence), found

    def test_contact_can_be_written_to(self):
        link = self.shown().soup.select_one("#a11y-email")

        assert link["href"] == "mailto:biuro@example.org"
