import datetime

from django.test import TestCase

from pages.frontpage.directory import ORGANISATIONS_ON_A_PAGE
from snippets.models import Sphere
from tests.factories.pages import (
    AttendanceFactory,
    City,
    FindingFactory,
    mirror,
    translate,
)
from tests.factories.snippets import (
    OrganisationAliasFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.markup import PublicPage, words

LIST = "/pl/organisations/"
NONSENSE = [
    {"q": "x" * 5000},
    {"q": "\x00"},
    {"q": "'\" OR 1=1 --"},
    {"q": "</script><script>alert(1)</script>"},
    {"sphere": "999"},
    {"sphere": "'"},
    {"form": "nieznana"},
    {"letter": "ab"},
    {"letter": "%"},
    {"letter": "\x00"},
    {"page": "abc"},
    {"page": "-1"},
    {"page": "999999999999999999999"},
    {"page": "\x00", "q": "\x00"},
    {"unknown": "§ „”", "q": ""},
]


class TestOrganisationList(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def shown(self, **parameters):
        return PublicPage.get(self.client, LIST, **parameters)

    def names(self, **parameters):
        return [words(link) for link in self.shown(**parameters).soup.select(".hits a")]

    def letters(self, **parameters):
        page = self.shown(**parameters)
        return [link.text for link in page.soup.select(".letters a")]

    def test_organisations_stand_in_polish_order(self):
        for name in ("Żubr", "„Łąka”", "Ćma", "Cis", "Lis", "Zając"):
            OrganisationFactory(name=name)

        assert self.names() == ["Cis", "Ćma", "Lis", "„Łąka”", "Zając", "Żubr"]
        assert self.letters() == ["C", "Ć", "L", "Ł", "Z", "Ż"]

    def test_letter_lists_names_that_begin_with_it(self):
        for name in ("Łąka", "Lis", "„Łoś”"):
            OrganisationFactory(name=name)

        page = self.shown(letter="Ł")

        assert [words(a) for a in page.soup.select(".hits a")] == ["Łąka", "„Łoś”"]
        assert page.soup.select_one(".letters [aria-current]").text == "Ł"

    def test_struck_off_organisation_is_not_listed_but_has_its_page(self):
        gone = OrganisationFactory(struck_off=True, name="Dawna")

        assert self.names() == []
        assert self.client.get(gone.url).status_code == 200

    def test_organisations_are_found_by_any_of_their_names(self):
        OrganisationFactory(name="Polski Czerwony Krzyż", short_name="PCK")
        soclab = OrganisationFactory(name="Fundacja Laboratorium")
        for name in ("Fundacja SocLab", "SocLab"):
            OrganisationAliasFactory(organisation=soclab, name=name)

        assert self.names(q="czerwony") == ["Polski Czerwony Krzyż"]
        assert self.names(q="pck") == ["Polski Czerwony Krzyż"]
        assert self.names(q="soclab") == ["Fundacja Laboratorium"]
        assert self.names(q="nikt") == []

    def test_filters_narrow_one_another(self):
        culture = Sphere.objects.get(code="16")
        both = OrganisationFactory(name="Obie", legal_form="fundacja")
        both.spheres.add(culture, Sphere.objects.get(code="1"))
        OrganisationFactory(name="Tylko forma", legal_form="fundacja")
        OrganisationFactory(name="Tylko sfera").spheres.add(culture)

        assert self.names(sphere="16") == ["Obie", "Tylko sfera"]
        assert self.names(form="fundacja") == ["Obie", "Tylko forma"]
        assert self.names(sphere="16", form="fundacja") == ["Obie"]
        assert self.letters(sphere="16", form="fundacja") == ["O"]

    def test_list_goes_on_over_pages_and_keeps_the_filters(self):
        OrganisationFactory.create_batch(ORGANISATIONS_ON_A_PAGE + 1)

        page = self.shown(form="stowarzyszenie")

        link = page.soup.select_one('nav.pages a[rel="next"]')["href"]
        assert link == "?form=stowarzyszenie&page=2"
        assert len(self.names(form="stowarzyszenie", page=2)) == 1
        assert len(self.names(form="stowarzyszenie", page=99)) == 1

    def test_letter_begins_at_the_first_page(self):
        OrganisationFactory(name="Łąka")

        link = self.shown(page=2, form="stowarzyszenie").soup.select_one(".letters a")

        assert link["href"] == "?form=stowarzyszenie&letter=Ł"

    def test_nonsense_in_the_address_does_no_harm(self):
        OrganisationFactory(name="Łąka")
        for parameters in NONSENSE:
            page = self.shown(**parameters)

            assert page.faults("pl") == [], parameters
            assert "alert(1)</script>" not in str(page.soup.main)

    def test_filtered_list_is_not_indexed(self):
        assert self.shown().meta("robots") is None
        assert self.shown(letter="A").meta("robots") == "noindex"

    def test_organisations_are_counted_in_polish(self):
        expected = {0: "0 organizacji", 1: "1 organizacja", 2: "2 organizacje"}
        for number, text in expected.items():
            assert text in words(self.shown().soup.select_one("[role=status]"))
            OrganisationFactory(name=f"Nowa {number}")

    def test_only_reading_is_allowed_to_change_nothing(self):
        assert self.client.head(LIST).status_code == 200


class TestOrganisation(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.organisation = OrganisationFactory(
            name="Fundacja „Próba” </script>",
            registered=True,
            public_benefit=True,
            website="https://proba.example.org",
            email="biuro@proba.example.org",
            private_note="TAJNE",
        )
        OrganisationAliasFactory(organisation=cls.organisation, name="Próba")
        cls.meeting = cls.city.meeting(title="Lipcowe")
        AttendanceFactory(page=cls.meeting, organisation=cls.organisation)

    def shown(self, code="pl"):
        return PublicPage.get(
            self.client, f"/{code}/organisations/{self.organisation.slug}/"
        )

    def test_organisation_is_shown_with_its_public_facts(self):
        page = self.shown()

        assert page.faults("pl") == []
        for fact in (
            "Próba",
            self.organisation.krs_grouped,
            self.organisation.nip_grouped,
            self.organisation.regon_grouped,
            "organizacja pożytku publicznego",
            "biuro@proba.example.org",
        ):
            assert fact.lower() in page.main.lower()

    def test_organisation_is_described_for_machines(self):
        thing = self.shown().thing("Organization")

        assert thing["name"] == "Fundacja „Próba” </script>"
        assert thing["alternateName"] == ["Próba"]
        assert thing["identifier"] == self.organisation.krs
        assert thing["sameAs"] == "https://proba.example.org"
        assert thing["url"].endswith(self.organisation.url)

    def test_meetings_and_findings_are_listed_the_newest_first(self):
        later = self.city.meeting(title="Sierpniowe", date=datetime.date(2013, 8, 13))
        AttendanceFactory(page=later, organisation=self.organisation)
        FindingFactory(
            page=later, text="nowe zadanie.", area=PriorityAreaFactory(name="Sport")
        )

        page = self.shown()

        titles = [words(h) for h in page.soup.select("main h3")]
        assert titles == ["Sierpniowe", "Lipcowe"]
        assert "Sport: nowe zadanie." in page.main

    def test_meeting_attended_twice_is_listed_once(self):
        AttendanceFactory(page=self.meeting, organisation=self.organisation)

        assert len(self.shown().soup.select("main h3")) == 1

    def test_each_language_lists_its_own_meetings(self):
        translate(self.meeting, "en", title="July workshop")
        mirrored = self.city.meeting(title="Tylko po polsku")
        AttendanceFactory(page=mirrored, organisation=self.organisation)
        mirror(mirrored, "en")

        page = self.shown("en")

        assert [words(h) for h in page.soup.select("main h3")] == ["July workshop"]
        assert page.soup.h1["lang"] == "pl"
        assert set(page.alternates) == {"pl", "en", "uk", "be"}

    def test_findings_are_counted_in_polish(self):
        expected = {
            1: "1 ustalenie",
            2: "2 ustalenia",
            5: "5 ustaleń",
            22: "22 ustalenia",
        }
        for number in range(1, 23):
            FindingFactory(page=self.meeting)
            if number in expected:
                assert words(self.shown().soup.summary) == expected[number]

    def test_unknown_organisation_is_not_found(self):
        for slug in ("nie-ma", "1", "fundacja-proba-"):
            response = self.client.get(f"/pl/organisations/{slug}/")

            assert response.status_code == 404

    def test_private_note_is_nowhere(self):
        assert "TAJNE" not in str(self.shown().soup)
