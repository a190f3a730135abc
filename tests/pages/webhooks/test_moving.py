"""Pages that get another address, and those that a move opens or closes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from pages.webhooks.models import Event, WebhookDelivery
from pages.webhooks.moving import describe_renamed
from tests.factories.pages import City, ContentPageFactory, MeetingIndexPageFactory
from tests.factories.webhooks import WebhookFactory

pytestmark = pytest.mark.django_db


class Tree:
    """Two sections, and a page with another one below the first."""

    def __init__(self):
        self.city = City()
        self.old = self.section("stara")
        self.new = self.section("nowa")
        self.page = self.city.plain(slug="strona", published=True)
        self.page.move(self.old, pos="last-child")
        self.page = self.reread(self.page)
        self.below = ContentPageFactory(parent=self.page, slug="nizej", published=True)
        self.draft = ContentPageFactory(
            parent=self.page, slug="tajna", unpublished=True
        )
        WebhookDelivery.objects.all().delete()
        WebhookFactory()

    def section(self, slug):
        return MeetingIndexPageFactory(parent=self.city.home, slug=slug, title=slug)

    def reread(self, page):
        return type(page).objects.get(pk=page.pk)

    def close(self, page):
        WebhookDelivery.objects.all().delete()
        PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )
        WebhookDelivery.objects.all().delete()

    def move(self, pos="last-child"):
        self.reread(self.page).move(self.reread(self.new), pos=pos)


@pytest.fixture
def tree():
    return Tree()


def addresses(found):
    return [
        (event, data["id"], data["url"], data.get("previous_url"))
        for event, data in found
    ]


def site(path):
    return f"http://localhost/pl/{path}/"


def test_moved_pages_are_told_with_the_address_before(tree, told):
    tree.move()

    assert addresses(told()) == [
        ("page.moved", tree.page.pk, site("nowa/strona"), site("stara/strona")),
        (
            *("page.moved", tree.below.pk),
            *(site("nowa/strona/nizej"), site("stara/strona/nizej")),
        ),
    ]


def test_page_in_another_order_has_not_moved(tree, told):
    tree.reread(tree.new).move(tree.reread(tree.old), pos="left")

    assert told() == []


def test_move_into_a_private_section_is_told_as_gone_from_where_it_was(tree, told):
    tree.close(tree.new)
    tree.move()

    assert addresses(told()) == [
        ("page.unpublished", tree.page.pk, site("stara/strona"), None),
        ("page.unpublished", tree.below.pk, site("stara/strona/nizej"), None),
    ]


def test_move_out_of_a_private_section_is_told_as_published(tree, told):
    tree.close(tree.old)
    tree.move(pos="first-child")

    assert addresses(told()) == [
        ("page.published", tree.page.pk, site("nowa/strona"), None),
        ("page.published", tree.below.pk, site("nowa/strona/nizej"), None),
    ]


def test_move_from_one_private_section_to_another_is_not_told(tree, told):
    tree.close(tree.old)
    tree.close(tree.new)
    tree.move()

    assert told() == []


def test_what_is_private_itself_is_not_told_by_a_move(tree, told):
    tree.close(tree.below)
    tree.move()

    assert [data["id"] for _event, data in told()] == [tree.page.pk]


def test_another_slug_is_another_address(
    tree, told, django_capture_on_commit_callbacks
):
    page = tree.reread(tree.page)
    page.slug = "inna"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    moved = [one for one in told() if one[0] == Event.PAGE_MOVED]
    assert addresses(moved) == [
        ("page.moved", tree.page.pk, site("stara/inna"), site("stara/strona")),
        (
            *("page.moved", tree.below.pk),
            *(site("stara/inna/nizej"), site("stara/strona/nizej")),
        ),
    ]


def test_address_of_a_draft_is_told_to_nobody(
    tree, told, django_capture_on_commit_callbacks
):
    live = ContentPageFactory(parent=tree.draft, slug="jawna", published=True)
    WebhookDelivery.objects.all().delete()
    page = tree.reread(tree.draft)
    page.slug = "jawna"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()

    moved = [data for event, data in told() if event == Event.PAGE_MOVED]
    assert [data["id"] for data in moved] == [live.pk]


def test_mirror_elsewhere_stays_open_when_its_page_moves_into_a_private_section(
    tree, told
):
    tree.page.create_alias(parent=tree.city.home, update_slug="lustro")
    tree.close(tree.new)
    tree.move()

    assert [data["id"] for _event, data in told()] == [tree.page.pk, tree.below.pk]


def test_move_asks_the_database_no_more_for_each_page_below(tree):
    def count():
        with CaptureQueriesContext(connection) as queries:
            list(describe_renamed(Page.objects.all(), ("/a/", "/b/")))
        return len(queries)

    count()
    few = count()
    for number in range(5):
        ContentPageFactory(parent=tree.page, slug=f"dalsza-{number}", published=True)
    assert count() == few
