"""Reports of errors are found in no public place and in no log."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import serializers
from wagtail.models import ModelLogEntry
from wagtail.search.models import IndexEntry

from pages.directory.models import DataErrorReport
from pages.directory.reporting import close_report
from tests.factories.directory import DataErrorReportFactory
from tests.pages.public_places import SECRET, PublicPlaces

PRIVATE = {
    "text": f"{SECRET} opis błędu",
    "email": f"{SECRET.lower()}@example.org",
    "note": f"{SECRET} notatka",
}


class TestReports(PublicPlaces):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.filed = DataErrorReportFactory(organisation=cls.organisation, **PRIVATE)
        cls.clerk = get_user_model().objects.create_user("urzednik")
        cls.clerk.groups.add(Group.objects.get(name="Wydawca"))

    def places(self):
        yield from super().places()
        for code in ("pl", "en"):
            path = f"/{code}/organisations/{self.organisation.slug}"
            yield f"{path}/report-error/"
            yield f"/{code}/organisations/?q={SECRET}&status=active"

    def test_marker_is_in_what_is_looked_for(self):
        stored = serializers.serialize("json", DataErrorReport.objects.all())

        assert stored.count(SECRET) == 2

    def test_reports_show_nowhere_in_public(self):
        found = self.found_in(f"{SECRET} opis") + self.found_in(PRIVATE["email"])

        assert found + self.found_in(PRIVATE["note"]) == []

    def test_reports_are_not_searched(self):
        self.filed.save()
        self.organisation.save()

        entries = str(list(IndexEntry.objects.values("title", "autocomplete", "body")))

        assert SECRET.lower() not in entries.lower()

    def test_log_and_names_of_a_report_do_not_repeat_it(self):
        close_report(
            report=self.filed,
            state="mended",
            note=PRIVATE["note"],
            user=self.clerk,
        )

        entries = list(ModelLogEntry.objects.values("label", "data"))
        assert entries
        assert SECRET not in f"{entries} {self.filed} {self.filed!r}"
