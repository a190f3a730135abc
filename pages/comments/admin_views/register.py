"""The list of all comments, as staff work through it."""

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import (
    BulkActionsCheckboxColumn,
    Column,
    StatusTagColumn,
    Table,
)
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.admin.widgets.button import ListingButton

from pages.comments.models import PublicComment
from pages.comments.office.waiting import WAITING
from pages.comments.searching import find_comments
from pages.comments.states import SEE_CONTACT, State
from pages.comments.viewsets.base import KeptIndexView

from .exporting import COLUMNS, HEADINGS, PRIVATE_COLUMNS, ExportedComments
from .paginating import KeyPaginator

NOT_LISTED = ("words", "proposed_wording", "justification")
HEAD_NOT_LISTED = tuple(
    f"duplicate_of__{name}" for name in (*NOT_LISTED, "text", "quoted")
)


def when_received(comment: PublicComment) -> str:
    """Return day and hour at which a comment came, whether too late, and held."""
    moment = date_format(localtime(comment.received_at), "SHORT_DATETIME_FORMAT")
    marks = [gettext("late")] if comment.is_late else []
    if comment.is_held:
        marks.append(pgettext("comment", "held"))
    return f"{moment} ({', '.join(marks)})" if marks else moment


class RegisterView(KeptIndexView):
    """The register of comments: searched, filtered, exported."""

    is_searchable = True
    title_label = _("Number")
    export_headings = HEADINGS
    export_filename = "comments"
    add_item_label = _("Enter a comment")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.is_export:
            rows = ExportedComments(self.get_queryset())
            response: HttpResponse = self.as_spreadsheet(rows, request.GET["export"])
            return response
        return super().get(request, *args, **kwargs)

    @cached_property
    def sees_contact(self) -> bool:
        """Whether the user may know who wrote."""
        return bool(self.request.user.has_perm(SEE_CONTACT))

    @cached_property
    def list_export(self) -> list[str]:
        return [*COLUMNS, *(PRIVATE_COLUMNS if self.sees_contact else ())]

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            "__str__",
            Column("excerpt", label=_("What it says"), width="30%"),
            Column("who", label=_("Who"), accessor=self.who),
            Column("label", label=_("Clause")),
            StatusTagColumn(
                "get_state_display",
                label=_("State"),
                primary=lambda comment: comment.state in WAITING,
            ),
            Column("unit", label=_("Unit")),
            Column(
                "received_at",
                label=_("Received"),
                accessor=when_received,
                sort_key="received_at",
            ),
            Column("duplicates", label=_("Duplicates"), accessor=self.duplicates_of),
        ]

    @cached_property
    def columns(self) -> list[Any]:
        columns: list[Any] = super().columns
        columns[0].classname = "w-whitespace-nowrap"
        ticks = BulkActionsCheckboxColumn("bulk_actions", obj_type="snippet")
        return [ticks, *columns] if self.bulk_buttons else columns

    @cached_property
    def bulk_buttons(self) -> list[ListingButton]:
        """What the user may do with the comments ticked."""
        label, name = PublicComment._meta.app_label, PublicComment._meta.model_name
        actions = bulk_action_registry.get_bulk_actions_for_model(label, name)
        return [
            ListingButton(
                action.display_name,
                reverse("wagtail_bulk_action", args=[label, name, action.action_type]),
                attrs={"aria-label": action.aria_label, "data-bulk-action-button": ""},
                classname=" ".join(action.classes | {"bulk-action-btn"}),
            )
            for action in sorted(actions, key=lambda one: one.action_priority)
            if action.is_for(self.request.user)
        ]

    def who(self, comment: PublicComment) -> str:
        """Return who speaks; a private name only to those who may know it."""
        public = comment.public_author
        if self.sees_contact and comment.name and comment.name not in public:
            return f"{public} ({comment.name})"
        return public

    def duplicates_of(self, comment: Any) -> str:
        """Return what a comment is a duplicate of, or how many it has."""
        if comment.duplicate_of:
            return f"= {comment.duplicate_of}"
        count = self.duplicate_counts.get(comment.pk, 0)
        return f"+{count}" if count else ""

    def get_base_queryset(self) -> Any:
        unread = ("words",) if self.is_export else NOT_LISTED
        comments = PublicComment.objects.defer(*unread, *HEAD_NOT_LISTED)
        return comments.select_related("unit", "organisation", "duplicate_of")

    def order_queryset(self, queryset: Any) -> Any:
        backwards = self.ordering != "received_at"
        order = ("-received_at", "-pk") if backwards else ("received_at", "pk")
        return queryset.order_by(*order)

    def search_queryset(self, queryset: Any) -> Any:
        if not self.is_searching:
            return queryset
        if self.sees_contact and "@" in self.search_query:
            return queryset.filter(email__iexact=self.search_query.strip())
        return find_comments(queryset, self.search_query)

    def get_paginator(self, queryset: Any, per_page: int, **kwargs: Any) -> Any:
        return KeyPaginator(queryset, per_page, **kwargs)

    def get_table(self, object_list: Any) -> Table:
        keys = [comment.pk for comment in object_list]
        rows = PublicComment.objects.filter(duplicate_of__in=keys).order_by()
        counted = rows.values_list("duplicate_of").annotate(Count("pk"))
        self.duplicate_counts = dict(counted)
        return super().get_table(object_list)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["states"] = self.count_states()
        context["bulk_buttons"] = self.bulk_buttons
        return context

    def count_states(self) -> list[dict[str, Any]]:
        """Return how many comments are in each state, with a link to them."""
        comments = PublicComment.objects.order_by()
        version = self.request.GET.get("consultation", "")
        chosen = ""
        if version.isdecimal():
            comments = comments.filter(consultation=version)
            chosen = f"&consultation={version}"
        counts = dict(comments.values_list("state").annotate(n=Count("*")))
        return [
            {
                "label": state.label,
                "count": counts[state.value],
                "url": f"{self.index_url}?state={state.value}{chosen}",
                "is_waiting": state in WAITING,
            }
            for state in State
            if state.value in counts
        ]
