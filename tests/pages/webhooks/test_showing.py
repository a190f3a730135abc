"""What became untrue while its message waited is not told any more."""

import pytest
from wagtail.models import PageViewRestriction

from pages.comments.models import NoticeState
from pages.comments.office.answering import publish_answer
from pages.webhooks.delivering import queue
from pages.webhooks.models import Event, WebhookDelivery
from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.pages import City
from tests.factories.webhooks import WebhookFactory
from tests.pages.programmes.closed import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return City().plain(published=True)


def is_dropped():
    """Whether the one message that waits is sent to nobody."""
    assert queue.send_due() == 0
    return WebhookDelivery.objects.get().state == NoticeState.DROPPED


def test_page_that_was_closed(page):
    WebhookFactory(events=[Event.PAGE_PUBLISHED])
    page.save_revision().publish()
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    assert is_dropped()


def test_page_that_is_back_where_it_was(page):
    WebhookFactory(events=[Event.PAGE_UNPUBLISHED])
    page.unpublish()
    page.save_revision().publish()

    assert is_dropped()


def test_page_that_is_back_elsewhere_is_told_as_gone_from_where_it_was(
    page, hook, server
):
    page.unpublish()
    page.slug = "inna"
    page.save_revision().publish()
    queue.send_due()

    told = [message.payload for message in server.messages]
    gone = [one["data"] for one in told if one["type"] == Event.PAGE_UNPUBLISHED]
    assert [data["id"] for data in gone] == [page.pk]
    assert gone[0]["url"] != type(page).objects.get(pk=page.pk).full_url


def test_answer_whose_comment_was_hidden():
    comment = PublicCommentFactory(state="approved")
    answer = AnswerFactory(comments=[comment], approved=True)
    WebhookFactory(events=[Event.ANSWER_PUBLISHED])
    publish_answer(answer=answer, user=staff("kierownik"))
    type(comment).objects.filter(pk=comment.pk).update(state="hidden")

    assert is_dropped()
