from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from snippets.models import CityUnit

from .base import RegisterViewSet, translated_panel


class CityUnitChooserViewSet(SnippetChooserViewSet):
    """The choice of a city unit, with a new one on the fly."""

    per_page = 100  # what is ticked is forgotten when the list turns its page

    form_fields = ["name", "name_en", "kind"]


class CityUnitViewSet(RegisterViewSet):
    """The departments and other units of the city office."""

    model = CityUnit
    base_url_path = "city-units"
    icon = "site"
    chooser_viewset_class = CityUnitChooserViewSet
    list_display = [
        "listed_name",
        "kind",
        Column("parent", label=_("Part of the unit")),
        "valid_from",
        "valid_to",
    ]
    list_filter = ["kind", "parent"]
    list_export = [
        "name",
        "name_en",
        "name_uk",
        "name_be",
        "get_kind_display",
        "parent",
        "valid_from",
        "valid_to",
        "email",
        "phone",
        "address",
    ]
    export_headings = {"get_kind_display": _("Kind")}
    export_filename = "city-units"
    inspect_view_fields = [
        "name",
        "name_en",
        "kind",
        "parent",
        "valid_from",
        "valid_to",
        "email",
        "phone",
        "address",
    ]
    panels = [
        translated_panel("name", _("Name")),
        InlinePanel(
            "aliases",
            heading=_("Other names"),
            label=_("Other name"),
            help_text=_("Names under which documents mention the unit."),
        ),
        FieldPanel("kind"),
        FieldPanel("parent"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        MultiFieldPanel(
            [FieldPanel("email"), FieldPanel("phone"), FieldPanel("address")],
            heading=_("Public contact"),
            help_text=_("Shown to everybody."),
        ),
        FieldPanel("slug"),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[CityUnit]:
        return CityUnit.objects.select_related("parent")
