"""Tells the pages of versions and clauses what the public says of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.ui.components import Component

from pages.base.frame import Link
from pages.base.visibility import visible
from pages.comments.models import CERTAIN, CommentPlacement, Consultation, PublicComment
from pages.programmes.models import ProgrammeDraftPage

from .listing import read_listing
from .panels import ClauseComments, CommentList, ConsultationNotice
from .places import Tally, count_comments, find_standings
from .reading import read_comments
from .shortening import shorten
from .versions import find_versions

# More of them under a clause's permanent address are left to the lists.
MOST_OF_A_CLAUSE = 20
# Its wordings in all versions need their room as well.
ROOM_OF_A_CLAUSE = 20_000


@dataclass(frozen=True)
class CommentsOnVersion:
    """The comments on one version, and where more are sent to."""

    draft: Any
    request: HttpRequest
    tally: Tally
    form_url: str = ""
    notice: Component | None = None

    @property
    def total(self) -> int:
        """How many comments can be read."""
        return self.tally.total

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of them there are under each clause."""
        return self.tally.clauses

    def listing(self) -> Component | None:
        """Return the list with its filters, None where there is nothing to list."""
        standings = find_standings(self.draft)
        if not standings:
            return None
        return CommentList(read_listing(self.draft, standings, self.request))


class PublicCommenting:
    """The room of public comments, as the pages of programmes know it."""

    def of_version(self, draft: Any, request: HttpRequest) -> CommentsOnVersion:
        """Return the comments on a version, in any language: three queries."""
        tally = count_comments(draft)
        consultation = find_consultation(draft)
        if consultation is None:
            return CommentsOnVersion(draft, request, tally)
        form_url = ""
        if consultation.is_open:
            form_url = reverse("comment_form", args=[draft.pk])
        notice = ConsultationNotice(consultation, form_url)
        return CommentsOnVersion(draft, request, tally, form_url, notice)

    def of_clause(self, uid: UUID, request: HttpRequest) -> Component | None:
        """Return the newest comments on a clause and those that followed to it."""
        rows = list(
            on_clause(uid)
            .order_by("-received_at", "-pk")
            .values_list("pk", "clause", "consultation__draft__translation_key")
        )
        if not rows:
            return None
        pks = [row[0] for row in rows[:MOST_OF_A_CLAUSE]]
        comments = shorten(read_comments(pks, request), ROOM_OF_A_CLAUSE)
        here = Counter(key for _pk, clause, key in rows if clause == uid)
        lists = [
            Link(version.title, f"{version.comments_url}&clause={uid}")
            for version in find_versions(here.keys(), request).values()
        ]
        return ClauseComments(comments, len(rows), lists)


def find_consultation(draft: Any) -> Consultation | None:
    """Return the consultation of a version, asked for by its page in any language."""
    consultations = Consultation.objects.public().of(draft)
    found: Consultation | None = consultations.select_related("contact_unit").first()
    return found


def on_clause(uid: UUID) -> Any:
    """Return the listed comments on a clause, in whichever version they found it."""
    drafts = visible(ProgrammeDraftPage.objects).order_by()
    followed = CommentPlacement.objects.filter(
        clause=uid, kind__in=CERTAIN, draft__in=drafts.values("pk")
    )
    return PublicComment.objects.listed().filter(
        Q(clause=uid) | Q(pk__in=followed.values("comment"))
    )
