"""The register of amendments in the admin."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    PageChooserPanel,
)
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, SnippetViewSet

from pages.drafting.models import Amendment
from pages.drafting.sources import start_amendment


class AmendmentCreateView(CreateView):
    """A new amendment; `?finding=` and the like start it from what was said."""

    def get_initial_form_instance(self) -> Amendment | None:
        return start_amendment(self.request.GET, self.request.user)


class AmendmentViewSet(SnippetViewSet):
    """Amendments: what is proposed, what became of it."""

    model = Amendment
    base_url_path = "amendments"
    icon = "edit"
    menu_label = pgettext_lazy("menu", "Amendments")
    menu_order = 190
    add_to_admin_menu = True
    add_view_class = AmendmentCreateView
    inspect_view_enabled = True
    copy_view_enabled = False
    list_per_page = 50
    list_display = [
        Column("code", label=_("Code")),
        "__str__",
        Column("get_status_display", label=_("Status")),
        Column("applied_in", label=_("Applied in")),
    ]
    list_filter = ["programme", "status", "operation"]
    search_fields = ["text_before", "text_after", "rationale"]
    panels = [
        FieldRowPanel(
            [PageChooserPanel("programme"), FieldPanel("status")],
        ),
        MultipleChooserPanel(
            "finding_links",
            chooser_field_name="finding",
            heading=_("Findings it comes from"),
            label=_("Finding"),
            panels=[FieldPanel("finding")],
        ),
        MultiFieldPanel(
            [
                FieldPanel("operation"),
                FieldPanel("clause"),
                FieldPanel("text_before"),
                FieldPanel("text_after"),
                FieldPanel("agreed_text"),
                FieldPanel("rationale"),
            ],
            heading=_("Change"),
        ),
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("after"), FieldPanel("group")],
            heading=_("Place of a new or moved clause"),
            classname="collapsed",
        ),
        MultipleChooserPanel(
            "organisations",
            chooser_field_name="organisation",
            heading=_("Organisations that proposed it"),
            label=_("Organisation"),
            panels=[FieldPanel("organisation")],
        ),
        MultipleChooserPanel(
            "units",
            chooser_field_name="unit",
            heading=_("City units that proposed it"),
            label=_("City unit"),
            panels=[FieldPanel("unit")],
        ),
        PageChooserPanel("agreed_at"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Amendment]:
        return Amendment.objects.select_related("programme", "applied_in")
