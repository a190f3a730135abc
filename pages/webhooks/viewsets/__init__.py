"""Webhooks in the admin."""

from .deliveries import WebhookDeliveryViewSet
from .hooks import WebhookViewSet

__all__ = ["WebhookDeliveryViewSet", "WebhookViewSet"]
