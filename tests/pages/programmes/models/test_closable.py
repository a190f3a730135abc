"""A version in consultation stays as it is, whoever asks and however."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Locale, Page, PageLogEntry
from wagtail_localize.models import Translation, TranslationSource

from pages.programmes.freezing import (
    FreezeRefusedError,
    FrozenVersionError,
    digest_of,
    read_content,
)
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.signals import before_freeze
from pages.programmes.versions import change_status
from tests.factories.clauses import clause
from tests.factories.pages import City, mirror, translate
from tests.pages.programmes.closed import body, consulted, staff


def refused():
    return pytest.raises(FrozenVersionError, match="Wersja 3")


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


class TestClosed(TestCase):
    """Nobody changes a closed version through the models."""

    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.base = cls.city.draft(body(), number=2, published=True)
        cls.draft = consulted(cls.city, based_on=cls.base)
        cls.root = Page.objects.get(depth=1)

    def setUp(self):
        self.draft = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        self.before = read_content(self.draft)

    def tearDown(self):
        kept = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        assert read_content(kept) == self.before
        assert FrozenVersion.objects.get().content == self.before

    def test_other_content_is_not_saved(self):
        later = timezone.now() + datetime.timedelta(days=9)
        changes = {
            "title": "Inny",
            "slug": "inny",
            "lead": "Inny",
            "number": 9,
            "label": "inna",
            "date": datetime.date(2020, 1, 1),
            "summary": "<p>inne</p>",
            "body": [clause()],
            "based_on": None,
            "live": False,
            "expire_at": later,
            "alias_of_id": self.base.pk,
            "status": "working",
        }
        for name, value in changes.items():
            page = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
            setattr(page, name, value)
            for save in (page.save, lambda p=page: p.save(clean=False)):
                with pytest.raises((FrozenVersionError, ValidationError)):
                    save()
            with pytest.raises((FrozenVersionError, ValidationError)):
                page.save_revision(clean=False)

    def test_one_moved_clause_is_other_content(self):
        raw = self.draft.raw_body
        raw[0]["value"]["clauses"].reverse()
        self.draft.body = raw
        with pytest.raises(FrozenVersionError, match="Wersja 3"):
            self.draft.save()

    def test_bare_page_is_not_saved_with_other_content(self):
        later = timezone.now() + datetime.timedelta(days=9)
        for name, value in {"title": "Inny", "live": False, "expire_at": later}.items():
            page = Page.objects.get(pk=self.draft.pk)
            setattr(page, name, value)
            with pytest.raises(FrozenVersionError):
                page.save()
        with pytest.raises(FrozenVersionError):
            Page.objects.get(pk=self.draft.pk).unpublish()

    def test_saving_it_as_it_is_changes_nothing(self):
        self.draft.save()
        self.draft.save_revision().publish()
        Page.objects.get(pk=self.draft.pk).save()

    def test_older_revision_is_not_published(self):
        revision = self.base.save_revision()
        revision.object_id = str(self.draft.pk)
        revision.content = {**revision.content, "pk": self.draft.pk}
        revision.save()
        with pytest.raises(FrozenVersionError):
            revision.publish()

    def test_neither_it_nor_what_it_is_in_is_unpublished(self):
        for page in (self.draft, *self.draft.get_ancestors().filter(depth__gt=1)):
            bare = Page.objects.get(pk=page.pk)
            for one in (bare.specific, bare):
                with pytest.raises(FrozenVersionError, match="Wersja 3"):
                    one.unpublish()
            assert Page.objects.get(pk=page.pk).live

    def test_neither_it_nor_what_it_is_in_is_deleted(self):
        admin = get_user_model().objects.create_superuser("admin")
        for page in (self.draft, *self.draft.get_ancestors().filter(depth__gt=1)):
            for deletion in (
                page.delete,
                page.specific.delete,
                Page.objects.filter(pk=page.pk).delete,
                DeletePageAction(page, user=admin).execute,
            ):
                with refused(), transaction.atomic():
                    deletion()
        with refused(), transaction.atomic():
            ProgrammeDraftPage.objects.all().delete()

    def test_its_base_is_not_deleted(self):
        with refused(), transaction.atomic():
            ProgrammeDraftPage.objects.get(pk=self.base.pk).delete()
        with refused(), transaction.atomic():
            Page.objects.filter(pk=self.base.pk).delete()

    def test_neither_it_nor_what_it_is_in_is_moved(self):
        elsewhere = self.city.plain()
        for page in (self.draft, self.city.programme, self.city.programmes):
            with pytest.raises(FrozenVersionError, match="Wersja 3"):
                Page.objects.get(pk=page.pk).move(elsewhere, pos="last-child")

    def test_siblings_may_change_places(self):
        self.draft.move(self.base, pos="left")
        self.draft = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        self.draft.save()

    def test_what_it_is_in_does_not_expire(self):
        later = timezone.now() + datetime.timedelta(days=9)
        for page in (self.city.programme, self.city.programmes):
            page.expire_at = later
            with pytest.raises(ValidationError) as caught:
                page.save()
            assert set(caught.value.message_dict) == {"expire_at"}
        home = self.city.home
        home.expire_at = later
        with pytest.raises(FrozenVersionError):
            home.save()

    def test_what_it_is_in_can_still_be_edited(self):
        self.city.programme.title = "Nowy tytuł"
        self.city.programme.save_revision().publish()
        self.draft = ProgrammeDraftPage.objects.get(pk=self.draft.pk)
        assert self.draft.get_parent().title == "Nowy tytuł"

    def test_it_is_not_opened_again(self):
        frozen = FrozenVersion.objects.get()
        with refused(), transaction.atomic():
            frozen.delete()
        with refused(), transaction.atomic():
            FrozenVersion.objects.all().delete()
        frozen.content = {"title": "Inny"}
        with pytest.raises(FrozenVersionError):
            frozen.save()

    def test_sibling_that_is_open_can_be_deleted(self):
        self.city.draft([clause()], number=9).delete()

    def test_lock_holds_for_administrators_too(self):
        admin = get_user_model().objects.create_superuser("admin")
        lock = self.draft.get_lock()
        assert lock.for_user(admin)
        assert "zamknięta" in lock.get_message(admin)
        rights = self.draft.permissions_for_user(admin)
        assert not rights.can_unpublish()
        assert self.base.get_lock() is None


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
