"""Webhooks, and what was sent to them."""

from .choices import Event, Fault
from .delivery import FINISHED, WebhookDelivery
from .webhook import Webhook

__all__ = ["FINISHED", "Event", "Fault", "Webhook", "WebhookDelivery"]
