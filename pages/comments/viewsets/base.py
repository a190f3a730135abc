"""What the lists of this room share: nothing in them is deleted or copied."""

from typing import Any

from django.urls import URLPattern
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.snippets.models import SnippetAdminURLFinder

from snippets.viewsets.base import RegisterIndexView, RegisterViewSet

# Wagtail's own words agree with a model's name in English only.
NOT_SAVED = _("It is not saved yet: correct the fields marked.")


class OwnWordsMixin:
    """Says that a row is saved in the view's own `success_message`.

    Wagtail's views of snippets take no notice of it.
    """

    success_message: Any
    object: Any

    def get_success_message(self, instance: Any = None) -> str:
        """Return what is said of the row."""
        return str(self.success_message) % {"object": instance or self.object}


class KeptIndexView(RegisterIndexView):
    """A list whose rows lead to the page about the row, not to a form.

    Nothing is ticked in it: Wagtail would offer to delete what is.
    """

    title_label: Any = ""

    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = [
            column
            for column in super().columns
            if not isinstance(column, BulkActionsCheckboxColumn)
        ]
        if self.title_label:
            columns[0].label = self.title_label
        return columns

    def get_edit_url(self, instance: Any) -> str | None:
        return None

    def get_list_buttons(self, instance: Any) -> list[Any]:
        return []  # the title leads to all that can be done


class KeptViewSet(RegisterViewSet):
    """Rows that stay; `views` names those of Wagtail's views that make sense here."""

    index_view_class = KeptIndexView
    index_template_name = "wagtailadmin/generic/index.html"
    index_results_template_name = "wagtailadmin/generic/index_results.html"
    views: tuple[str, ...] = ("add", "edit")

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        absent = {
            f"{name}_url_name": None
            for name in ("add", "edit", "history", "usage", "delete")
            if name not in self.views
        }
        return {**super().get_common_view_kwargs(**kwargs), **absent, **kwargs}

    def get_urlpatterns(self) -> list[URLPattern]:
        kept = {"list", "list_results", "inspect", *self.views}
        if "history" in kept:
            kept.add("history_results")
        return [view for view in super().get_urlpatterns() if view.name in kept]

    @property
    def url_finder_class(self) -> type[SnippetAdminURLFinder]:
        """What finds the address of a row: that of the page about it."""
        names = {"model": self.model, "edit_url_name": self.get_url_name("inspect")}
        return type("_PageFinder", (SnippetAdminURLFinder,), names)

    def register_chooser_viewset(self) -> None:
        """Make no chooser: it would show the rows to all staff."""

    def register_snippet_model(self) -> None:
        """Leave the model out of the snippets: Wagtail deletes those in bulk."""
