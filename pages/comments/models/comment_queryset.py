"""Which comments everybody may read or is told of; none is ever deleted."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext

from pages.base.visibility import visible
from pages.comments.states import STUBS, VISIBLE
from pages.programmes.models import ProgrammeDraftPage

if TYPE_CHECKING:
    # Ruff takes the name below, in quotes, for a mere string.
    from .comment import PublicComment  # noqa: F401


class CommentKeptError(PermissionDenied):
    """Somebody was about to delete a comment: comments are hidden, never deleted."""

    def __init__(self) -> None:
        super().__init__(gettext("Comments are never deleted: hide it instead."))


class PublicCommentQuerySet(models.QuerySet["PublicComment"]):
    """Comments."""

    def public(self) -> "PublicCommentQuerySet":
        """Those that everybody may read."""
        return self._of_public_versions().filter(state__in=VISIBLE)

    def listed(self) -> "PublicCommentQuerySet":
        """Those that everybody is told of: hidden and withdrawn ones as stubs."""
        return self._of_public_versions().filter(
            state__in=(*VISIBLE, *STUBS), number__isnull=False
        )

    def _of_public_versions(self) -> "PublicCommentQuerySet":
        drafts = visible(ProgrammeDraftPage.objects).order_by()
        return self.filter(consultation__draft__in=drafts.values("pk"))

    def delete(self) -> Any:
        """Refuse: nothing of the register is deleted."""
        raise CommentKeptError
