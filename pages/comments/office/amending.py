"""Starts an amendment from a comment; a person completes it."""

from typing import Any

from pages.comments.models import CommentKind, PublicComment
from pages.comments.states import VISIBLE
from pages.drafting.editing import Operation
from pages.drafting.models import Amendment, AmendmentOrganisation
from pages.programmes.clauses import HEADINGS


def amendment_from_comment(key: str, user: Any) -> Amendment | None:
    """Return a new, unsaved amendment with what a comment asks for; None if it may not.

    Its rationale cites the comment, so that readers find it by its number.
    """
    if not user.has_perm("public_comments.view_publiccomment"):
        return None
    comments = PublicComment.objects.filter(state__in=VISIBLE)
    comment = comments.select_related("organisation").filter(pk=key).first()
    if comment is None:
        return None
    amendment = Amendment(
        programme=comment.consultation.programme,
        rationale=comment.code,
        **change_of(comment),
    )
    if comment.organisation:
        row = AmendmentOrganisation(organisation=comment.organisation)
        amendment.organisations = [row]
    return amendment


def change_of(comment: PublicComment) -> dict[str, Any]:
    """Return operation, place and words that a comment's kind and wordings suggest."""
    before, after = comment.quoted.strip(), comment.proposed_wording.strip()
    place = {"clause_id": comment.clause_id}
    if comment.kind == CommentKind.DELETE:
        return {"operation": Operation.DELETE, "text_before": before, **place}
    if comment.kind == CommentKind.ADD:
        if before and after.startswith(before):
            more = after.removeprefix(before).strip()
            return {"operation": Operation.APPEND, "text_after": more, **place}
        is_group = comment.clause_kind in HEADINGS
        beside = {"group_id" if is_group else "after_id": comment.clause_id}
        return {"operation": Operation.ADD, "text_after": after, **beside}
    operation = Operation.REPLACE if before else Operation.AGREE
    words = {"text_before": before, "text_after": after}
    return {"operation": operation, **words, **place}
