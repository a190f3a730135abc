"""What holds of any rows of a table, in whatever order they stand."""

from hypothesis import given
from hypothesis import strategies as st

from pages.comments.models import AnswerState
from pages.comments.states import State
from pages.papers.returning.outcomes import Outcome

from .judged import DIGEST, OLD, OTHER, answer, comment, judge, row

ROWS = st.builds(
    row,
    pk=st.integers(1, 5),
    ruling=st.sampled_from(["", "noted", "rejected", "maybe"]),
    reasons=st.sampled_from(["", "a", "b", OLD.reasons]),
    number=st.integers(2, 99),
    digest=st.sampled_from([DIGEST, OTHER]),
)
STATES = st.sampled_from([State.PUBLISHED, State.ASSIGNED, State.HIDDEN])
COMMENTS = (
    comment(4, state=State.DRAFTED, open=10),
    comment(5, state=State.ANSWERED, published=11),
)
ANSWERS = [answer(10), answer(11, state=AnswerState.PUBLISHED)]


@given(
    rows=st.lists(ROWS, max_size=8, unique_by=lambda one: one.number),
    states=st.tuples(STATES, STATES, STATES),
    heads=st.tuples(st.none(), st.sampled_from([None, 1]), st.sampled_from([None, 1])),
    random=st.randoms(),
)
def test_order_of_rows_does_not_matter_and_nothing_is_lost(rows, states, heads, random):
    free = [
        comment(pk, state=state, head=head)
        for pk, (state, head) in enumerate(zip(states, heads, strict=True), start=1)
    ]
    shuffled = random.sample(rows, len(rows))
    found = [
        judge(each, *free, *COMMENTS, answers=ANSWERS) for each in (rows, shuffled)
    ]
    first, second = (
        {one.row.number: (one.outcome, one.after, one.members) for one in judged}
        for judged in found
    )
    assert first == second
    for one in found[0]:
        assert one.row in rows
        if one.outcome in (Outcome.NEW, Outcome.CHANGED):
            # A blank deletes nothing, and what is written is what the file says.
            assert one.after.ruling or not one.before.ruling
            assert one.after.reasons or not one.before.reasons
            assert one.words.reasons in ("", one.after.reasons)
        if one.outcome == Outcome.UNCHANGED:
            assert one.after == one.before
