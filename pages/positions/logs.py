"""What the history says was done with codes and positions."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.log_actions import LogActionRegistry, LogFormatter

# Label and what is said of each.
DONE = {
    "issue": (gettext_lazy("Issue a code"), gettext_lazy("The code was issued")),
    "renew": (
        gettext_lazy("Get another code"),
        gettext_lazy("The code was replaced by another one"),
    ),
    "invite": (
        gettext_lazy("Send the invitation again"),
        gettext_lazy("The invitation was sent again"),
    ),
    "revoke": (gettext_lazy("Revoke the code"), gettext_lazy("The code was revoked")),
}


class SubmittedFormatter(LogFormatter):
    """A position became comments."""

    label = gettext_lazy("Submit the position")

    def format_message(self, log_entry: Any) -> str:
        count = int(log_entry.data.get("comments", 0))
        message = ngettext(
            "The position was submitted: %(count)s comment",
            "The position was submitted: %(count)s comments",
            count,
        )
        return message % {"count": count}


class BelongingFormatter(LogFormatter):
    """A comment is a part of a position, as the comment's own history says."""

    label = gettext_lazy("Register as a part of a position")

    def format_message(self, log_entry: Any) -> str:
        codes = ", ".join(map(str, log_entry.data.get("comments", ())))
        return _("Registered as a part of one position: %(codes)s") % {"codes": codes}


def register_actions(actions: LogActionRegistry) -> None:
    """Name all that the history may say of this room."""
    for name, (label, done) in DONE.items():
        actions.register_action(f"organisation_positions.{name}", label, done)
    actions.register_action("organisation_positions.submit")(SubmittedFormatter)
    actions.register_action("organisation_positions.belong")(BelongingFormatter)
