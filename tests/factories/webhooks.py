"""Webhooks and the messages to them."""

import factory

from pages.webhooks.models import Event, Webhook, WebhookDelivery
from pages.webhooks.models.choices import CHOOSABLE


class WebhookFactory(factory.django.DjangoModelFactory):
    """A webhook that is told everything; nobody is at its address."""

    class Meta:
        model = Webhook

    name = factory.Sequence("Strona {}".format)
    url = factory.Sequence("https://front{}.example/hook".format)
    events = factory.LazyFunction(lambda: [value for value, _label in CHOOSABLE])


class WebhookDeliveryFactory(factory.django.DjangoModelFactory):
    """A test that waits."""

    class Meta:
        model = WebhookDelivery

    webhook = factory.SubFactory(WebhookFactory)
    event = Event.TEST
    payload = factory.LazyAttribute(
        lambda row: {
            "type": str(row.event),
            "timestamp": "2026-05-04T12:00:00+02:00",
            "data": {},
        }
    )
