"""The report of 26 July 2013 as its readers see it, sentence by sentence."""

import datetime
import re

from django.core.files.storage import default_storage
from django.test import TestCase

from demo.content.programme import uid
from tests.pages.markup import PublicPage, words

from .snapshot import put_demo
from .test_programme import MAIN_GOAL, SPECIFIC_GOALS
from .test_registers import AREAS, ORGANISATIONS, UNITS, polish

REPORT = "/pl/spotkania/warsztaty-26-lipca-2013/"
ENGLISH_REPORT = "/en/meetings/workshop-26-july-2013/"
SENTENCES = [
    "Warsztaty partycypacyjne 26 lipca: sprawozdanie",
    "W dniu 26 lipca 2013 roku odbyło się drugie spotkanie grupy roboczej "
    "ds. Programu współpracy Miasta Białystok z organizacjami pozarządowymi oraz "
    "innymi podmiotami prowadzącymi działalność pożytku publicznego w roku 2014.",
    "W warsztatach uczestniczyło 16 osób, które reprezentowały 10 organizacji "
    "pozarządowych",
    "4 departamenty Urzędu Miejskiego w Białymstoku",
    *ORGANISATIONS,
    *UNITS,
    "Podczas spotkania została zakończona praca nad celami Programu współpracy.",
    "W rezultacie dyskusji zostały opracowane następujące zapisy:",
    f"Cel główny: {MAIN_GOAL}",
    *SPECIFIC_GOALS,
    "W czasie spotkania odbyła się dyskusja nad poszczególnymi zapisami dotyczącymi "
    "priorytetowych obszarów i zadań publicznych.",
    "Dotyczyła ona zadań zaproponowanych przez uczestniczące w spotkaniu departamenty "
    "Urzędu Miejskiego w Białymstoku.",
    "Dzięki temu była okazja do dialogu ze współautorami zapisów.",
    "Ustalenia dotyczyły następujących kwestii w następujących obszarach:",
    *(f"{number}. {name}" for number, name in enumerate(AREAS, start=1)),
    "zaproponowano, aby poszczególne zadania priorytetowe zostały uporządkowane "
    "według trzech kategorii: zdrowie, polityka społeczna i niepełnosprawność. "
    "Zwiększy to czytelność i przejrzystość dokumentu.",
    "pojawiła się propozycja nowego zadania priorytetowego: „Aktywizacja osób "
    "starszych”.",
    "zaproponowano, aby do ust. 29 „tworzenie podmiotów ekonomii społecznej, "
    "współpraca z istniejącymi podmiotami ekonomii społecznej” dopisać „oraz "
    "promowanie idei klauzuli społecznej”.",
    "zamiast „tworzenie kolekcji dzieł sztuki współczesnej” zaproponowano szerszy "
    "zapis „tworzenie kolekcji dzieł sztuki”.",
    "zaproponowano wprowadzenie nowego zadania priorytetowego: „Wspieranie postaw "
    "tolerancyjnych poprzez sport”.",
    "Wtorek, 13 sierpnia 2013, 12.00–15.30",
    "Departament Spraw Społecznych, Urząd Miejski w Białymstoku, ul. Bema 60/1",
    "zadania priorytetowe z obszaru dialogu społecznego, poprawy infrastruktury "
    "organizacji i usprawnienia form współpracy Miasta z organizacjami; obszar "
    "edukacji oraz finansowe i pozafinansowe formy współpracy",
    "Zachęcamy wszystkich zainteresowanych do zgłaszania swoich uwag, sugestii do "
    "Programu współpracy na rok 2014 drogą mailową na adres",
    "Centrum Wspierania Organizacji Pozarządowych, Departament Spraw Społecznych, "
    "Urząd Miejski w Białymstoku: centrum@um.bialystok.pl",
    "Fundacja „SocLab”: soclab@soclab.org.pl",
    "Warsztaty konsultacyjne są realizowane w ramach projektu Fundacji SocLab "
    "„Laboratorium Obywatelskie”.",
    "Federacja Organizacji Pozarządowych Miasta Białystok; Fundacja Uniwersytetu "
    "w Białymstoku; Instytut Socjologii Uniwersytetu w Białymstoku",
    "Projekt dofinansowany ze środków Programu Operacyjnego Fundusz Inicjatyw "
    "Obywatelskich",
    "Centrum Współpracy Organizacji Pozarządowych, Departament Spraw Społecznych, "
    "Urząd Miejski w Białymstoku",
    "Udostępnij",
]
KINDS = ["structure", "proposal", "proposal", "proposal", "proposal"]
CLAUSES = [
    "polityka-spoleczna",
    "seniors",
    "social-economy",
    "art-collection",
    "tolerance",
]
WORDINGS = [
    ("", "trzy kategorie: zdrowie, polityka społeczna, niepełnosprawność"),
    ("", "Aktywizacja osób starszych"),
    (
        "tworzenie podmiotów ekonomii społecznej, współpraca z istniejącymi podmiotami "
        "ekonomii społecznej",
        "tworzenie podmiotów ekonomii społecznej, współpraca z istniejącymi podmiotami "
        "ekonomii społecznej oraz promowanie idei klauzuli społecznej",
    ),
    ("tworzenie kolekcji dzieł sztuki współczesnej", "tworzenie kolekcji dzieł sztuki"),
    ("", "Wspieranie postaw tolerancyjnych poprzez sport"),
]
# Longer names first: shorter ones are parts of them.
NAMES = [
    *ORGANISATIONS,
    "Centrum Współpracy Organizacji Pozarządowych, Departament Spraw Społecznych, "
    "Urząd Miejski w Białymstoku",
    "Fundacja Uniwersytetu w Białymstoku",
    "Instytut Socjologii Uniwersytetu w Białymstoku",
    "Białystok",
]
POLISH_LETTERS = re.compile("[ąćęłńóśźż]", re.IGNORECASE)


class TestReport(TestCase):
    @classmethod
    def setUpTestData(cls):
        put_demo()
        cls.report = polish(slug="warsztaty-26-lipca-2013")
        cls.next = polish(slug="warsztaty-13-sierpnia-2013")

    def test_report_has_each_sentence_of_the_original(self):
        text = PublicPage.get(self.client, REPORT).main

        assert [sentence for sentence in SENTENCES if sentence not in text] == []

    def test_report_says_when_and_how_many(self):
        report = self.report

        assert report.date == datetime.date(2013, 7, 26)
        assert (report.ordinal, report.kind, report.status) == (2, "workshop", "held")
        assert report.declared_participants == 16
        text = PublicPage.get(self.client, REPORT).main
        assert "16 osób" in text
        assert "10 organizacji, 4 jednostki miejskie" in text

    def test_goals_are_agreed_wordings(self):
        goals = self.report.findings.agreed()

        assert [finding.text for finding in goals] == [MAIN_GOAL, *SPECIFIC_GOALS]

    def test_findings_stand_in_three_areas_and_are_not_promoted(self):
        findings = list(self.report.findings.filter(area__isnull=False))

        assert [finding.kind for finding in findings] == KINDS
        areas = [finding.area.name for finding in findings]
        assert areas == [AREAS[0]] * 3 + AREAS[1:]
        assert [str(f.clause_id) for f in findings] == [uid(key) for key in CLAUSES]
        assert [(f.wording_before, f.wording_after) for f in findings] == WORDINGS

    def test_findings_are_lettered_as_in_the_original(self):
        page = PublicPage.get(self.client, REPORT)

        for place in ("1a", "1b", "1c", "2a", "3a"):
            assert page.soup.select(f"#finding-{place}"), place

    def test_next_meeting_is_on_tuesday(self):
        assert self.next.date == datetime.date(2013, 8, 13)
        assert self.next.date.isoweekday() == 2
        assert self.next.hours == "12.00–15.30"
        assert self.next.place.street == "ul. Bema 60/1"
        assert self.next.agenda.count() == 2

    def test_comments_go_to_two_addresses(self):
        emails = [channel.email for channel in self.report.channels.all()]

        assert emails == ["centrum@um.bialystok.pl", "soclab@soclab.org.pl"]
        centre = self.report.channels.get(email="centrum@um.bialystok.pl")
        assert centre.unit.name == "Centrum Współpracy Organizacji Pozarządowych"

    def test_meetings_are_joined_to_the_drafts_they_changed(self):
        assert self.report.discussed_draft.number == 1
        assert self.report.resulting_draft.number == 2
        assert self.next.discussed_draft.number == 2

    def test_logos_are_shown_with_their_descriptions(self):
        for url, first in (
            (REPORT, "Logo projektu Laboratorium Obywatelskie"),
            (ENGLISH_REPORT, "Logo of the Civic Laboratory project"),
        ):
            images = PublicPage.get(self.client, url).soup.select(".logos img")

            assert len(images) == 4
            assert images[0]["alt"] == first
            for image in images:
                assert image["alt"]
                assert default_storage.exists(image["src"].removeprefix("/media/"))

    def test_english_report_keeps_no_polish_but_names(self):
        page = PublicPage.get(self.client, ENGLISH_REPORT)
        for element in page.soup.main.select('[lang="pl"]'):
            element.decompose()

        text = page.main
        for name in NAMES:
            text = text.replace(name, "")

        assert POLISH_LETTERS.findall(text) == []

    def test_english_report_says_the_same(self):
        page = PublicPage.get(self.client, ENGLISH_REPORT)

        for text in (
            "16 people",
            "10 organisations, 4 city units",
            "Main goal",
            "Tuesday, 13 August 2013, 12.00–15.30",
            "Department of Education",
            "centrum@um.bialystok.pl",
        ):
            assert text in page.main, text
        for place in ("1a", "1b", "1c", "2a", "3a"):
            assert page.soup.select(f"#finding-{place}"), place
        assert words(page.soup.select_one("#area-1")) == "1. Social policy"
