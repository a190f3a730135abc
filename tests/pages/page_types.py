"""What must hold of every page type; a test class of each names its rules."""

from django.urls import reverse
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

# Their labels say all there is to say.
SELF_EXPLANATORY = {
    "title",
    "slug",
    "body",
    "date",
    "status",
    "stage",
    "kind",
    "start_time",
    "end_time",
    "place",
    "online_url",
    "area",
    "summary",
    "legal_basis",
    "resolution_date",
    "planned_funds",
    "discussed_draft",
    "resulting_draft",
    "agreed_introduction",
    "findings_introduction",
    "call_for_comments",
}


def panels_of(model):
    """Yield the fields and rows of a page type's form, as an editor meets them."""
    waiting = [model.get_edit_handler()]
    while waiting:
        panel = waiting.pop(0)
        if isinstance(panel, FieldPanel | InlinePanel):
            yield panel
        waiting.extend(getattr(panel, "children", []))


def field_name(panel):
    return getattr(panel, "field_name", None) or panel.relation_name


class PageTypeCases:
    """Mixed into WagtailPageTestCase: `make_page`, `parent` and `form_data` differ."""

    model = None
    parents = frozenset()
    children = frozenset()
    beside_content = frozenset()

    def test_type_stands_only_under_its_parents(self):
        self.assertAllowedParentPageTypes(self.model, self.parents)

    def test_type_takes_only_its_children(self):
        self.assertAllowedSubpageTypes(self.model, self.children)

    def test_page_is_renderable(self):
        self.assertPageIsRenderable(self.page)

    def test_page_is_editable(self):
        self.client.force_login(self.create_superuser("clerk"))
        address = f"/admin/pages/{self.page.pk}/edit/"
        form = {**self.form_data(), "action-publish": "1"}

        assert self.client.get(address).status_code == 200
        assert self.client.post(address, form).status_code == 302

        self.page.refresh_from_db()
        assert self.page.title == form["title"]

    def test_page_is_previewable(self):
        self.assertPageIsPreviewable(self.page, post_data=self.form_data())

    def test_page_is_created_by_the_admin_form(self):
        user = self.create_superuser("clerk")
        self.client.force_login(user)

        response = self.client.post(
            reverse(
                "wagtailadmin_pages:add",
                args=[
                    self.model._meta.app_label,
                    self.model._meta.model_name,
                    self.parent.pk,
                ],
            ),
            {**self.form_data(), "action-publish": "1"},
        )

        if response.status_code != 302:
            self.fail(response.context["form"].errors)
        page = self.model.objects.latest("pk")
        assert page.live
        self.check_created(page)

    def check_created(self, page):
        """Say what the form must have kept; page types add their own."""
        assert page.get_parent().pk == self.parent.pk

    def test_form_explains_its_fields(self):
        content = [
            field_name(panel)
            for panel in panels_of(self.model)
            if isinstance(panel, FieldPanel)
            and self.model._meta.get_field(panel.field_name).model._meta.app_label
            != "wagtailcore"
        ]
        unexplained = {
            name for name in content if not self.model._meta.get_field(name).help_text
        }

        assert "lead" in content
        assert unexplained <= SELF_EXPLANATORY
        assert str(self.model.page_description).endswith(".")

    def test_search_and_api_show_what_readers_see(self):
        """Both are subsets of the content that an editor fills in for the public."""
        shown = {field_name(panel) for panel in panels_of(self.model)}
        searched = {
            field.field_name
            for field in self.model.search_fields
            if isinstance(field, index.SearchField | index.RelatedFields)
        }
        in_api = {field.name for field in self.model.api_fields}

        assert {"title", "lead"} <= searched
        assert searched <= shown
        assert self.model.check() == []
        own = {name for name in shown if self.is_own(name)} - self.beside_content
        assert in_api == own

    def is_own(self, name):
        """Whether the panel is of our models, not of Wagtail's pages."""
        field = self.model._meta.get_field(name)
        return field.model._meta.app_label != "wagtailcore"
