"""Consultations in the admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn

from pages.comments.admin_views.consultations import (
    ChangeConsultationView,
    ConsultationHistoryView,
    ConsultationsView,
    ConsultationView,
    OpenConsultationView,
)
from pages.comments.forms.consultation import ConsultationForm
from pages.comments.models import Consultation, Phase
from snippets.viewsets.base import translated_panel

from .base import KeptViewSet

PANELS = [
    FieldPanel("draft", widget=forms.Select),
    FieldRowPanel([FieldPanel("opens_on"), FieldPanel("closes_on")]),
    FieldPanel("is_moderated"),
    FieldPanel("asks_challenge"),
    translated_panel("notice", _("Notice")),
    MultiFieldPanel(
        [
            FieldPanel("legal_basis"),
            FieldRowPanel([FieldPanel("act"), FieldPanel("act_date")]),
        ],
        heading=_("Legal basis"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("contact_unit"),
            FieldPanel("contact_email"),
            FieldPanel("contact_address"),
        ],
        heading=_("Other ways to comment"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("controller"),
            FieldPanel("data_protection_officer"),
            FieldPanel("retention"),
            FieldPanel("erase_contacts_on"),
        ],
        heading=_("Personal data (RODO)"),
    ),
]


class ConsultationViewSet(KeptViewSet):
    """Consultations: when which version may be commented on, and how."""

    model = Consultation
    base_url_path = "consultations"
    icon = "calendar-check"
    views = ("add", "edit", "history")
    index_view_class = ConsultationsView
    add_view_class = OpenConsultationView
    edit_view_class = ChangeConsultationView
    inspect_view_class = ConsultationView
    history_view_class = ConsultationHistoryView
    list_display = [
        "draft__title",
        Column("year", label=_("Year"), sort_key="year"),
        Column("opens_on", label=_("First day"), sort_key="opens_on"),
        Column("closes_on", label=_("Last day"), sort_key="closes_on"),
        StatusTagColumn(
            "phase.label",
            label=_("Phase"),
            primary=lambda row: row.phase == Phase.OPEN,
        ),
    ]
    inspect_view_fields = [
        "draft",
        "opens_on",
        "closes_on",
        "is_moderated",
        "asks_challenge",
        "notice",
        "legal_basis",
        "act",
        "act_date",
        "contact_unit",
        "contact_email",
        "contact_address",
        "controller",
        "data_protection_officer",
        "retention",
        "erase_contacts_on",
    ]
    edit_handler = ObjectList(PANELS, base_form_class=ConsultationForm)
