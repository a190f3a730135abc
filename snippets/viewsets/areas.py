from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from snippets.models import PriorityArea, PriorityAreaQuerySet, Sphere

from .base import RegisterViewSet, translated_panel


class SphereViewSet(RegisterViewSet):
    """The spheres of public tasks that the statute lists."""

    model = Sphere
    base_url_path = "spheres"
    icon = "list-ol"
    list_display = ["code", "name", "name_en"]
    # Not in the search index: the migration that fills the register does not index.
    search_fields = ["code", "name", "name_en"]
    list_export = ["code", "name", "name_en", "name_uk", "name_be"]
    export_filename = "spheres"
    inspect_view_fields = ["code", "name", "name_en", "name_uk", "name_be"]
    panels = [
        FieldPanel("code"),
        translated_panel("name", _("Name")),
        FieldPanel("order"),
    ]


class PriorityAreaChooserViewSet(SnippetChooserViewSet):
    """The choice of a priority area, with a new one on the fly."""

    form_fields = ["name", "name_en"]


class PriorityAreaViewSet(RegisterViewSet):
    """The areas under which a programme lists its tasks, in an order staff can drag."""

    model = PriorityArea
    base_url_path = "priority-areas"
    sort_order_field = "order"
    icon = "tag"
    chooser_viewset_class = PriorityAreaChooserViewSet
    list_display = ["name", Column("lead_unit", label=_("Lead unit"))]
    ordering = "order"
    list_filter = ["lead_unit"]
    list_export = ["order", "name", "name_en", "name_uk", "name_be", "lead_unit"]
    export_filename = "priority-areas"
    inspect_view_fields = ["name", "name_en", "order", "lead_unit", "spheres", "slug"]
    panels = [
        translated_panel("name", _("Name")),
        FieldPanel("lead_unit"),
        FieldPanel("spheres", widget=forms.CheckboxSelectMultiple),
        FieldPanel("slug"),
    ]

    def get_queryset(self, request: HttpRequest) -> PriorityAreaQuerySet:
        return PriorityArea.objects.select_related("lead_unit")
