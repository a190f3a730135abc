"""Synonyms in the admin."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView, EditView

from pages.comments.viewsets.base import NOT_SAVED, OwnWordsMixin
from search.forms import SynonymForm
from search.models import Synonym
from snippets.viewsets.base import RegisterViewSet

# Wagtail's own words agree with a model's name in English only.
SAVED = _("These words now mean the same: %(object)s.")


class SynonymCreateView(OwnWordsMixin, CreateView):
    """New synonyms; `?words=…&language=…` start them from a query."""

    success_message = SAVED
    error_message = NOT_SAVED

    def get_initial_form_instance(self) -> Synonym:
        synonym = Synonym(words=self.request.GET.get("words", "")[:100])
        language = self.request.GET.get("language", "")
        if language in dict(settings.WAGTAIL_CONTENT_LANGUAGES):
            synonym.language = language
        return synonym


class SynonymEditView(OwnWordsMixin, EditView):
    """A group of synonyms that is there already."""

    success_message = SAVED
    error_message = NOT_SAVED


class SynonymViewSet(RegisterViewSet):
    """Words and abbreviations that mean the same, language by language."""

    model = Synonym
    base_url_path = "search-synonyms"
    icon = "openquote"
    menu_label = pgettext_lazy("menu", "Synonyms")
    menu_name = "search-synonyms"
    menu_order = 890  # before the promoted results, whose place is Wagtail's
    add_view_class = SynonymCreateView
    edit_view_class = SynonymEditView
    list_display = [
        "__str__",
        Column("get_language_display", label=_("Language"), sort_key="language"),
    ]
    list_filter = ["language"]
    list_export = ["language", "lines"]
    export_filename = "synonyms"
    search_fields = ["words"]
    inspect_view_fields = ["language", "words"]
    edit_handler = ObjectList(
        [FieldPanel("language"), FieldPanel("words")], base_form_class=SynonymForm
    )

    def register_chooser_viewset(self) -> None:
        """Make no chooser: nothing refers to synonyms."""
