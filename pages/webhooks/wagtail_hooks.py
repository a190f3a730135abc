"""What the room adds to the Wagtail admin."""

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from .logs import register_actions
from .viewsets import WebhookDeliveryViewSet, WebhookViewSet

# The way to register such viewsets; neither model becomes a snippet by it.
register_snippet(WebhookViewSet)
register_snippet(WebhookDeliveryViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done with webhooks in their history."""
    register_actions(actions)
