"""What a consultation's history says of tables that came back."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

RETURN = "consultation_papers.return"


class ReturnFormatter(LogFormatter):
    """Somebody brought a table back, and it was taken in."""

    label = gettext_lazy("Bring a table back")

    def format_message(self, log_entry: Any) -> str:
        counts = {
            name: log_entry.data.get(name, 0) for name in ("new", "changed", "left_out")
        }
        return (
            _(
                "Took in a table that was filled in: new answers: %(new)s, changed "
                "drafts: %(changed)s, rows left out: %(left_out)s"
            )
            % counts
        )
