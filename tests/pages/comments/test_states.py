"""The table of states: nothing is out of reach, and nothing is a dead end."""

import pytest

from pages.comments.states import (
    ANSWERABLE,
    APPROVE,
    CHANGE,
    CHANGEABLE,
    DRAFT,
    MODERATE,
    OPEN,
    STUBS,
    TRANSITIONS,
    VISIBLE,
    State,
    steps_from,
)

# Staff may always hide what is not withdrawn; that is no way on.
ON = [step for name, step in TRANSITIONS.items() if name not in ("hide", "restore")]
STARTS = {State.UNCONFIRMED, State.REGISTERED}
ENDS = {State.ANSWERED, State.WITHDRAWN}


def reachable(start, steps):
    found, left = {start}, [start]
    while left:
        state = left.pop()
        for step in steps:
            target = step.target
            if state in step.sources and target and target not in found:
                found.add(target)
                left.append(target)
    return found


def test_every_state_is_reached_from_where_comments_start():
    found = set().union(*(reachable(state, TRANSITIONS.values()) for state in STARTS))

    assert found == set(State)


@pytest.mark.parametrize("state", set(State) - ENDS - {State.HIDDEN})
def test_every_open_state_leads_on_to_an_answer_and_to_withdrawal(state):
    found = reachable(state, ON)

    assert State.ANSWERED in found
    assert State.WITHDRAWN in found


def test_only_withdrawal_is_for_good_and_an_answer_for_all_but_hiding():
    assert steps_from(State.WITHDRAWN) == []
    assert [step.name for step in steps_from(State.ANSWERED)] == ["hide"]
    assert [step.name for step in steps_from(State.HIDDEN)] == ["restore"]


@pytest.mark.parametrize(
    ("name", "right", "by_author"),
    [
        ("register", CHANGE, True),
        ("ask_back", MODERATE, False),
        ("correct", CHANGE, True),
        ("publish", MODERATE, False),
        ("assign", CHANGE, False),
        ("draft_answer", DRAFT, False),
        ("drop_answer", DRAFT, False),
        ("approve_answer", APPROVE, False),
        ("return_answer", DRAFT, False),
        ("publish_answer", APPROVE, False),
        ("withdraw", CHANGE, True),
        ("hide", MODERATE, False),
        ("restore", MODERATE, False),
    ],
)
def test_step_needs_its_right(name, right, by_author):
    step = TRANSITIONS[name]

    assert (step.right, step.by_author) == (right, by_author)
    assert step.action == f"public_comments.{name}"


def test_table_names_all_its_steps():
    assert len(TRANSITIONS) == 13
    assert all(step.name == name for name, step in TRANSITIONS.items())
    with pytest.raises(TypeError):
        TRANSITIONS["publish"] = TRANSITIONS["hide"]


def test_step_always_changes_something():
    for step in TRANSITIONS.values():
        assert step.sources
        loops = step.target in step.sources
        assert not loops or step.name in ("assign", "correct")


def test_every_state_is_either_read_or_told_of_or_inside_the_office():
    inside = {State.UNCONFIRMED, State.REGISTERED, State.INCOMPLETE}

    assert set(VISIBLE) | set(STUBS) | inside == set(State)
    assert not set(VISIBLE) & set(STUBS)
    assert not (set(VISIBLE) | set(STUBS)) & inside


def test_author_may_change_a_comment_until_it_is_answered():
    assert set(CHANGEABLE) == set(OPEN)
    assert set(State) - set(OPEN) == {State.UNCONFIRMED, *ENDS, State.HIDDEN}


def test_only_what_everybody_can_read_is_answered():
    assert set(ANSWERABLE) < set(VISIBLE)
