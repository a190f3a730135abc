"""Cards of comments that everybody may read, with the answers to them."""

from collections.abc import Collection, Iterator
from typing import Any

from django.utils import timezone, translation

from pages.comments.models import (
    AnswerState,
    CoveredComment,
    OnBehalf,
    PublicComment,
)
from search.models import CatalogueEntry, Kind, Part
from snippets.importing.parts import in_parts

from .cards import Card, fill, title_of
from .storing import AT_ONCE, replace


def refresh_comments(comments: Any) -> int:
    """Make the cards anew of comments; those that may not be read lose theirs."""
    number = 0
    for pks in in_parts(comments.order_by().values_list("pk", flat=True), AT_ONCE):
        old = CatalogueEntry.objects.filter(
            kind=Kind.COMMENT, subject__in=[str(pk) for pk in pks]
        )
        number += replace(old, comment_cards(pks))
    return number


def comment_cards(pks: Collection[int]) -> Iterator[Card]:
    """Yield the cards of those comments that are public: two queries."""
    answers = read_answers(pks)
    comments = (
        PublicComment.objects.public()
        .filter(pk__in=pks, number__isnull=False)
        .select_related("consultation", "organisation")
        .order_by()
    )
    for comment in comments:
        yield comment_card(comment, answers.get(comment.pk, []))


def read_answers(pks: Collection[int]) -> dict[int, list[Any]]:
    """Return the published answers that hold now, by comment: one query."""
    rows = CoveredComment.objects.filter(
        comment__in=pks, answer__state=AnswerState.PUBLISHED
    ).select_related("answer")
    found: dict[int, list[Any]] = {}
    for row in rows.order_by("-answer__published_at", "-answer__pk"):
        found.setdefault(row.comment_id, []).append(row.answer)
    return found


def comment_card(comment: PublicComment, answers: list[Any]) -> Card:
    """Return the card of one comment: nothing of who wrote it but an organisation."""
    answer = answers[0] if answers else None
    with translation.override(comment.language):
        label = comment.label
    speaks = comment.on_behalf == OnBehalf.ORGANISATION
    organisation = comment.organisation if speaks else None
    entry = CatalogueEntry(
        kind=Kind.COMMENT,
        subject=str(comment.pk),
        language=comment.language,
        page_id=comment.consultation.draft_id,
        title=title_of(f"{comment.code}: {label}" if label else comment.code),
        number=str(comment.number),
        date=timezone.localdate(comment.received_at),
        year=comment.year,
        ruling=answer.ruling if answer else "",
        facts={"number": comment.number, "year": comment.year},
    )
    texts = [
        (Part.BODY, comment.text),
        (Part.PROPOSED, comment.proposed_wording),
        (Part.REASONS, comment.justification),
        (Part.ANSWER, answer.reasons if answer else ""),
        (Part.AUTHOR, comment.public_author if speaks else ""),
    ]
    return Card(
        fill(entry, texts),
        areas=frozenset({comment.area_id} if comment.area_id else ()),
        organisations=frozenset({organisation.pk} if organisation else ()),
    )
