"""What the room adds to the Wagtail admin."""

from wagtail import hooks

from .viewsets import ClauseChooserViewSet, clause_chooser_viewset


@hooks.register("register_admin_viewset")
def register_clause_chooser() -> ClauseChooserViewSet:
    """Register the chooser of clauses."""
    return clause_chooser_viewset
