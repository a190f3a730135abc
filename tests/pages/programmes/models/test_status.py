"""The status of a closed version goes on, also in its translations and aliases."""

import pytest
from django.test import TestCase
from wagtail.models import Locale, PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from pages.programmes.freezing import (
    FrozenVersionError,
    read_content,
)
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.versions import change_status
from tests.factories.clauses import clause
from tests.factories.pages import City, mirror, translate
from tests.pages.programmes.closed import consulted, staff


class TestStatus(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.draft = consulted(cls.city)

    def test_status_goes_on_and_nothing_else(self):
        before = read_content(self.draft)

        for status in ("final", "adopted", "superseded"):
            change_status(self.draft, status=status, user=staff(status))
            stored = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
            assert stored.status == status
            assert stored.get_latest_revision_as_object().status == status
            assert read_content(stored) == before
        entries = PageLogEntry.objects.filter(action="programmes.change_status")
        assert [entry.user.username for entry in entries.order_by("timestamp")] == [
            "final",
            "adopted",
            "superseded",
        ]

    def test_status_does_not_go_back_or_leap(self):
        for status in ("working", "circulated", "adopted"):
            with pytest.raises(FrozenVersionError):
                change_status(self.draft, status=status)
        change_status(self.draft, status="superseded")
        with pytest.raises(FrozenVersionError):
            change_status(self.draft, status="final")

    def test_open_version_has_its_status_changed_in_the_editor(self):
        with pytest.raises(FrozenVersionError):
            change_status(self.city.draft([clause()]), status="final")

    def test_translations_and_aliases_follow(self):
        locale = Locale.objects.create(language_code="en")
        translate(self.draft.get_parent().specific, "en")
        source, _ = TranslationSource.get_or_create_from_instance(self.draft)
        translation = Translation.objects.create(source=source, target_locale=locale)
        with self.captureOnCommitCallbacks(execute=True):
            translation.save_target(publish=False)
        english = self.draft.get_translation(locale)
        lustro = mirror(self.draft, "uk")
        assert (english.status, lustro.status) == ("consulted", "consulted")

        change_status(self.draft, status="final")
        translation = Translation.objects.get()
        with self.captureOnCommitCallbacks(execute=True):
            translation.save_target(publish=False)

        english = self.draft.get_translation(locale)
        assert english.status == "final"
        assert english.get_latest_revision_as_object().status == "final"
        lustro.refresh_from_db()
        assert lustro.status == "final"

    def test_translations_follow_when_the_version_is_closed(self):
        draft = self.city.draft([clause()], number=8, slug="wersja-8", published=True)
        english = translate(draft, "en", title="Version 8")

        draft.status = "consulted"
        draft.save_revision().publish()

        english.refresh_from_db()
        assert (english.status, english.live) == ("consulted", True)
        assert english.get_latest_revision_as_object().status == "consulted"
