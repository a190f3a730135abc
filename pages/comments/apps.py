"""Public comments on the versions of programmes, and official answers."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    """The room where anybody may speak and the office answers."""

    name = "pages.comments"
    label = "public_comments"
    verbose_name = _("Public comments")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Tell the rooms below what the public says."""
        from pages.comments.office.amending import amendment_from_comment
        from pages.comments.office.policies import register_policies
        from pages.comments.public.commenting import PublicCommenting
        from pages.comments.public.feeds import CommentFeed
        from pages.comments.public.reasons import comment_reasons
        from pages.drafting import sources
        from pages.meetings import feeds
        from pages.programmes import commenting, reasons

        from . import checks, receivers  # noqa: F401 - registers them

        commenting.register(PublicCommenting())
        reasons.register(comment_reasons)
        feeds.register("comments", CommentFeed())
        sources.register("comment", amendment_from_comment)
        register_policies()
