"""The proposed places of comments in a new version: a person decides each."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from pages.comments.models import CommentPlacement, PlacementKind
from pages.comments.office.following import decide_placement
from pages.comments.states import CHANGE
from pages.programmes.admin_views.base import DraftView
from pages.programmes.models.clause import clause_label
from pages.programmes.redline import Segment, compare_words

MOST_AT_ONCE = 50


@dataclass(frozen=True)
class ProposedPlace:
    """A comment, what it was about, and the clause that it may be about now."""

    placement: CommentPlacement
    label: str
    text: str
    segments: tuple[Segment, ...]

    @property
    def percent(self) -> int:
        """How alike the two wordings are."""
        return round((self.placement.score or 0) * 100)


class PlacementsView(DraftView):
    """Shows both wordings side by side; a POST saves what was decided of them."""

    page_title = gettext_lazy("Places of comments")
    template_name = "public_comments/admin/placements.html"
    header_icon = "comment"

    def may_open(self) -> bool:
        """Whether the user may change comments; closed versions take places too."""
        return bool(self.request.user.has_perm(CHANGE))

    @cached_property
    def proposals(self) -> Any:
        """The places that wait for a decision."""
        rows = CommentPlacement.objects.filter(
            draft=self.draft, kind=PlacementKind.PROPOSED
        )
        return rows.select_related("comment").order_by("pk")

    def read_places(self) -> list[ProposedPlace]:
        """Return the first of them with the words that they are about."""
        nodes = {node.uid: node for node in self.draft.clauses}
        places = []
        for row in self.proposals[:MOST_AT_ONCE]:
            node = nodes.get(str(row.clause_id))
            text = node.text if node else ""
            label = clause_label(node.kind, node.number) if node else ""
            changes = compare_words(row.comment.quoted, text)
            places.append(ProposedPlace(row, label, text, changes))
        return places

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        context |= {
            "draft": self.draft,
            "places": self.read_places(),
            "count": self.proposals.count(),
            "submit_button_label": _("Save the decisions"),
            "submit_button_active_label": _("Saving…"),
        }
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        decided = 0
        for row in self.proposals[:MOST_AT_ONCE]:
            choice = request.POST.get(f"place-{row.pk}")
            if choice in {"yes", "no"}:
                decide_placement(
                    placement=row, accepted=choice == "yes", user=request.user
                )
                decided += 1
        if decided:
            words = ngettext(
                "%(n)s place is decided.", "%(n)s places are decided.", decided
            )
            messages.success(request, words % {"n": decided})
        else:
            messages.error(request, _("Nothing was chosen: nothing is saved."))
        return redirect(request.path)
