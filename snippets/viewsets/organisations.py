from datetime import date

from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django_filters import DateFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets import AdminDateInput
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
)

from snippets.importing.views import import_urlpatterns
from snippets.merging.views import (
    MergeableEditView,
    MergeableInspectView,
    MergeView,
)
from snippets.models import Organisation, OrganisationQuerySet, Sphere

from .base import RegisterViewSet
from .organisation_exports import OrganisationExportView, OrganisationTemplateView
from .organisation_list import OrganisationIndexView
from .organisation_panels import LINKS, PRIVATE, PUBLIC, REGISTERED


class TellApartMixin:
    """Columns by which organisations of one name are told apart in the chooser."""

    def get_object_list(self) -> OrganisationQuerySet:
        return Organisation.objects.unmerged()

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]  # the view it is mixed into has it
            Column("get_legal_form_display", label=_("Legal form")),
            Column("city", label=_("Town")),
            Column("krs_grouped", label=capfirst(_("KRS number"))),
        ]


class OrganisationChooseView(TellApartMixin, ChooseView):
    """The chooser of organisations."""


class OrganisationChooseResultsView(TellApartMixin, ChooseResultsView):
    """A page or a search of the chooser of organisations."""


class OrganisationChooserViewSet(SnippetChooserViewSet):
    """The choice of an organisation, with a new one on the fly."""

    per_page = 100  # what is ticked is forgotten when the list turns its page

    choose_view_class = OrganisationChooseView
    choose_results_view_class = OrganisationChooseResultsView
    form_fields = ["name", "short_name", "legal_form", "krs", "nip", "regon", "city"]


class OrganisationFilterSet(WagtailFilterSet):
    """The filters of the list of organisations; all work together with a search."""

    spheres = ModelMultipleChoiceFilter(
        label=_("Spheres of public tasks"),
        queryset=Sphere.objects.all(),
        method="in_spheres",
        widget=CheckboxSelectMultiple,
    )
    not_checked_since = DateFilter(
        label=_("Not checked since"), method="checked_before", widget=AdminDateInput
    )

    class Meta:
        model = Organisation
        fields = ["status", "legal_form", "opp", "acts_in_city"]

    def in_spheres(
        self, queryset: OrganisationQuerySet, _name: str, spheres: list[Sphere]
    ) -> OrganisationQuerySet:
        if not spheres:
            return queryset
        # By key: modelsearch cannot filter results by a many-to-many relation itself.
        chosen = Organisation.objects.filter(spheres__in=spheres)
        return queryset.filter(pk__in=chosen.values("pk"))

    def checked_before(
        self, queryset: OrganisationQuerySet, _name: str, day: date
    ) -> OrganisationQuerySet:
        return queryset.filter(Q(verified_at__lt=day) | Q(verified_at=None))


class OrganisationViewSet(RegisterViewSet):
    """The register of organisations; private contacts stay in their own tab."""

    model = Organisation
    base_url_path = "organisations"
    icon = "group"
    index_view_class = OrganisationIndexView
    edit_view_class = MergeableEditView
    inspect_view_class = MergeableInspectView
    chooser_viewset_class = OrganisationChooserViewSet
    list_display = [
        "listed_name",
        "legal_form",
        Column(
            "krs_grouped",
            label=capfirst(_("KRS number")),
            classname="w-whitespace-nowrap",
        ),
        Column(
            "nip_grouped",
            label=capfirst(_("NIP number")),
            classname="w-whitespace-nowrap",
        ),
        "city",
        "status",
        DateColumn("verified_at", label=_("Checked on"), sort_key="verified_at"),
    ]
    filterset_class = OrganisationFilterSet
    export_filename = "organisations"
    inspect_view_fields = [
        "name",
        "short_name",
        "legal_form",
        "krs_grouped",
        "nip_grouped",
        "regon_grouped",
        "other_register",
        "other_register_number",
        "opp",
        "opp_since",
        "seat",
        "parent",
        "spheres",
        "website",
        "email",
        "phone",
        "about",
        "logo",
        "status",
        "verified_at",
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(PUBLIC, heading=_("Public data")),
            ObjectList(REGISTERED, heading=_("Identifiers and seat")),
            ObjectList(LINKS, heading=_("Branches and memberships")),
            ObjectList(PRIVATE, heading=_("Private: never published")),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> OrganisationQuerySet:
        return Organisation.objects.unmerged().select_related("parent")

    def get_urlpatterns(self) -> list[URLPattern]:
        listing = self.get_index_view_kwargs()
        listing["template_name"] = OrganisationExportView.template_name
        export = self.construct_view(OrganisationExportView, **listing)
        template = self.construct_view(OrganisationTemplateView)
        return [
            *super().get_urlpatterns(),
            path("export/", export, name="export"),
            path("template/", template, name="template"),
            *import_urlpatterns(),
            path("merge/<int:pk>/", self.construct_view(MergeView), name="merge"),
        ]
