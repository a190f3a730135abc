"""What happens to pages, sites and consultations reaches the catalogue."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.models import Page, PageViewRestriction, Site

from pages.base.models import ContentPage
from pages.programmes.models import ProgrammeDraftPage
from search.models import CatalogueEntry, Kind
from tests.factories.clauses import chapter, clause
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.documents import DocumentFactory, downloads
from tests.factories.pages import (
    City,
    ContentPageFactory,
    HomePageFactory,
    ProgrammePageFactory,
    mirror,
)
from tests.pages.programmes.closed import FIRST, SECOND, body

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def catalogued(page):
    return CatalogueEntry.objects.filter(page=page.pk).exists()


def version(city, number, blocks=None):
    return city.draft(
        blocks or body(),
        number=number,
        date=datetime.date(2013, 7, number),
        published=True,
    )


@pytest.mark.parametrize("is_above", [True, False])
def test_deleting_a_closed_page_opens_nothing(city, caplog, is_above):
    page = city.plain(published=True)
    below = ContentPageFactory(
        parent=page, published=True, body=downloads(DocumentFactory())
    )
    PageViewRestriction.objects.create(
        page=page if is_above else below, restriction_type="login"
    )
    Page.objects.get(pk=page.pk).delete()

    assert "could not follow" not in caplog.text
    subjects = [str(page.pk), str(below.pk)]
    pages = CatalogueEntry.objects.filter(kind=Kind.PAGE)
    assert not pages.filter(subject__in=subjects).exists()
    connection.check_constraints()


def test_page_hidden_by_code_leaves(city):
    page = city.plain(published=True)
    page.live = False
    page.save()
    assert not catalogued(page)


def test_mirror_made_a_page_of_its_own_comes_in(city):
    alias = mirror(city.plain(published=True), "en")
    assert not catalogued(alias)
    page = ContentPage.objects.get(pk=alias.pk)
    user = get_user_model().objects.create_superuser("root")
    ConvertAliasPageAction(page, user=user).execute()
    assert catalogued(page)


def test_version_that_moves_leaves_the_last_place_to_another(city):
    version(city, 1)
    newest = version(city, 2, [chapter("Inne", clause(uid=FIRST))])
    other = ProgrammePageFactory(parent=city.programmes, year=2015)
    entry = CatalogueEntry.objects.get(subject=str(SECOND))
    assert not entry.facts["is_newest"]
    ProgrammeDraftPage.objects.get(pk=newest.pk).move(other, pos="last-child")
    entry.refresh_from_db()
    assert entry.facts["is_newest"]


def test_pages_of_a_site_that_is_deleted_leave(city):
    home = HomePageFactory(slug="inna")
    page = ContentPageFactory(parent=home, published=True)
    assert not catalogued(page)
    site = Site.objects.create(hostname="inna.example.org", root_page=home)
    assert catalogued(page)
    site.delete()
    assert not catalogued(page)
    assert catalogued(city.home)


def test_pages_outside_the_new_root_of_a_site_leave(city):
    page = city.plain(published=True)
    site = Site.objects.get()
    site.root_page = HomePageFactory(slug="inna")
    site.save()
    assert not catalogued(page)
    assert catalogued(site.root_page)


def test_comments_lie_on_the_version_that_is_consulted_now(city):
    consultation = ConsultationFactory(draft=version(city, 1))
    comment = PublicCommentFactory(
        consultation=consultation, published=True, about=FIRST
    )
    consultation.draft = version(city, 2)
    consultation.save()
    entry = CatalogueEntry.objects.get(kind=Kind.COMMENT, subject=str(comment.pk))
    assert entry.page_id == consultation.draft_id
