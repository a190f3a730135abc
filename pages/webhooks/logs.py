"""What the history says was done with webhooks."""

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

# Label and what is said of each.
DONE = {
    "test": (_("Send a test"), _("A test was sent")),
    "rotate": (_("Make a new secret"), _("A new secret was made")),
    "send_again": (_("Send again"), _("A message was sent again")),
    "switch_off": (
        _("Switch off"),
        _("The site switched it off: no message was accepted for more than a day"),
    ),
}


def register_actions(actions: LogActionRegistry) -> None:
    """Name all that the history may say of this room."""
    for name, (label, done) in DONE.items():
        actions.register_action(f"participation_webhooks.{name}", label, done)
