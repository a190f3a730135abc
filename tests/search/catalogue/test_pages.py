"""Pages of every type have an entry that says what their readers read."""

import datetime

from django.test import TestCase

from search.models import CatalogueEntry, Kind
from tests.factories.pages import (
    AgendaItemFactory,
    AttendanceFactory,
    City,
    FindingFactory,
    UnitAttendanceFactory,
    mirror,
    translate,
)
from tests.factories.snippets import PriorityAreaFactory


def entry(page):
    return CatalogueEntry.objects.get(page=page.pk, subject=str(page.pk))


def has_entry(page):
    return CatalogueEntry.objects.filter(page=page.pk).exists()


def texts(page, part):
    return [text for name, text in entry(page).parts if name == part]


class TestPages(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def test_home_page_is_found_once_the_site_has_it(self):
        assert entry(self.city.home).kind == Kind.PAGE

    def test_plain_page_says_what_its_fields_say(self):
        page = self.city.plain(
            lead="O co chodzi.",
            body=[("paragraph", "<p>Treść <b>akapitu</b></p>")],
            published=True,
        )
        assert texts(page, "lead") == ["O co chodzi."]
        assert texts(page, "body") == ["Treść akapitu"]
        assert entry(page).language == "pl"

    def test_meeting_says_topics_findings_decisions_and_who_came(self):
        area = PriorityAreaFactory()
        meeting = self.city.meeting(date=datetime.date(2013, 7, 26))
        AgendaItemFactory(page=meeting, topic="ekonomia społeczna")
        FindingFactory(page=meeting, text="warto promować", area=area)
        FindingFactory(
            page=meeting,
            kind="agreed_wording",
            text="cel uzgodniono",
            wording_after="Rozwój współpracy",
        )
        came = AttendanceFactory(page=meeting)
        unit = UnitAttendanceFactory(page=meeting)
        meeting.refresh_from_db()
        meeting.save_revision().publish()
        assert texts(meeting, "agenda") == ["ekonomia społeczna"]
        assert texts(meeting, "finding") == ["warto promować"]
        assert texts(meeting, "decision") == ["cel uzgodniono Rozwój współpracy"]
        assert texts(meeting, "participants") == [
            came.organisation.name,
            unit.unit.name,
        ]
        found = entry(meeting)
        assert (found.kind, found.year) == (Kind.MEETING, 2013)
        assert list(found.areas.all()) == [area]
        assert list(found.organisations.all()) == [came.organisation]

    def test_task_and_draft_have_the_year_of_their_programme(self):
        task = self.city.task(published=True)
        draft = self.city.draft(number=2, label="po spotkaniu", published=True)
        assert (entry(task).kind, entry(task).year) == (Kind.TASK, 2014)
        assert list(entry(task).areas.all()) == [task.area]
        assert (entry(draft).kind, entry(draft).year) == (Kind.DRAFT, 2014)
        assert entry(draft).facts["version"] == 2
        assert "po spotkaniu" in texts(draft, "body")

    def test_year_follows_the_programme(self):
        task = self.city.task(published=True)
        self.city.programme.year = 2015
        self.city.programme.save_revision().publish()
        assert entry(task).year == 2015
        assert entry(self.city.programme).year == 2015

    def test_draft_says_nothing_before_it_is_published(self):
        page = self.city.plain(unpublished=True)
        assert not has_entry(page)
        page.save_revision().publish()
        assert has_entry(page)

    def test_edits_that_are_not_published_are_not_there(self):
        page = self.city.plain(title="Jawny tytuł", published=True)
        page.title = "Tajny szkic"
        page.save_revision()
        assert entry(page).title == "Jawny tytuł"

    def test_translation_has_an_entry_and_an_alias_of_another_language_has_none(self):
        page = self.city.plain(published=True)
        assert entry(translate(page, "en", title="Declaration")).language == "en"
        assert not has_entry(mirror(page, "uk"))

    def test_long_text_is_found_whole_and_shown_in_part(self):
        page = self.city.plain(
            body=[("paragraph", "<p>" + "słowo " * 5000 + "koniec</p>")], published=True
        )
        found = entry(page)
        assert "koniec" not in " ".join(text for _part, text in found.parts)
        assert "koniec" in " ".join(found.text)

    def test_body_block_names_are_real(self):
        page = self.city.plain(body=[("heading", {"text": "Rozdział"})], published=True)
        assert texts(page, "body") == ["Rozdział"]
