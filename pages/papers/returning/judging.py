"""Says what each row of a table that came back leads to; nothing is read or written.

A blank never deletes words: a table without answers in preparation has blanks where
there are drafts. One answer may cover many comments, so that their rows must agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from pages.comments.models import AnswerState, OfficialAnswer, Ruling
from pages.comments.states import ANSWERABLE, State
from pages.papers.writing.sheets import is_cut_of
from snippets.models import Note

from .headings import fold
from .outcomes import Judged, Known, KnownAnswer, KnownComment, Outcome, Words
from .reading import ReadRow
from .rulings import ruling_of

_REASONS: Any = OfficialAnswer._meta.get_field("reasons")
LONGEST_REASONS: int = _REASONS.max_length
# So much of a word that is no ruling is told back.
LONGEST_TOLD = 60
ANSWERED = (State.DRAFTED, State.APPROVED, State.ANSWERED)


def judge_rows(rows: Iterable[ReadRow], known: Known) -> list[Judged]:
    """Return what the rows lead to, in their order."""
    judged = [_judge_alone(row, known) for row in rows]
    _compare_doubled(judged)
    groups: dict[tuple[str, int], list[Judged]] = defaultdict(list)
    for one in judged:
        if one.comment:
            groups[one.comment.group].append(one)
    members = _members(known)
    for group, ones in groups.items():
        _judge_group(ones, known, members.get(group, ()))
    return judged


def _judge_alone(row: ReadRow, known: Known) -> Judged:
    """Return a row with what is wrong with it whatever the other rows say."""
    judged = Judged(row, notes=list(row.notes))
    if row.notes:
        judged.outcome = Outcome.PROBLEM
    if row.key is not None:
        judged.comment = known.comments.get(row.key.comment)
        if row.key.comment not in known.own:
            judged.comment = None
            judged.refuse("comment_unknown")
    ruling = ruling_of(row.ruling) or ""
    if row.ruling and not ruling:
        judged.refuse("ruling_unknown", ruling=row.ruling[:LONGEST_TOLD])
    judged.words = Words(str(ruling), _whole(row.reasons, judged.comment, known))
    if (length := len(judged.words.reasons)) > LONGEST_REASONS:
        judged.refuse("reasons_too_long", most=LONGEST_REASONS, n=length)
    return judged


def _whole(reasons: str, comment: KnownComment | None, known: Known) -> str:
    """Return reasons as they are here, where the cell had room for their beginning."""
    keys = (comment.open, comment.published) if comment else ()
    for answer in filter(None, (known.answers.get(pk or 0) for pk in keys)):
        if is_cut_of(reasons, answer.words.reasons):
            return answer.words.reasons
    return reasons


def _compare_doubled(judged: Sequence[Judged]) -> None:
    """Refuse rows of the same comment that say different things."""
    by_comment: dict[int, list[Judged]] = defaultdict(list)
    for one in judged:
        if one.comment:
            by_comment[one.comment.pk].append(one)
    for ones in by_comment.values():
        if len({(one.words, fold(one.row.ruling)) for one in ones}) > 1:
            numbers = ", ".join(str(one.row.number) for one in ones)
            for one in ones:
                one.refuse("row_doubled", rows=numbers)


def _members(known: Known) -> dict[tuple[str, int], tuple[KnownComment, ...]]:
    """Return the comments that no answer covers by what would be answered at once."""
    members: dict[tuple[str, int], list[KnownComment]] = defaultdict(list)
    for comment in known.comments.values():
        if comment.group[0] == "head" and comment.state in ANSWERABLE:
            members[comment.group].append(comment)
    return {group: tuple(ones) for group, ones in members.items()}


def _judge_group(
    ones: Sequence[Judged], known: Known, members: Sequence[KnownComment]
) -> None:
    """Judge the rows of comments that one answer covers, or will cover."""
    first: Any = ones[0].comment
    answer = known.answers.get(first.open or first.published or 0)
    before = answer.words if answer else Words()
    for one in ones:
        one.before = one.after = before
    sound = [one for one in ones if one.outcome != Outcome.PROBLEM]
    speaking = [one for one in sound if not _is_silent(one, known)]
    after = _agreed(speaking, before)
    if after is None:
        codes = dict.fromkeys(one.comment.code for one in speaking if one.comment)
        for one in speaking:
            one.after = one.words
            one.refuse("answer_differs", codes=", ".join(codes))
    elif after != before:
        _change(sound, speaking, after, answer, members)


def _is_silent(one: Judged, known: Known) -> bool:
    """Whether a row says nothing that was filled in since the table was taken.

    A table without drafts repeats the published answer, though a new version of it
    may be in preparation.
    """
    comment = one.comment
    if one.words.is_blank or comment is None or one.row.number in known.untouched:
        return True
    published = known.answers.get(comment.published or 0)
    return bool(comment.open and published and one.words == published.words)


def _agreed(speaking: Sequence[Judged], before: Words) -> Words | None:
    """Return what the rows say together, a blank as it was; None if they differ."""
    rulings = {one.words.ruling for one in speaking} - {""}
    reasons = {one.words.reasons for one in speaking} - {""}
    if len(rulings) > 1 or len(reasons) > 1:
        return None
    return Words(
        *(rulings or {before.ruling}),
        *(reasons or {before.reasons}),
    )


def _change(
    sound: Sequence[Judged],
    speaking: Sequence[Judged],
    after: Words,
    answer: KnownAnswer | None,
    members: Sequence[KnownComment],
) -> None:
    """Say what changes; refuse what may not be, and what somebody wrote into."""
    for one in speaking:
        one.after = after
    if any(_is_stale(one) for one in speaking):
        for one in speaking:
            one.outcome = Outcome.CONFLICT
        return
    for one in speaking:
        _refuse_kept(one, answer)
    # What is refused keeps the file back; what the others say is shown all the same.
    kept = [one for one in speaking if one.outcome != Outcome.PROBLEM]
    before = speaking[0].before
    after = _agreed(kept, before) or before
    keys = {member.pk for member in members}
    for one in sound:
        is_covered = answer or (one.comment and one.comment.pk in keys)
        if is_covered and one.outcome != Outcome.PROBLEM:
            one.after = after
            if after != before:
                _write(one, answer, members)


def _is_stale(one: Judged) -> bool:
    """Whether the comment, or the answer to it, changed since the table was taken."""
    key, comment = one.row.key, one.comment
    return bool(key and comment and key.answer != comment.digest)


def _refuse_kept(one: Judged, answer: KnownAnswer | None) -> None:
    """Refuse what the register does not let be changed."""
    comment: Any = one.comment
    if comment.state not in (ANSWERED if answer else ANSWERABLE):
        one.refuse("comment_state", state=str(comment.state))
    elif answer and answer.state == AnswerState.PUBLISHED:
        one.refuse("answer_published")


def _write(
    one: Judged, answer: KnownAnswer | None, members: Sequence[KnownComment]
) -> None:
    comment: Any = one.comment
    codes = answer.codes if answer else [member.code for member in members]
    one.outcome = Outcome.CHANGED if answer else Outcome.NEW
    one.answer = answer.pk if answer else None
    one.members = () if answer else tuple(member.pk for member in members)
    one.others = tuple(code for code in codes if code != comment.code)
    if answer and answer.state == AnswerState.APPROVED:
        one.notes.append(Note("approved_anew"))
    if not one.after.ruling:
        one.notes.append(Note("lacks_ruling"))
    elif not one.after.reasons and one.after.ruling != Ruling.ACCEPTED:
        one.notes.append(Note("lacks_reasons"))
