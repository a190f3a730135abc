"""Organisation codes in the admin."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn

from pages.comments.viewsets import SUBMENU
from pages.comments.viewsets.base import KeptViewSet
from pages.comments.viewsets.comment_filters import VersionFilter, consultations

from .admin_forms import IssueForm
from .admin_views.codes import CodesView, CodeView, IssueView
from .admin_views.steps import STEPS, CodeStepView
from .models import CodeState, OrganisationCode

PANELS = [
    HelpPanel(
        content=_(
            "With the code, members of the organisation draft comments without "
            "accounts. Its contact person gets a private link by e-mail, makes one "
            "position of the drafts and submits it. You see the code once, after "
            "saving: hand it over by another way than that e-mail."
        )
    ),
    FieldPanel("consultation"),
    FieldPanel("organisation"),
    FieldPanel("contact_email"),
    FieldPanel("language"),
]


class CodeFilterSet(WagtailFilterSet):
    """Narrows codes to those for one version."""

    consultation = VersionFilter(
        label=_("Version"), queryset=consultations, empty_label=_("All")
    )

    class Meta:
        model = OrganisationCode
        fields = ["consultation"]


class OrganisationCodeViewSet(KeptViewSet):
    """Codes: issued, revoked, never deleted; what is drafted under them is private."""

    model = OrganisationCode
    base_url_path = "organisation-codes"
    icon = "key"
    views = ("add",)
    menu_hook = SUBMENU
    menu_order = 10
    index_view_class = CodesView
    add_view_class = IssueView
    inspect_view_class = CodeView
    inspect_template_name = "organisation_positions/admin/code.html"
    filterset_class = CodeFilterSet
    list_display = [
        "__str__",
        Column("consultation.draft.title", label=_("Version")),
        Column("consultation.year", label=_("Year")),
        StatusTagColumn(
            "state.label",
            label=_("State"),
            primary=lambda code: code.state == CodeState.SUBMITTED,
        ),
        Column("draft_count", label=_("Drafts of members")),
        Column("comment_count", label=_("Public comments")),
        DateColumn("issued_at", label=_("Issued"), sort_key="issued_at"),
    ]
    edit_handler = ObjectList(PANELS, base_form_class=IssueForm)

    def get_urlpatterns(self) -> list[URLPattern]:
        steps = [
            path(
                f"{name}/<int:pk>/",
                self.construct_view(CodeStepView, step_name=name),
                name=name,
            )
            for name in STEPS
        ]
        return [*super().get_urlpatterns(), *steps]
