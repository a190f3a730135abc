"""A version in consultation stays as it is, whoever asks and however."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.test import TestCase
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Page

from pages.programmes.freezing import (
    FrozenVersionError,
    read_content,
)
from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from tests.factories.clauses import clause
from tests.factories.pages import City
from tests.pages.programmes.closed import body, consulted


def refused():
    return pytest.raises(FrozenVersionError, match="Wersja 3")


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
