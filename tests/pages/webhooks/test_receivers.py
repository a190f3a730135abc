"""What is told, when, and that nothing private ever is."""

import datetime
import json

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from pages.comments.office.answering import publish_answer
from pages.webhooks.models import Event, Webhook, WebhookDelivery
from pages.webhooks.receivers import page_was_published
from tests.factories.comments import (
    AnswerFactory,
    ConsultationFactory,
    PublicCommentFactory,
)
from tests.factories.pages import City, mirror, translate
from tests.factories.webhooks import WebhookFactory
from tests.pages.programmes.closed import consulted, staff

pytestmark = pytest.mark.django_db
MARKER = "tajemnica"


@pytest.fixture
def city():
    return City()


def listen(*events):
    """Let a receiver be told of some events, or all, from now on."""
    return WebhookFactory(**({"events": list(events)} if events else {}))


def close(page):
    return PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.LOGIN
    )


def republish(page):
    page.specific.save_revision().publish()


def events_of(told):
    return [event for event, _data in told]


def test_published_page_is_told_by_where_it_is(city, told):
    page = city.plain(slug="deklaracja", published=True)
    listen()
    republish(page)

    assert told() == [
        (
            Event.PAGE_PUBLISHED,
            {
                "id": page.pk,
                "type": "participation_base.ContentPage",
                "locale": "pl",
                "url": "http://localhost/pl/deklaracja/",
                "api_url": f"http://localhost/api/v3/pages/{page.pk}/",
            },
        )
    ]


def test_each_receiver_is_told_what_it_asked_for(city):
    page = city.plain(published=True)
    wants, _other = listen(Event.PAGE_PUBLISHED), listen(Event.PAGE_UNPUBLISHED)
    WebhookFactory(is_active=False)
    republish(page)

    assert [row.webhook for row in WebhookDelivery.objects.all()] == [wants]


def test_mirrors_and_translations_are_told_once_each(city, told):
    page = city.plain(published=True)
    alias, english = mirror(page, "uk"), translate(page, "en")
    listen(Event.PAGE_PUBLISHED)
    republish(page)
    republish(english)

    found = [(data["id"], data["locale"]) for _event, data in told()]
    assert sorted(found) == sorted(
        [(page.pk, "pl"), (alias.pk, "uk"), (english.pk, "en")]
    )


def test_draft_and_page_that_waits_for_its_time_are_not_told(city, told):
    listen()
    page = city.plain(unpublished=True)
    page.save_revision()
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    republish(page)

    assert told() == []


def test_unpublished_and_deleted_pages_are_told_by_where_they_were(city, told):
    first, second = city.plain(slug="jedna"), city.plain(slug="druga")
    listen()
    first.unpublish()
    second.delete()
    first.delete()

    found = [(event, data["id"], data["url"]) for event, data in told()]
    assert [(event, url) for event, _pk, url in found] == [
        (Event.PAGE_UNPUBLISHED, "http://localhost/pl/jedna/"),
        (Event.PAGE_UNPUBLISHED, "http://localhost/pl/druga/"),
    ]


def test_page_outside_of_any_site_is_not_told(city, told):
    listen()
    page = city.plain(published=True)
    WebhookDelivery.objects.all().delete()
    page.move(city.home.get_parent(), pos="last-child")
    WebhookDelivery.objects.all().delete()
    page.refresh_from_db()
    republish(page)
    page.unpublish()

    assert told() == []


def test_page_that_is_closed_sends_nothing(city):
    section = city.meetings
    page = city.meeting(title=MARKER, slug=MARKER, lead=MARKER, published=True)
    alias = mirror(page, "uk")
    close(section)
    listen()

    republish(page)
    page_was_published(alias)
    page.slug = f"{MARKER}-2"
    republish(page)
    page.move(section, pos="first-child")
    page.unpublish()
    page.delete()

    assert WebhookDelivery.objects.count() == 0


def test_nothing_that_a_page_says_is_told(city):
    hook = listen()
    page = city.plain(title=MARKER, lead=MARKER, slug="jawna", published=True)
    page.title = f"{MARKER} nowa"
    page.save_revision()
    page.unpublish()

    rows = WebhookDelivery.objects.filter(webhook=hook)
    assert rows.count() == 2
    assert MARKER not in json.dumps([row.payload for row in rows])


def test_pages_that_become_private_are_told_as_gone_and_then_as_back(city, told):
    page, closed = city.meeting(published=True), city.meeting(published=True)
    city.meeting(unpublished=True)
    alias = mirror(page, "uk")
    close(closed)
    listen()
    restriction = close(city.meetings)
    gone = told()
    WebhookDelivery.objects.all().delete()
    restriction.delete()
    back = told()

    assert set(events_of(gone)) == {Event.PAGE_UNPUBLISHED}
    assert set(events_of(back)) == {Event.PAGE_PUBLISHED}
    for found in (gone, back):
        ids = [data["id"] for _event, data in found]
        assert {city.meetings.pk, page.pk, alias.pk} <= set(ids)
        assert closed.pk not in ids
        assert len(ids) == len(set(ids))


def test_mirror_elsewhere_stays_open_and_is_not_told_as_gone(city, told):
    page = city.meeting(published=True)
    alias = page.create_alias(parent=city.home, update_slug="lustro")
    listen(Event.PAGE_UNPUBLISHED)
    close(city.meetings)

    assert alias.get_view_restrictions().count() == 0
    assert [data["id"] for _event, data in told()] == [city.meetings.pk, page.pk]


def test_fault_of_webhooks_undoes_no_publication(city, told, caplog):
    page = city.plain(unpublished=True)
    listen()
    Webhook.objects.update(events=7)
    republish(page)

    page.refresh_from_db()
    assert page.live
    assert told() == []
    assert [one for one in caplog.records if one.exc_info]


def test_version_is_told_when_it_is_closed_and_not_before(city, told):
    listen(Event.VERSION_FROZEN)
    city.draft(number=1, published=True)
    assert told() == []
    draft = consulted(city)
    draft.save_revision().publish()

    [(event, data)] = told()
    assert (event, data["id"], data["number"]) == ("version.frozen", draft.pk, 3)
    assert data["url"] == draft.full_url


def test_closed_version_that_is_private_sends_nothing(city, told):
    close(city.programme)
    listen()
    consulted(city)

    assert told() == []


def answer_to(*comments):
    return AnswerFactory(comments=comments, approved=True, reasons=MARKER)


def test_published_answer_is_told_with_comments_that_can_be_read(told):
    consultation = ConsultationFactory()
    comment, hidden = (
        PublicCommentFactory(
            consultation=consultation, state=state, text=MARKER, name=MARKER
        )
        for state in ("approved", "hidden")
    )
    answer = answer_to(comment, hidden)
    listen()
    publish_answer(answer=answer, user=staff("kierownik"))

    [(event, data)] = told()
    number, year = comment.number, comment.year
    assert (event, data["id"]) == (Event.ANSWER_PUBLISHED, answer.pk)
    assert data["comments"] == [
        {
            "number": number,
            "year": year,
            "url": f"http://localhost/pl/comments/{year}/{number}/",
            "version": consultation.draft_id,
        }
    ]


@pytest.mark.parametrize("state", ["hidden", "withdrawn"])
def test_answer_to_comments_that_nobody_can_read_is_not_told(told, state):
    answer = answer_to(PublicCommentFactory(state=state))
    listen()
    publish_answer(answer=answer, user=staff("kierownik"))

    assert told() == []


def test_answer_about_a_private_version_is_not_told(told):
    comment = PublicCommentFactory(state="approved")
    # A closed version cannot be hidden by staff, but what is above it may change.
    draft = comment.consultation.draft
    restriction = PageViewRestriction(page=draft, restriction_type="login")
    PageViewRestriction.objects.bulk_create([restriction])
    listen()
    publish_answer(answer=answer_to(comment), user=staff("kierownik"))

    assert told() == []


def test_answer_that_is_only_approved_is_not_told(told):
    comment = PublicCommentFactory(state="approved")
    listen()
    answer_to(comment).save()

    assert told() == []


def test_nothing_is_asked_where_nobody_listens(city, django_assert_num_queries):
    page = city.plain(published=True)
    with django_assert_num_queries(3):  # a savepoint and its release among them
        page_was_published(page)
