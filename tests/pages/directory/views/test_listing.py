from django.test import TestCase

from pages.directory.views.listing import ORGANISATIONS_ON_A_PAGE
from snippets.models import Sphere
from tests.factories.pages import City
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
    {"area": "nie-ma", "district": "Nigdzie", "status": "śpi"},
    {"district": "\x00"},
    {"q": "„—”"},
    {"q": "%_\\"},
    {"letter": "#", "page": "7"},
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

    def test_area_lists_those_that_share_a_sphere_with_it(self):
        culture, sport, health = Sphere.objects.filter(code__in=("16", "17", "6"))
        area = PriorityAreaFactory(name="Kultura i sport")
        area.spheres.set([culture, sport])
        area.save()
        OrganisationFactory(name="Obie").spheres.add(culture, sport)
        OrganisationFactory(name="Jedna").spheres.add(sport)
        OrganisationFactory(name="Inna").spheres.add(health)

        assert self.names(area=area.slug) == ["Jedna", "Obie"]
        assert self.names(area=area.slug, sphere=culture.code) == ["Obie"]

    def test_district_lists_those_that_have_their_seat_in_it(self):
        OrganisationFactory(name="Tu", district="Dojlidy")
        OrganisationFactory(name="Tam", district="Bacieczki")
        OrganisationFactory(name="Nie wiadomo")

        offered = self.shown().soup.select("[name=district] option")

        assert [one["value"] for one in offered] == ["", "Bacieczki", "Dojlidy"]
        assert self.names(district="Dojlidy") == ["Tu"]

    def test_no_district_is_asked_for_where_none_is_known(self):
        OrganisationFactory()

        assert self.shown().soup.select("[name=district]") == []

    def test_status_is_asked_for(self):
        for status in ("active", "in_liquidation", "unknown", "struck_off"):
            OrganisationFactory(name=status, status=status)

        assert self.names() == ["active", "in_liquidation", "unknown"]
        for status in ("active", "in_liquidation", "unknown", "struck_off"):
            assert self.names(status=status) == [status]

    def test_what_is_closed_is_marked(self):
        for status in ("active", "in_liquidation", "unknown", "struck_off"):
            OrganisationFactory(name=status, status=status)

        def marks(**parameters):
            return len(self.shown(**parameters).soup.select(".hits .tag"))

        assert marks() == 1
        assert marks(status="in_liquidation") == marks(status="struck_off") == 1
        assert marks(status="active") == marks(status="unknown") == 0

    def test_merged_organisation_is_never_listed(self):
        kept = OrganisationFactory(name="Została")
        OrganisationFactory(name="Scalona", merged_into=kept)
        OrganisationFactory(name="Skreślona", merged_into=kept, struck_off=True)

        assert self.names() == ["Została"]
        assert self.names(status="struck_off") == []

    def test_all_filters_work_together(self):
        area = PriorityAreaFactory()
        area.spheres.set([Sphere.objects.get(code="16")])
        area.save()
        facts = {"district": "Bojary", "status": "unknown", "legal_form": "fundacja"}
        right = OrganisationFactory(name="Łódzki Dom", **facts)
        right.spheres.add(Sphere.objects.get(code="16"))
        for change in (
            {"district": "Inna"},
            {"status": "active"},
            {"legal_form": "uks"},
            {"name": "Łódzki Las"},
        ):
            other = OrganisationFactory(**{"name": "Łódzki Dom", **facts, **change})
            other.spheres.add(Sphere.objects.get(code="16"))
        OrganisationFactory(name="Łódzki Dom", **facts)

        asked = {
            "area": area.slug,
            "sphere": "16",
            "district": "Bojary",
            "status": "unknown",
            "form": "fundacja",
            "q": "lodz dom",
        }

        assert self.names(**asked) == ["Łódzki Dom"]
        assert self.names(**asked, letter="Ł") == ["Łódzki Dom"]
        assert self.names(**asked, letter="L") == []

    def test_what_is_no_choice_is_left_out_and_said_so(self):
        OrganisationFactory(name="Łąka")

        page = self.shown(sphere="999", district="Nigdzie", form="fundacja")

        assert len(page.soup.select("main > p.inset")) == 1
        assert page.soup.select_one(".letters a") is None
        assert page.soup.select_one('[name="form"] [selected]')["value"] == "fundacja"
        assert self.names(sphere="999") == ["Łąka"]
        link = self.shown(sphere="999").soup.select_one(".letters a")
        assert link["href"] == "?letter=%C5%81"

    def test_list_without_hits_says_what_to_do(self):
        OrganisationFactory(name="Skreślona", struck_off=True)

        links = self.shown(q="skreslona").soup.select("main li a")
        addresses = [link["href"] for link in links]

        assert "?q=skreslona&status=struck_off" in addresses
        assert LIST in addresses
        assert self.names(q="skreslona", status="struck_off") == ["Skreślona"]

    def test_directory_without_anybody_offers_no_advice(self):
        assert self.shown().soup.select("main ul:not(.inline) a") == []

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

        assert link["href"] == "?form=stowarzyszenie&letter=%C5%81"

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
