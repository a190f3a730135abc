from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.snippets.views.chooser import SnippetChooserViewSet

from snippets.models import Project

from .base import RegisterViewSet, translated_panel


class ProjectChooserViewSet(SnippetChooserViewSet):
    """The choice of a project, with a new one on the fly."""

    form_fields = ["name", "name_en"]


class ProjectViewSet(RegisterViewSet):
    """The projects that pay for meetings; next year's may start as a copy."""

    model = Project
    base_url_path = "projects"
    icon = "folder-open-inverse"
    chooser_viewset_class = ProjectChooserViewSet
    copy_view_enabled = True
    list_display = ["listed_name", "localized_funding_note"]
    list_export = [
        "name",
        "name_en",
        "name_uk",
        "name_be",
        "description",
        "funding_note",
    ]
    export_filename = "projects"
    inspect_view_fields = ["name", "name_en", "description", "funding_note", "logo"]
    panels = [
        translated_panel("name", _("Name")),
        translated_panel("description", _("Description")),
        translated_panel("funding_note", _("Note on funding")),
        FieldPanel("logo"),
        translated_panel("logo_alt", _("Description of the logo"), collapsed=True),
        InlinePanel(
            "roles",
            heading=_("Who does what"),
            label=_("Role"),
            help_text=_(
                "Choose an organisation or a city unit, or write another name: exactly "
                "one of the three."
            ),
            panels=[
                FieldPanel("role"),
                FieldPanel("organisation"),
                FieldPanel("unit"),
                FieldPanel("name"),
                FieldPanel("name_as_written"),
                MultiFieldPanel(
                    [
                        FieldPanel("logo"),
                        FieldRowPanel(
                            [FieldPanel("logo_alt"), FieldPanel("logo_alt_en")]
                        ),
                        FieldRowPanel(
                            [FieldPanel("logo_alt_uk"), FieldPanel("logo_alt_be")]
                        ),
                    ],
                    heading=_("Logo"),
                ),
            ],
        ),
    ]
