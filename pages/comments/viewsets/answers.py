"""Official answers in the admin."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    HelpPanel,
    MultipleChooserPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn

from pages.comments.admin_views.answer_steps import ANSWER_STEPS
from pages.comments.admin_views.answers import (
    AnswersView,
    AnswerView,
    WriteAnswerView,
)
from pages.comments.admin_views.steps import AnswerStepView
from pages.comments.forms.answer import AnswerForm
from pages.comments.models import AnswerState, OfficialAnswer

from .answer_panels import CoveredWordsPanel
from .base import KeptViewSet

PANELS = [
    HelpPanel(
        content=_(
            "Readers see ruling and reasons under each comment once another person "
            "has approved the answer and it is published. A saved change must be "
            "approved anew."
        )
    ),
    MultipleChooserPanel(
        "covered",
        chooser_field_name="comment",
        heading=_("Comments it answers"),
        label=_("Public comment"),
        panels=[FieldPanel("comment")],
    ),
    CoveredWordsPanel(heading=_("What it says"), icon="comment"),
    FieldPanel("ruling"),
    FieldPanel("reasons"),
    FieldPanel("unit"),
    MultipleChooserPanel(
        "amendments",
        chooser_field_name="amendment",
        heading=_("Changes that come of it"),
        label=_("Amendment"),
        help_text=_(
            "An accepted comment names at least one: make it from the comment first, "
            "and choose it here."
        ),
        panels=[FieldPanel("amendment")],
    ),
    FieldPanel("correction"),
]


class AnswerViewSet(KeptViewSet):
    """Answers: drafted from comments, approved by another person, published."""

    model = OfficialAnswer
    base_url_path = "answers"
    icon = "openquote"
    views = ("edit",)
    menu_label = pgettext_lazy("menu", "Official answers")
    index_view_class = AnswersView
    inspect_view_class = AnswerView
    edit_view_class = WriteAnswerView
    inspect_template_name = "public_comments/admin/answer.html"
    search_fields = ["reasons"]
    list_display = [
        "__str__",
        StatusTagColumn(
            "get_state_display",
            label=_("State"),
            primary=lambda answer: answer.state == AnswerState.DRAFT,
        ),
        Column("comments", label=_("Public comments")),
        Column("unit", label=_("Unit")),
        Column("drafted_by", label=_("Drafted by")),
        Column("drafted_at", label=_("Drafted"), sort_key="drafted_at"),
    ]
    list_filter = ["state", "ruling", "unit"]
    edit_handler = ObjectList(PANELS, base_form_class=AnswerForm)

    def get_urlpatterns(self) -> list[URLPattern]:
        steps = [
            path(
                f"{name.replace('_', '-')}/<int:pk>/",
                self.construct_view(AnswerStepView, step_name=name),
                name=name,
            )
            for name in ANSWER_STEPS
        ]
        return [*super().get_urlpatterns(), *steps]
