"""What differs between two versions, as segments."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from pages.api.links import public_url
from pages.api.problems import refuse_value
from pages.base.visibility import visible
from pages.programmes.changes import changed_parts
from pages.programmes.models import ProgrammeDraftPage, ProgrammePage
from pages.programmes.models.clause import clause_label
from pages.programmes.reasons import Reason, read_reasons
from pages.programmes.redline import ClauseDiff, Segment, SegmentKind, compare

from .drafts import TEXT, find_base
from .linking import DRAFT_LINK, ClauseAddresses, Row, draft_link, written_in


def find_other(draft: Any, since: int | None) -> ProgrammeDraftPage:
    """Return the version to compare with, the one before if none is named.

    Refuses one that is not of this programme or of one in the same list.
    """
    if since is None:
        base = find_base(draft)
        if base is None:
            message = _("There is no version before this one: name one to compare.")
            refuse_value(("query", "since"), message, "no_version")
        return base
    found = visible(ProgrammeDraftPage.objects).filter(pk=since)
    other = found.select_related("locale").only(*TEXT).first()
    if other is None:
        message = _("There is no such version.")
        refuse_value(("query", "since"), message, "no_version")
    together = draft.path[: -2 * draft.steplen]
    if not other.path.startswith(together):
        message = _(
            "These versions do not belong together: compare versions in one language "
            "of one programme, or of programmes in one list."
        )
        refuse_value(("query", "since"), message, "other_text")
    return other


def tell_redline(
    request: HttpRequest,
    draft: Any,
    other: Any,
    *,
    chapter: UUID | None,
    only_changes: bool,
) -> Row:
    """Return what differs; the queries are always as many."""
    redline = compare(other.clauses, draft.clauses)
    diffs: Iterable[ClauseDiff] = redline.clauses
    if only_changes:
        diffs = changed_parts(redline)
    if chapter is not None:
        diffs = [diff for diff in diffs if diff.node.chapter == str(chapter)]
    reasons = read_reasons(find_between(draft, other), request)
    addresses = ClauseAddresses(request, written_in(request, draft))
    return {
        "draft": draft_link(request, draft),
        "since": draft_link(request, other),
        "since_year": other_year(draft, other),
        "counts": vars(redline.counts),
        "clauses": [
            {**change_row(diff, reasons, request), **addresses.of(diff.uid)}
            for diff in diffs
        ],
    }


def is_of_one_programme(draft: Any, other: Any) -> bool:
    """Whether two versions are of the same year's programme."""
    return bool(draft.path[: -draft.steplen] == other.path[: -other.steplen])


def other_year(draft: Any, other: Any) -> int | None:
    """Return the year of the other programme; None within one programme."""
    if is_of_one_programme(draft, other):
        return None
    programmes = ProgrammePage.objects.filter(path=other.path[: -other.steplen])
    year: int = programmes.values_list("year", flat=True).get()
    return year


def find_between(draft: Any, other: Any) -> Sequence[Any]:
    """Return the versions whose changes led from the earlier one to the later one."""
    if not is_of_one_programme(draft, other):
        return [draft]
    first, last = sorted((draft.number, other.number))
    drafts = visible(ProgrammeDraftPage.objects.sibling_of(draft)).filter(
        number__gt=first, number__lte=last
    )
    return list(drafts.only(*DRAFT_LINK).order_by("number"))


def state_of(diff: ClauseDiff) -> str:
    """Return what happened to a clause first of all."""
    states = {
        "added": diff.is_added,
        "removed": diff.is_removed,
        "changed": diff.is_changed,
        "moved": diff.is_moved,
    }
    return next((state for state, holds in states.items() if holds), "unchanged")


def change_row(
    diff: ClauseDiff, reasons: Mapping[str, Sequence[Reason]], request: HttpRequest
) -> Row:
    """Return what differs in one clause."""
    old, new, node = diff.old, diff.new, diff.node
    told = reasons.get(diff.uid, ()) if diff.has_change else ()
    return {
        "uid": diff.uid,
        "kind": node.kind.value,
        "kind_before": old.kind.value if old else None,
        "state": state_of(diff),
        "is_changed": diff.is_changed,
        "is_moved": diff.is_moved,
        "is_renumbered": diff.is_renumbered,
        "number": (new.number or None) if new else None,
        "number_before": (old.number or None) if old else None,
        "label": (clause_label(new.kind, new.number) or None) if new else None,
        "label_before": (clause_label(old.kind, old.number) or None) if old else None,
        "depth": node.depth,
        "parent": node.parent or None,
        "chapter": node.chapter,
        "segments": segment_rows(diff.segments),
        "introduction": segment_rows(diff.introduction),
        "reasons": [reason_row(reason, request) for reason in told],
    }


def segment_rows(segments: Iterable[Segment]) -> list[Row]:
    """Return the segments of a text."""
    return [
        {
            "op": segment.kind.value,
            "text": segment.text,
            "before": segment.old
            if segment.kind is SegmentKind.EQUAL and segment.old != segment.new
            else None,
        }
        for segment in segments
    ]


def reason_row(reason: Reason, request: HttpRequest) -> Row:
    """Return why a clause changed."""
    url = public_url(request, reason.url) if reason.url else None
    return {"title": reason.title, "text": reason.text or None, "url": url}
