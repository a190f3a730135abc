import datetime

import pytest
from django.test import TestCase

from pages.directory.relations import MOST_SHOWN
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
from tests.pages.measure import MOST_BYTES, weight


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

    def test_struck_off_or_dying_organisation_is_marked(self):
        for status, is_marked in (
            ("active", False),
            ("unknown", False),
            ("in_liquidation", True),
            ("struck_off", True),
        ):
            self.organisation.status = status
            self.organisation.save()

            mark = self.shown().soup.select_one("h1 + p.inset .tag")

            assert (mark is not None) is is_marked, status

    def test_district_and_day_of_checking_are_shown(self):
        self.organisation.district = "Dojlidy"
        self.organisation.verified_at = datetime.date(2026, 5, 4)
        self.organisation.save()

        page = self.shown()

        assert "Dojlidy" in page.main
        assert page.soup.select_one('.facts time[datetime="2026-05-04"]')

    def test_branches_parent_and_memberships_are_linked(self):
        branch = OrganisationFactory(name="Oddział", parent=self.organisation)
        member = OrganisationFactory(name="Członek")
        member.member_of.add(self.organisation)
        OrganisationFactory(parent=self.organisation, struck_off=True)
        OrganisationFactory(parent=self.organisation, merged_into=branch)

        page = self.shown()
        below = PublicPage.get(self.client, branch.url)
        joined = PublicPage.get(self.client, member.url)

        linked = {link["href"] for link in page.soup.select(".facts li a")}
        assert linked == {branch.url, member.url}
        for other in (below, joined):
            links = [link["href"] for link in other.soup.select(".facts a")]
            assert links == [self.organisation.url]

    def test_errors_are_reported_from_the_page(self):
        address = f"{self.organisation.url}report-error/"

        assert self.shown().soup.select_one(f'main a[href="{address}"]')


@pytest.mark.django_db
@pytest.mark.usefixtures("unindexed")
def test_federation_of_many_is_light(client):
    City()
    federation = OrganisationFactory(federation=True)
    for number in range(MOST_SHOWN + 20):
        member = OrganisationFactory(
            name=f"Stowarzyszenie Mieszkańców Osiedla numer {number} „{number**5}”"
        )
        member.member_of.add(federation)

    response = client.get(federation.url)

    page = PublicPage(response.content.decode())
    assert len(page.soup.select(".facts li a")) == MOST_SHOWN
    assert "20" in words(page.soup.select(".facts li")[-1])
    assert weight(response.content) <= MOST_BYTES


class TestMergedOrganisation(TestCase):
    @classmethod
    def setUpTestData(cls):
        City()
        cls.last = OrganisationFactory(name="Ostatnia")
        cls.middle = OrganisationFactory(name="Druga", merged_into=cls.last)
        cls.first = OrganisationFactory(name="Pierwsza", merged_into=cls.middle)

    def test_page_leads_to_the_entry_that_stands_for_it(self):
        for code in ("pl", "en", "uk", "be"):
            for merged in (self.first, self.middle):
                response = self.client.get(f"/{code}/organisations/{merged.slug}/")

                assert response.status_code == 301
                assert response["Location"] == f"/{code}/organisations/ostatnia/"
                assert "max-age=3600" in response["Cache-Control"]

    def test_page_is_not_found_where_mergers_run_in_a_circle(self):
        self.last.merged_into = self.first
        self.last.save()

        for merged in (self.first, self.middle, self.last):
            assert self.client.get(merged.url).status_code == 404
            form = f"{merged.url}report-error/"
            assert self.client.get(form).status_code == 404
            assert self.client.post(form).status_code == 404

    def test_page_is_back_once_the_merger_is_undone(self):
        self.middle.merged_into = None
        self.middle.save()

        assert self.client.get(self.middle.url).status_code == 200
        assert self.client.get(self.first.url)["Location"] == self.middle.url
