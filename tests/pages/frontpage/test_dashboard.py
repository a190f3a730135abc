"""The first page of the admin: what waits to be done."""

import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import TestCase
from django.utils import timezone

from tests.factories.pages import City, mirror, translate
from tests.pages.markup import PublicPage
from tests.pages.measure import count_queries

DAY = datetime.timedelta(days=1)
HOME = "/admin/"


class TestDashboard(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.today = timezone.localdate()
        cls.users = {}
        for name in ("Redakcja", "Wydawca", "Tłumacze", "Jednostki"):
            user = get_user_model().objects.create_user(name)
            user.groups.add(Group.objects.get(name=name))
            cls.users[name] = user

    def shown(self, name="Wydawca"):
        self.client.force_login(self.users[name])
        return PublicPage.get(self.client, HOME).main

    def test_nearest_meeting_and_those_without_a_report_are_shown(self):
        for title, days, status in (
            ("Jutrzejsze", 1, "announced"),
            ("Późniejsze", 9, "announced"),
            ("Bez sprawozdania", -1, "announced"),
            ("Ze sprawozdaniem", -2, "held"),
        ):
            self.city.meeting(title=title, status=status, date=self.today + days * DAY)

        page = self.shown()

        assert "Jutrzejsze" in page
        assert "Bez sprawozdania" in page
        assert "Późniejsze" not in page
        assert "Ze sprawozdaniem" not in page

    def test_texts_in_progress_are_shown(self):
        self.city.draft(title="Robocza", status="working")
        self.city.draft(title="Zastąpiona", status="superseded", number=90)
        self.city.plain(title="Jeszcze nie", unpublished=True)

        page = self.shown()

        assert "Robocza" in page
        assert "Jeszcze nie" in page
        assert "Zastąpiona" not in page

    def test_pages_that_a_language_lacks_are_counted(self):
        done = self.city.plain(title="Przetłumaczona")
        mirrored = self.city.plain(title="Tylko odbita")
        translate(done, "en", title="Translated", slug="translated")
        mirror(mirrored, "en")

        page = self.shown()

        assert "Tylko odbita" in page

    def test_every_group_of_the_staff_has_a_first_page(self):
        self.city.meeting(announced=True, date=self.today + DAY)
        for name in self.users:
            assert self.shown(name)

    def test_first_page_costs_the_same_however_much_waits(self):
        self.client.force_login(self.users["Wydawca"])
        counts = []
        for number in (7, 20):
            for _ in range(number):
                self.city.meeting(announced=True, date=self.today - DAY, published=True)
                self.city.draft(published=True)
                self.city.plain(unpublished=True)
            counts.append(count_queries(self.client, HOME))

        assert counts[0] == counts[1]
