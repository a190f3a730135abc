"""The registers of the demo: who the report of 26 July 2013 names."""

from django.test import TestCase

from demo.content.registers import ATTENDING
from pages.meetings.models import MeetingPage
from snippets.models import CityUnit, Organisation, PriorityArea, Project

from .snapshot import put_demo

# As the report writes them, in its order.
ORGANISATIONS = [
    "Towarzystwo Przyjaciół Kultury Żydowskiej",
    "Uniwersytet Trzeciego Wieku",
    "Polski Czerwony Krzyż",
    "Fundacja Pomocy Matematykom i Informatykom Niesprawnym Ruchowo",
    "Fundacja SocLab",
    "Fundacja Rozwoju Demokracji Lokalnej Podlaskie Centrum",
    "Stowarzyszenie Wspierania Środowisk Lokalnych „Aktywne Osiedle”",
    "Stowarzyszenie „Szukamy Polski”",
    "Federacja Organizacji Pozarządowych Miasta Białystok",
    "Związek Tatarów Rzeczypospolitej Polskiej",
]
UNITS = [
    "Departament Edukacji",
    "Departament Spraw Społecznych",
    "Biuro Kultury",
    "Biuro Sportu i Rekreacji",
]
AREAS = [
    "Obszar polityki społecznej",
    "Obszar kultury, sztuki, ochrony dóbr kultury i dziedzictwa narodowego",
    "Obszar kultury fizycznej",
]


def polish(**values):
    return MeetingPage.objects.get(locale__language_code="pl", **values)


class TestRegisters(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()
        cls.report = polish(slug="warsztaty-26-lipca-2013")
        cls.project = Project.objects.get()

    def test_ten_organisations_came_named_as_the_report_names_them(self):
        rows = self.report.organisations.all()

        assert [row.display_name for row in rows] == ORGANISATIONS
        assert len(ATTENDING) == 10

    def test_four_units_came(self):
        rows = self.report.units.all()

        assert [row.display_name for row in rows] == UNITS
        assert [row.unit.kind for row in rows] == ["department"] * 2 + ["bureau"] * 2

    def test_every_organisation_of_the_report_is_in_the_directory(self):
        slugs = Organisation.objects.in_directory().values_list("slug", flat=True)

        assert set(ATTENDING) <= set(slugs)

    def test_unit_is_found_by_the_name_that_the_report_gives_it(self):
        unit = CityUnit.objects.get(
            aliases__name="Centrum Wspierania Organizacji Pozarządowych"
        )

        assert unit.name == "Centrum Współpracy Organizacji Pozarządowych"
        assert unit.parent.name == "Departament Spraw Społecznych"
        bureaus = CityUnit.objects.filter(kind="bureau")
        assert all("Departament" in b.aliases.get().name for b in bureaus)

    def test_organisation_is_found_by_the_name_that_the_report_gives_it(self):
        for name in ("Fundacja SocLab", "Fundacja „SocLab”"):
            found = Organisation.objects.get(aliases__name=name)

            assert found.name.startswith("Fundacja Laboratorium Badań")

    def test_branch_belongs_to_its_foundation(self):
        branch = Organisation.objects.get(slug="frdl-podlaskie-centrum")

        assert branch.parent.name == "Fundacja Rozwoju Demokracji Lokalnej"

    def test_areas_stand_in_the_order_of_the_report(self):
        names = list(PriorityArea.objects.values_list("name", flat=True))

        assert names[:3] == AREAS

    def test_organisations_and_units_are_valid_rows(self):
        for model in (Organisation, CityUnit, PriorityArea, Project):
            for row in model.objects.all():
                row.full_clean()

    def test_project_has_its_partners_funder_and_organisers(self):
        names = {
            role: [r.display_name for r in self.project.roles.filter(role=role)]
            for role in ("organiser", "partner", "funder")
        }

        assert names == {
            "organiser": [
                "Fundacja SocLab",
                "Centrum Współpracy Organizacji Pozarządowych, Departament Spraw "
                "Społecznych, Urząd Miejski w Białymstoku",
            ],
            "partner": [
                "Federacja Organizacji Pozarządowych Miasta Białystok",
                "Fundacja Uniwersytetu w Białymstoku",
                "Instytut Socjologii Uniwersytetu w Białymstoku",
            ],
            "funder": ["Program Operacyjny Fundusz Inicjatyw Obywatelskich"],
        }

    def test_four_logos_are_described_in_both_languages(self):
        owners = [self.project, *self.project.roles.filter(logo__isnull=False)]

        titles = {owner.logo.title for owner in owners}
        assert titles == {
            "lab_obywatelskie",
            "organizator",
            "wschodzacy_bialystok",
            "FIO_MPiPS",
        }
        for owner in owners:
            assert owner.logo_alt.startswith("Logo")
            assert owner.logo_alt_en.startswith("Logo")
