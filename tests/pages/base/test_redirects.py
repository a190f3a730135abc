"""Redirects from where a page stood: only from addresses that were public."""

import pytest
from django.test import TestCase
from wagtail.contrib.redirects.models import Redirect

from tests.factories.pages import City, ContentPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def rename(page):
    """Publish a page with another address, as the admin does."""
    page.slug = f"{page.slug}-nowa"
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()


def move(page, target):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.move(target, pos="last-child")


def told():
    return set(Redirect.objects.values_list("old_path", flat=True))


def test_page_that_was_public_is_found_at_its_old_address(city):
    page = city.plain(published=True, slug="jawna")
    below = ContentPageFactory(parent=page, published=True, slug="nizej")

    rename(page)

    assert told() == {"/pl/jawna", "/pl/jawna/nizej"}
    assert Redirect.objects.get(old_path="/pl/jawna/nizej").redirect_page == (
        below.page_ptr
    )


def test_page_that_was_taken_back_meanwhile_is_still_found(city):
    page = city.plain(published=True, slug="jawna")
    page.unpublish()

    rename(page)

    assert told() == {"/pl/jawna"}


def test_address_of_a_draft_is_told_by_none(city):
    page = city.plain(unpublished=True, slug="robocza")

    rename(page)

    page.refresh_from_db()
    assert page.live
    assert told() == set()


def test_address_of_a_closed_page_is_told_by_none(city):
    page = city.plain(published=True, restricted=True, slug="tajna")
    ContentPageFactory(parent=page, published=True)

    rename(page)

    assert told() == set()


def test_page_moved_out_of_a_closed_section_does_not_tell_the_section(city):
    section = city.plain(published=True, restricted=True, slug="tajna")
    page = ContentPageFactory(parent=section, published=True)
    ContentPageFactory(parent=page, published=True)

    move(page, city.home)

    assert told() == set()
