import datetime
from xml.etree import ElementTree

from django.test import TestCase

from pages.meetings.feeds import REPORTS_IN_FEED
from tests.factories.pages import City, mirror, translate

ATOM = "{http://www.w3.org/2005/Atom}"


class TestReportFeed(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.report = cls.city.meeting(title="Lipcowe § „i” <b>", published=True)

    def feed(self, code="pl"):
        response = self.client.get(f"/{code}/feeds/reports/")
        assert response.status_code == 200
        assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
        return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed

    def titles(self, code="pl"):
        return [
            entry.findtext(f"{ATOM}title")
            for entry in self.feed(code).iter(f"{ATOM}entry")
        ]

    def test_feed_has_what_atom_asks_for(self):
        feed = self.feed()

        assert feed.tag == f"{ATOM}feed"
        for part in (feed, feed.find(f"{ATOM}entry")):
            for name in ("id", "title", "updated"):
                assert part.findtext(f"{ATOM}{name}"), name
        assert (
            feed.find(f"{ATOM}link[@rel='self']").get("href")[-17:]
            == "/pl/feeds/reports/"[-17:]
        )

    def test_entry_keeps_its_id_when_the_report_is_corrected(self):
        entry = self.feed().find(f"{ATOM}entry")
        self.report.title = "Poprawione"
        self.report.save_revision().publish()

        corrected = self.feed().find(f"{ATOM}entry")

        assert corrected.findtext(f"{ATOM}id") == entry.findtext(f"{ATOM}id")
        assert corrected.findtext(f"{ATOM}published") == entry.findtext(
            f"{ATOM}published"
        )
        assert corrected.findtext(f"{ATOM}updated") > entry.findtext(f"{ATOM}updated")
        assert corrected.find(f"{ATOM}link").get("href") == self.report.full_url

    def test_only_published_reports_are_listed(self):
        self.city.meeting(title="Zapowiedziane", announced=True, published=True)
        self.city.meeting(title="Odwołane", cancelled=True, published=True)
        self.city.meeting(title="Nieopublikowane", unpublished=True)
        self.city.meeting(title="Zastrzeżone", restricted=True, published=True)
        self.city.meeting(title="Nikt nie przyszedł", status="nobody_came")

        assert set(self.titles()) == {"Lipcowe § „i” <b>", "Nikt nie przyszedł"}

    def test_each_language_has_its_own_reports(self):
        translate(self.report, "en", title="July workshop")
        mirror(self.city.meeting(title="Tylko po polsku"), "en")

        assert self.titles("en") == ["July workshop"]
        assert self.titles("uk") == []

    def test_newest_reports_come_first_and_old_ones_fall_out(self):
        for day in range(1, REPORTS_IN_FEED + 3):
            self.city.meeting(title=f"{day}", date=datetime.date(2014, 1, day))

        titles = self.titles()

        assert titles[:2] == ["22", "21"]
        assert len(titles) == REPORTS_IN_FEED

    def test_unknown_feed_is_not_found(self):
        for kind in ("meetings", "reports-2", "REPORTS"):
            response = self.client.get(f"/pl/feeds/{kind}/")

            assert response.status_code == 404

    def test_every_page_links_to_the_feed_of_its_language(self):
        for code in ("pl", "en"):
            response = self.client.get(f"/{code}/organisations/")

            self.assertContains(response, f'href="/{code}/feeds/reports/"')
