"""What the room adds to the Wagtail admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry
from wagtail.snippets.models import register_snippet

from .models import ReportState
from .viewsets import ErrorReportViewSet

register_snippet(ErrorReportViewSet)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    """Name what is done with reports in their history."""
    actions.register_action(
        f"directory.{ReportState.MENDED}", _("Mend the data"), _("The data were mended")
    )
    actions.register_action(
        f"directory.{ReportState.REFUSED}",
        _("Change nothing"),
        _("No change was needed"),
    )
