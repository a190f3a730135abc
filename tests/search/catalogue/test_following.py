"""What is moved, closed and opened again leaves and comes back with its pages."""

import datetime

from django.core.management import call_command
from django.test import TestCase, override_settings
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.base.models import ContentPage
from search.models import CatalogueEntry
from tests.factories.clauses import clause
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import City, ContentPageFactory
from tests.pages.programmes.closed import FIRST, body


def catalogued(page):
    return CatalogueEntry.objects.filter(page=page.pk).exists()


def close(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


class TestFollowing(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.city = City()
        cls.page = cls.city.plain(published=True)
        cls.child = ContentPageFactory(parent=cls.page, published=True)

    def test_closing_a_page_closes_all_below_it_until_it_is_opened(self):
        restriction = close(self.page)
        assert not catalogued(self.page)
        assert not catalogued(self.child)
        assert catalogued(self.city.home)
        restriction.delete()
        assert catalogued(self.page)
        assert catalogued(self.child)

    def test_page_moved_below_a_closed_one_leaves(self):
        closed = self.city.plain(published=True)
        close(closed)
        self.child.move(closed, pos="last-child")
        assert not catalogued(self.child)
        moved = ContentPage.objects.get(pk=self.child.pk)
        moved.move(ContentPage.objects.get(pk=self.page.pk), pos="last-child")
        assert catalogued(self.child)

    def test_page_published_below_a_closed_one_is_not_there(self):
        close(self.page)
        page = ContentPageFactory(parent=self.page, published=True)
        assert not catalogued(page)

    def test_unpublished_page_leaves_and_comes_back(self):
        self.page.unpublish()
        assert not catalogued(self.page)
        self.page.save_revision().publish()
        assert catalogued(self.page)

    def test_page_that_expires_leaves(self):
        self.page.expire_at = timezone.now() - datetime.timedelta(minutes=1)
        self.page.save()
        call_command("publish_scheduled", verbosity=0)
        assert not catalogued(self.page)

    def test_deleted_page_leaves_with_what_is_below_it(self):
        self.page.delete()
        assert CatalogueEntry.objects.filter(title=self.child.title).count() == 0

    def test_clauses_and_comments_leave_with_their_version_and_come_back(self):
        draft = self.city.draft(body(), published=True)
        PublicCommentFactory(
            consultation=ConsultationFactory(draft=draft), published=True, about=FIRST
        )
        kinds = CatalogueEntry.objects.filter(page=draft.pk).values_list(
            "kind", flat=True
        )
        before = sorted(kinds.all())
        assert {"clause", "comment", "draft"} <= set(before)
        restriction = close(self.city.programme)
        assert list(kinds.all()) == []
        restriction.delete()
        assert sorted(kinds.all()) == before

    def test_closing_the_newest_version_lets_an_earlier_one_speak(self):
        first = self.city.draft(
            [clause(uid=FIRST)],
            number=1,
            date=datetime.date(2013, 7, 1),
            published=True,
        )
        second = self.city.draft(
            [clause(uid=FIRST)],
            number=2,
            date=datetime.date(2013, 7, 2),
            published=True,
        )
        entries = CatalogueEntry.objects.filter(subject=str(FIRST))
        assert entries.get().page_id == second.pk
        restriction = close(second)
        assert entries.get().page_id == first.pk
        restriction.delete()
        assert entries.get().page_id == second.pk


@override_settings(SEARCH_FOLLOWS=False)
class TestNotFollowing(TestCase):
    def test_nothing_is_catalogued_until_a_rebuild(self):
        page = City().plain(published=True)
        assert not catalogued(page)
        call_command("rebuild_modelsearch_index", verbosity=0)
        assert catalogued(page)
