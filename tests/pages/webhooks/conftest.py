import datetime

import pytest
from django.utils import timezone

from pages.webhooks.models import WebhookDelivery
from tests.factories.webhooks import WebhookFactory
from tests.pages.comments.visiting import Clock

from .receiving import allow, receiver


@pytest.fixture
def clock():
    """Rows are made by the real clock: it must not be ahead of this one."""
    clock = Clock(timezone.now() + datetime.timedelta(minutes=1))
    yield clock
    clock.stop()


@pytest.fixture
def server(settings):
    """A receiver that may be reached."""
    with receiver() as server:
        allow(settings, server.port)
        yield server


@pytest.fixture
def hook(server):
    """A webhook that leads to the receiver."""
    return WebhookFactory(url=server.url)


@pytest.fixture
def told():
    """Return what was queued so far: events with what they say."""

    def read():
        rows = WebhookDelivery.objects.order_by("pk")
        return [(row.event, row.payload["data"]) for row in rows]

    return read
