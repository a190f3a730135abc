"""Amendments applied to a draft's raw body."""

import copy

import pytest

from demo.content import programme as demo
from pages.drafting.editing import (
    Edit,
    Operation,
    Problem,
    apply_edits,
    category_uid,
)
from pages.programmes.clauses import ClauseKind, read_clauses

AREA = "00000000-0000-4000-8000-00000000000a"
OTHER = "00000000-0000-4000-8000-00000000000b"
ONE = "00000000-0000-4000-8000-000000000001"
TWO = "00000000-0000-4000-8000-000000000002"
NEW = "00000000-0000-4000-8000-000000000009"


def task(uid, text, **value):
    value = {"number": "", "text": text, "authors": [], "note": "", **value}
    return {"type": "task", "id": uid, "value": value}


def area(uid, *clauses):
    value = {"number": "", "area": 1, "text": "Obszar", "clauses": list(clauses)}
    return {"type": "area", "id": uid, "value": value}


@pytest.fixture
def body():
    return [
        area(AREA, task(ONE, "dzieła sztuki współczesnej"), task(TWO, "sport")),
        area(OTHER),
    ]


def edited(body, operation, **values):
    """Return the body with one amendment applied; there must be no conflict."""
    outcome = apply_edits(body, [Edit(1, operation, **values)])
    assert outcome.conflicts == []
    return outcome.body


def problem(body, operation, **values):
    """Return why an amendment does not fit; the text must stay as it is."""
    outcome = apply_edits(body, [Edit(1, operation, **values)])
    assert outcome.body == body
    assert outcome.touched == {}
    return outcome.conflicts[0].problem


def texts(body):
    return [(node.uid, node.text, node.parent) for node in read_clauses(body)]


def seed_edits():
    """The five findings of the workshop of 26 July 2013 as edits, in their order."""
    uid = demo.uid
    return [
        Edit(
            1,
            Operation.RESTRUCTURE,
            uid("polityka-spoleczna"),
            text_after="zdrowie: 27\npolityka społeczna: 28, 29\nniepełnosprawność: 30",
        ),
        Edit(
            2,
            Operation.ADD,
            uid("seniors"),
            text_after=demo.SENIORS,
            after=uid("social-economy"),
        ),
        Edit(
            3,
            Operation.APPEND,
            uid("social-economy"),
            text_before=demo.SOCIAL_ECONOMY,
            text_after=demo.SOCIAL_CLAUSE,
        ),
        Edit(
            4,
            Operation.REPLACE,
            uid("art-collection"),
            text_before="dzieł sztuki współczesnej",
            text_after="dzieł sztuki",
        ),
        Edit(
            5,
            Operation.ADD,
            uid("tolerance"),
            text_after=demo.TOLERANCE,
            parent=uid("kultura-fizyczna"),
        ),
    ]


def test_five_findings_of_the_seed_turn_draft_1_into_draft_2_exactly():
    before = copy.deepcopy(demo.DRAFT_1)

    outcome = apply_edits(demo.DRAFT_1, seed_edits())

    assert outcome.conflicts == []
    assert outcome.body == demo.DRAFT_2
    assert before == demo.DRAFT_1
    assert set(outcome.touched) == {1, 2, 3, 4, 5}


def test_added_task_comes_behind_a_clause_or_at_the_end_of_a_group(body):
    behind = edited(body, Operation.ADD, clause=NEW, text_after="nowe", after=ONE)
    at_the_end = edited(body, Operation.ADD, text_after="nowe", parent=OTHER)

    assert [uid for uid, _, _ in texts(behind)] == [AREA, ONE, NEW, TWO, OTHER]
    assert texts(at_the_end)[-1][1:] == ("nowe", OTHER)


def test_added_clause_without_a_uid_gets_one_of_its_own(body):
    twice = apply_edits(
        body,
        [
            Edit(n, Operation.ADD, text_after="nowe", parent=OTHER, kind=kind)
            for n, kind in enumerate((ClauseKind.TASK, ClauseKind.PROVISION))
        ],
    )

    uids = [uid for uid, _, _ in texts(twice.body)]
    assert len(set(uids)) == len(uids) == 6


def test_words_are_appended_replaced_and_taken_out(body):
    appended = edited(
        body, Operation.APPEND, clause=TWO, text_before="sport", text_after="i ruch"
    )
    replaced = edited(
        body,
        Operation.REPLACE,
        clause=ONE,
        text_before="sztuki współczesnej",
        text_after="sztuki",
    )
    shorter = edited(body, Operation.REPLACE, clause=ONE, text_before="sztuki ")

    assert texts(appended)[2][1] == "sport i ruch"
    assert texts(replaced)[1][1] == "dzieła sztuki"
    assert texts(shorter)[1][1] == "dzieła współczesnej"


def test_agreed_text_stands_instead_of_the_old_one(body):
    agreed = edited(
        body, Operation.AGREE, clause=TWO, text_before="sport", text_after="sport i gry"
    )

    assert texts(agreed)[2][1] == "sport i gry"


def test_moved_clause_keeps_its_uid(body):
    moved = edited(body, Operation.MOVE, clause=ONE, parent=OTHER)

    assert texts(moved)[-1] == (ONE, "dzieła sztuki współczesnej", OTHER)
    assert len(texts(moved)) == 4


def test_deleted_clause_is_gone(body):
    assert ONE not in str(edited(body, Operation.DELETE, clause=ONE))


def test_arrangement_leaves_what_it_does_not_name_behind_the_categories(body):
    arranged = edited(body, Operation.RESTRUCTURE, clause=AREA, text_after="ruch: 2")

    ruch = category_uid(AREA, "ruch")
    assert [uid for uid, _, _ in texts(arranged)] == [AREA, ruch, TWO, ONE, OTHER]


def test_arrangement_made_again_uses_the_same_categories(body):
    once = edited(body, Operation.RESTRUCTURE, clause=AREA, text_after="ruch: 2")
    again = edited(
        once, Operation.RESTRUCTURE, clause=AREA, text_after="sztuka: 2\nruch: 1"
    )

    sztuka, ruch = category_uid(AREA, "sztuka"), category_uid(AREA, "ruch")
    assert [(uid, parent) for uid, _, parent in texts(again)][:5] == [
        (AREA, ""),
        (sztuka, AREA),
        (ONE, sztuka),
        (ruch, AREA),
        (TWO, ruch),
    ]


def test_those_who_proposed_become_authors_once(body):
    values = {"clause": TWO, "text_after": "i ruch", "authors": (("unit", 7),)}

    twice = edited(edited(body, Operation.APPEND, **values), Operation.APPEND, **values)

    assert read_clauses(twice)[2].authors == (("unit", 7),)


@pytest.mark.parametrize(
    ("operation", "values", "expected"),
    [
        (Operation.APPEND, {"clause": NEW, "text_after": "x"}, Problem.NO_TARGET),
        (Operation.APPEND, {"clause": ONE, "text_after": " "}, Problem.NO_TEXT),
        (
            Operation.APPEND,
            {"clause": TWO, "text_before": "ruch", "text_after": "x"},
            Problem.NOT_FOUND,
        ),
        (
            Operation.REPLACE,
            {"clause": ONE, "text_before": "teatr", "text_after": "x"},
            Problem.NOT_FOUND,
        ),
        (
            Operation.REPLACE,
            {"clause": ONE, "text_before": "z", "text_after": "x"},
            Problem.AMBIGUOUS,
        ),
        (
            Operation.REPLACE,
            {"clause": TWO, "text_before": "sport", "text_after": ""},
            Problem.NO_TEXT,
        ),
        (
            Operation.AGREE,
            {"clause": ONE, "text_before": "inne", "text_after": "x"},
            Problem.NOT_FOUND,
        ),
        (Operation.DELETE, {"clause": AREA}, Problem.HAS_CLAUSES),
        (Operation.DELETE, {"clause": ONE, "text_before": "inne"}, Problem.NOT_FOUND),
        (Operation.ADD, {"clause": ONE, "text_after": "x"}, Problem.ALREADY_THERE),
        (Operation.ADD, {"text_after": "x", "parent": ONE}, Problem.NO_PLACE),
        (Operation.ADD, {"text_after": "x", "after": NEW}, Problem.NO_PLACE),
        (
            Operation.ADD,
            {"text_after": "x", "parent": AREA, "kind": ClauseKind.GOAL},
            Problem.NO_PLACE,
        ),
        (Operation.MOVE, {"clause": AREA, "parent": AREA}, Problem.NO_PLACE),
        (Operation.MOVE, {"clause": AREA, "after": ONE}, Problem.NO_PLACE),
        (Operation.RESTRUCTURE, {"clause": ONE, "text_after": "a: 1"}, "no_place"),
        (
            Operation.RESTRUCTURE,
            {"clause": AREA, "text_after": "a: 1\nb: 1"},
            Problem.BAD_ARRANGEMENT,
        ),
        (
            Operation.RESTRUCTURE,
            {"clause": AREA, "text_after": "a: 99"},
            Problem.BAD_ARRANGEMENT,
        ),
        (
            Operation.RESTRUCTURE,
            {"clause": AREA, "text_after": "bez dwukropka"},
            Problem.BAD_ARRANGEMENT,
        ),
    ],
)
def test_what_does_not_fit_is_named_and_changes_nothing(
    body, operation, values, expected
):
    assert problem(body, operation, **values) == expected
