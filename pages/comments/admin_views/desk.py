"""Everything about one comment, and what can be done with it now."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.views.snippets import InspectView

from pages.comments.models import (
    CommentKind,
    HidingReason,
    OfficialAnswer,
    PublicComment,
)
from pages.comments.sending.intake import may_change
from pages.comments.states import SEE_CONTACT, VISIBLE
from pages.programmes.models import ProgrammeDraftPage
from pages.programmes.redline import compare_words

from .desk_steps import STEPS
from .duplicates import say_same
from .history import read_history
from .step import steps_for

COMMENT = "wagtailsnippets_public_comments_publiccomment"
AMENDMENT_ADD = "wagtailsnippets_drafting_amendment:add"
# What may still be amended on account of a comment.
WORTH_AMENDING = (CommentKind.CHANGE, CommentKind.ADD, CommentKind.DELETE)


class DeskView(InspectView):
    """The page of one comment in the admin."""

    template_name = "public_comments/admin/desk.html"
    object: PublicComment

    def get_object(self, queryset: Any = None) -> PublicComment:
        comments = PublicComment.objects.select_related(
            "area", "unit", "organisation", "duplicate_of", "entered_by", "consultation"
        )
        return get_object_or_404(comments, pk=self.pk)

    def get_page_title(self) -> str:
        return _("Public comment")

    def get_edit_url(self) -> str | None:
        """Return the address of the form, for what staff entered and may correct."""
        return super().get_edit_url() if may_change(self.object) else None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = super().get_breadcrumbs_items()
        return [item for item in items if item["url"] != self.get_edit_url()]

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        edit_url = self.get_edit_url()
        if not edit_url:
            return []
        return [
            HeaderButton(_("Correct what was entered"), url=edit_url, icon_name="edit")
        ]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        return []

    def get_fields_context(self) -> list[Any]:
        return []

    @cached_property
    def sees_contact(self) -> bool:
        """Whether the user may know who wrote."""
        return bool(self.request.user.has_perm(SEE_CONTACT))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        comment, user = self.object, self.request.user
        context |= {
            "comment": comment,
            "version": self.read_version(),
            "hiding_reason": dict(HidingReason.choices).get(comment.hiding_reason, ""),
            "segments": self.read_changes(),
            "contact": self.read_contact(),
            "has_email": bool(comment.email),
            "steps": [
                (step, reverse(f"{COMMENT}:{step.name}", args=[comment.pk]))
                for step in steps_for(STEPS, comment, user)
            ],
            "answers": self.read_answers(),
            "may_open_answer": user.has_perm("public_comments.view_officialanswer"),
            "duplicates": list(
                comment.duplicates.only("number", "year", "duplicate_of")
            ),
            "same": say_same(comment),
            "placements": list(
                comment.placements.select_related("draft").only(
                    "kind", "comment", "draft__title"
                )
            ),
            "notices": list(comment.notices.all()),
            "history": read_history(comment),
            "amend_url": self.get_amend_url(),
            "public_url": comment.url if comment.state in VISIBLE else "",
        }
        return context

    def read_version(self) -> str:
        """Return the name of the version commented on, without reading its text."""
        drafts = ProgrammeDraftPage.objects.filter(
            pk=self.object.consultation.draft_id
        ).values_list("title", flat=True)
        return f"{self.object.year}: {drafts.get()}"

    def read_changes(self) -> tuple[Any, ...]:
        """Return what the author would change in the words of the clause."""
        comment = self.object
        if not comment.proposed_wording or not comment.quoted:
            return ()
        return compare_words(comment.quoted, comment.proposed_wording)

    def read_contact(self) -> dict[str, str] | None:
        """Return who wrote, for those who may know; None for the others."""
        if not self.sees_contact:
            return None
        comment = self.object
        scan = reverse(f"{COMMENT}:scan", args=[comment.pk]) if comment.scan else ""
        return {"name": comment.name, "email": comment.email, "scan": scan}

    def read_answers(self) -> list[OfficialAnswer]:
        """Return the answers that cover the comment, the latest first."""
        answers = OfficialAnswer.objects.filter(covered__comment=self.object)
        return list(answers.select_related("unit", "drafted_by").order_by("-pk"))

    def get_amend_url(self) -> str:
        """Return where an amendment is made from the comment, for those who may."""
        may = self.request.user.has_perm("drafting.add_amendment")
        if not may or self.object.kind not in WORTH_AMENDING:
            return ""
        if self.object.state not in VISIBLE:
            return ""
        return f"{reverse(AMENDMENT_ADD)}?comment={self.object.pk}"
