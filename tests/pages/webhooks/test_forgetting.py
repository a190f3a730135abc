"""Old messages go each night; those that are still to be sent stay."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from pages.comments.models import NoticeState
from pages.webhooks.forgetting import forget_old
from pages.webhooks.models import FINISHED, WebhookDelivery
from tests.factories.webhooks import WebhookDeliveryFactory

pytestmark = pytest.mark.django_db


def message(state, days):
    made = timezone.now() - datetime.timedelta(days=days)
    return WebhookDeliveryFactory(state=state, created_at=made)


@pytest.fixture
def kept():
    young = [message(state, 29) for state in FINISHED]
    waiting = [message(state, 31) for state in ("waiting", "sending")]
    for state in FINISHED:
        message(state, 31)
    return {row.pk for row in (*young, *waiting)}


def test_messages_that_are_over_go_after_thirty_days(kept):
    assert forget_old(True) == len(FINISHED)
    assert WebhookDelivery.objects.count() == len(kept) + len(FINISHED)

    assert forget_old(False) == len(FINISHED)
    assert set(WebhookDelivery.objects.values_list("pk", flat=True)) == kept


def test_they_go_each_night(kept):
    call_command("erase_expired_contacts")

    assert set(WebhookDelivery.objects.values_list("pk", flat=True)) == kept


def test_how_long_is_a_setting(settings, kept):
    settings.PARTICIPATION_WEBHOOKS = {"kept_days": 10}
    forget_old(False)

    assert not WebhookDelivery.objects.filter(state=NoticeState.SENT).exists()
