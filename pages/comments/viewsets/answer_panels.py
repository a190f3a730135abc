"""What whoever writes an answer has before their eyes."""

from typing import Any

from wagtail.admin.panels import Panel

from pages.comments.office.covering import comments_of


class CoveredWordsPanel(Panel):
    """The comments that the answer covers, in full, to be read while writing."""

    class BoundPanel(Panel.BoundPanel):
        """The same for one answer."""

        template_name = "public_comments/admin/covered_words.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            comments = comments_of(self.instance).select_related("organisation")
            context["comments"] = list(comments.defer("words"))
            return context
