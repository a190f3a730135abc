from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from snippets.models import Place

from .base import RegisterViewSet, translated_panel


class PlaceChooserViewSet(SnippetChooserViewSet):
    """The choice of a place, with a new one on the fly."""

    form_fields = ["name", "street", "postcode", "city"]


class PlaceViewSet(RegisterViewSet):
    """The places of meetings; a room is best entered as a copy of the next one."""

    model = Place
    base_url_path = "places"
    icon = "home"
    chooser_viewset_class = PlaceChooserViewSet
    copy_view_enabled = True
    list_display = [
        "listed_name",
        "street",
        "city",
        Column("unit", label=_("Seat of the unit")),
    ]
    list_filter = ["unit"]
    list_export = ["name", "street", "postcode", "city", "unit", "accessibility"]
    export_filename = "places"
    inspect_view_fields = ["name", "name_en", "address", "unit", "accessibility"]
    panels = [
        translated_panel("name", _("Name")),
        MultiFieldPanel(
            [
                FieldPanel("street"),
                FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
                FieldPanel("unit"),
            ],
            heading=_("Address"),
        ),
        translated_panel("accessibility", _("Accessibility")),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Place]:
        return Place.objects.select_related("unit")
