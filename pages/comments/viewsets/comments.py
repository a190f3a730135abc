"""The register of comments in the admin."""

from django.forms import FileInput
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.comments.admin_views.desk import DeskView
from pages.comments.admin_views.desk_steps import STEPS
from pages.comments.admin_views.intake import ChangeEnteredView, EnterView, ScanView
from pages.comments.admin_views.register import RegisterView
from pages.comments.admin_views.steps import CommentStepView
from pages.comments.forms.intake import IntakeForm
from pages.comments.models import PublicComment
from pages.comments.sending.scans import ACCEPTED

from .base import KeptViewSet
from .comment_chooser import CommentChooserViewSet
from .comment_filters import CommentFilterSet

PANELS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("channel"), FieldPanel("received_at")]),
            FieldPanel("consultation"),
            FieldPanel("scan", widget=FileInput(attrs={"accept": ACCEPTED})),
        ],
        heading=_("How and when it came"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("clause"),
            FieldPanel("citation"),
            FieldPanel("kind"),
            FieldPanel("text"),
            FieldPanel("proposed_wording"),
            FieldPanel("justification"),
            FieldPanel("language"),
        ],
        heading=_("What it says"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("on_behalf"),
            FieldPanel("organisation"),
            FieldPanel("organisation_name"),
            FieldPanel("name"),
            FieldPanel("name_is_public"),
            FieldPanel("email"),
        ],
        heading=_("Who says it"),
    ),
]


class CommentViewSet(KeptViewSet):
    """Comments: read, answered, hidden, never deleted."""

    model = PublicComment
    base_url_path = "comments"
    icon = "comment"
    menu_label = pgettext_lazy("menu", "Register of comments")
    index_view_class = RegisterView
    inspect_view_class = DeskView
    add_view_class = EnterView
    edit_view_class = ChangeEnteredView
    chooser_viewset_class = CommentChooserViewSet
    chooser_per_page = 50
    index_template_name = "public_comments/admin/register.html"
    index_results_template_name = "public_comments/admin/register_results.html"
    inspect_template_name = "public_comments/admin/desk.html"
    filterset_class = CommentFilterSet
    edit_handler = ObjectList(PANELS, base_form_class=IntakeForm)

    def get_urlpatterns(self) -> list[URLPattern]:
        scan = path("scan/<int:pk>/", ScanView.as_view(), name="scan")
        steps = [
            path(
                f"{name.replace('_', '-')}/<int:pk>/",
                self.construct_view(CommentStepView, step_name=name),
                name=name,
            )
            for name in STEPS
        ]
        return [*super().get_urlpatterns(), scan, *steps]

    def register_chooser_viewset(self) -> None:
        """Make the chooser, which asks for the right to see the register."""
        SnippetViewSet.register_chooser_viewset(self)
