"""A version that is published for consultation is closed to changes."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from pages.programmes.freezing import (
    FreezeRefusedError,
    digest_of,
    read_content,
)
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.signals import before_freeze
from tests.factories.clauses import clause
from tests.factories.pages import City, mirror, translate
from tests.pages.programmes.closed import consulted, staff


class TestClosing(TestCase):
    """Publishing closes a version, unless something speaks against it."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()

    def refuse(self, **kwargs):
        self.told.append(kwargs)
        raise ValidationError("Dwie zmiany nie mają powodu.")

    def connect(self, receiver):
        before_freeze.connect(receiver)
        self.addCleanup(before_freeze.disconnect, receiver)

    def test_what_it_says_is_kept_with_its_digest(self):
        draft = consulted(self.city)

        frozen = FrozenVersion.objects.get(draft=draft)
        assert frozen.content == read_content(draft)
        assert frozen.digest == digest_of(frozen.content)
        assert frozen.content["title"] == "Wersja 3"
        assert frozen.content["parent"] == self.city.programme.pk

    def test_statuses_that_close(self):
        for number, status in enumerate(("consulted", "final", "adopted")):
            assert consulted(self.city, number=number, status=status).frozen_version
        for number, status in enumerate(("working", "circulated", "superseded")):
            draft = consulted(self.city, number=9 + number, status=status)
            assert draft.frozen_version is None, status

    def test_version_that_is_not_published_stays_open(self):
        draft = self.city.draft([clause()], status="consulted", unpublished=True)

        draft.save_revision()

        assert not FrozenVersion.objects.exists()

    def test_status_saved_without_publishing_closes_nothing(self):
        draft = self.city.draft([clause()], published=True)
        draft.status = "consulted"
        revision = draft.save_revision()

        assert not FrozenVersion.objects.exists()

        revision.publish()

        assert FrozenVersion.objects.get().draft_id == draft.pk

    def test_translations_aliases_and_copies_stay_open(self):
        draft = consulted(self.city)
        english = translate(draft, "en", title="Version 3")
        lustro = mirror(draft, "uk")
        alias = draft.create_alias(update_slug="alias")
        copy = draft.copy(update_attrs={"slug": "kopia"}, keep_live=True)

        assert FrozenVersion.objects.get().draft_id == draft.pk
        assert {p.status for p in (english, lustro, alias)} == {"consulted"}
        assert copy.get_latest_revision_as_object().status == "working"
        english.title = "Third version"
        english.save_revision().publish()
        english.delete()
        lustro.unpublish()
        alias.delete()

    def test_receiver_that_objects_keeps_it_from_being_published(self):
        self.told = []
        draft = self.city.draft([clause()], published=True)
        draft.status = "consulted"
        revision = draft.save_revision()
        self.connect(self.refuse)

        with pytest.raises(FreezeRefusedError, match="nie mają powodu"):
            revision.publish(user=staff("wydawca"))

        assert self.told[0]["draft"].pk == draft.pk
        assert self.told[0]["user"].username == "wydawca"
        assert self.told[0]["sender"] is ProgrammeDraftPage
        assert not FrozenVersion.objects.exists()
        stored = ProgrammeDraftPage.objects.get(pk=draft.pk)
        assert (stored.status, stored.live) == ("working", True)

    def test_publisher_is_remembered(self):
        draft = self.city.draft([clause()], status="consulted", unpublished=True)

        draft.save_revision().publish(user=staff("wydawca"))

        assert FrozenVersion.objects.get().frozen_by.username == "wydawca"

    def test_what_expires_is_not_closed(self):
        soon = timezone.now() + datetime.timedelta(days=30)
        for page in (None, self.city.programme):
            draft = self.city.draft([clause()], status="consulted", unpublished=True)
            (page or draft).expire_at = soon
            (page or draft).save()
            with pytest.raises(FreezeRefusedError):
                draft.save_revision().publish()
        assert not FrozenVersion.objects.exists()

    def test_scheduled_publishing_that_is_refused_lets_others_go_out(self):
        self.told = []
        late = timezone.now() - datetime.timedelta(minutes=5)
        refused = self.city.draft([clause()], status="consulted", unpublished=True)
        refused.save_revision(approved_go_live_at=late)
        other = self.city.plain(unpublished=True)
        other.save_revision(approved_go_live_at=late + datetime.timedelta(minutes=1))
        self.connect(self.refuse)

        call_command("publish_scheduled")

        assert Page.objects.get(pk=other.pk).live
        assert not Page.objects.get(pk=refused.pk).live
        assert not refused.revisions.exclude(approved_go_live_at=None).exists()
        entry = PageLogEntry.objects.get(action="programmes.refuse_publishing")
        assert "Dwie zmiany nie mają powodu." in entry.message

    def test_unfinished_text_is_refused_when_its_time_comes(self):
        body = [clause(text="gotowy"), clause(text=" ")]
        draft = self.city.draft(body, unpublished=True)
        draft.save_revision(clean=False, approved_go_live_at=timezone.now())

        call_command("publish_scheduled")

        entry = PageLogEntry.objects.get(action="programmes.refuse_publishing")
        assert "ust. 2" in entry.message

    def test_scheduled_publishing_closes(self):
        draft = self.city.draft([clause()], status="consulted", unpublished=True)
        draft.save_revision(approved_go_live_at=timezone.now())

        call_command("publish_scheduled")

        assert FrozenVersion.objects.get().frozen_by is None
