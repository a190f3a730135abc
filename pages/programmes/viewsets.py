"""The chooser of clauses: by words, among all drafts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.chooser import ChooserViewSet


class ClauseChooserViewSet(ChooserViewSet):
    """Lets an editor point at a clause by its words."""

    model = "programmes.Clause"
    icon = "list-ul"
    choose_one_text = _("Choose a clause")
    choose_another_text = _("Choose another clause")
    per_page = 20


clause_chooser_viewset = ClauseChooserViewSet("clause_chooser")
