"""The log of deliveries is for finding faults: old ones go."""

from django.utils import timezone

from .models import FINISHED, WebhookDelivery
from .settings import webhook_settings


def forget_old(dry_run: bool) -> int:
    """Delete deliveries that are over and old; return how many they are."""
    old = WebhookDelivery.objects.filter(
        state__in=FINISHED,
        created_at__lt=timezone.now() - webhook_settings().kept_for,
    )
    found = old.count()
    if not dry_run:
        old.delete()
    return found
