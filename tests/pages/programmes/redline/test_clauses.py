"""Which clauses were added, removed, changed, moved or renumbered."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pages.programmes.clauses import ClauseKind, ClauseNode, read_clauses
from pages.programmes.redline import Counts, apply, as_json, compare, revert

VOCABULARY = (
    "zadanie",
    "miasto",
    "wsparcie",
    "organizacji",
    "dzieci",
    "i",
    "w",
    "oraz",
    "„Dom”",
)


def node(uid, text="zapis", number="", parent="", kind=ClauseKind.TASK, **values):
    depth = 1 if parent else 0
    return ClauseNode(uid, kind, number, text, depth, parent=parent, **values)


def found(old, new):
    """Return the uids of each sort of difference."""
    diffs = compare(old, new).clauses
    names = ("added", "removed", "changed", "moved", "renumbered")
    all_found = {n: [d.uid for d in diffs if getattr(d, f"is_{n}")] for n in names}
    return {name: uids for name, uids in all_found.items() if uids}


def test_same_text_has_no_difference():
    text = [node("a", number="1"), node("b", number="2")]

    assert found(text, text) == {}
    assert not compare(text, text).has_changes


def test_task_inserted_before_others_renumbers_but_does_not_move_them():
    old = [node("a", number="1"), node("b", number="2")]
    new = [node("x", number="1"), node("a", number="2"), node("b", number="3")]

    assert found(old, new) == {"added": ["x"], "renumbered": ["a", "b"]}


def test_only_the_clause_that_moved_is_moved():
    old = [node(uid) for uid in "abcdef"]
    new = [node(uid) for uid in "bcdefa"]

    assert found(old, new) == {"moved": ["a"]}


def test_clause_in_another_area_is_moved():
    old = [node("A", kind=ClauseKind.AREA), node("a", parent="A"), node("B")]
    new = [node("A", kind=ClauseKind.AREA), node("B"), node("a", parent="B")]

    assert found(old, new) == {"moved": ["a"]}


def test_what_an_area_holds_does_not_move_with_it():
    old = [node("A"), node("a", parent="A"), node("B"), node("b", parent="B")]
    new = [node("B"), node("b", parent="B"), node("A"), node("a", parent="A")]

    assert len(found(old, new)["moved"]) == 1
    assert found(old, new)["moved"][0] in "AB"


def test_words_kind_and_introduction_are_changes():
    old = [node("a"), node("b"), node("c", introduction="Wstęp.")]
    new = [
        node("a", "inny zapis"),
        node("b", kind=ClauseKind.PROVISION),
        node("c", introduction="Nowy wstęp."),
    ]

    assert found(old, new) == {"changed": ["a", "b", "c"]}


def test_removed_clause_stands_where_it_stood():
    old = [node(uid) for uid in "abcd"]
    new = [node(uid) for uid in "ad"]

    assert [diff.uid for diff in compare(old, new).clauses] == ["a", "b", "c", "d"]


def test_counts_tell_the_sorts_apart():
    old = [node("a"), node("b"), node("c", number="1")]
    new = [node("x"), node("a", "inny zapis"), node("c", number="2")]

    assert compare(old, new).counts == Counts(
        added=1, removed=1, changed=1, moved=0, renumbered=1
    )


def test_empty_texts_can_be_compared():
    text = [node("a")]

    assert compare([], []).clauses == ()
    assert found([], text) == {"added": ["a"]}
    assert found(text, []) == {"removed": ["a"]}


def test_json_says_the_same():
    old, new = [node("a", "stary zapis", "1")], [node("a", "nowy zapis", "2")]

    assert as_json(compare(old, new)) == [
        {
            "uid": "a",
            "kind": "task",
            "number": "2",
            "number_before": "1",
            "added": False,
            "removed": False,
            "changed": True,
            "moved": False,
            "renumbered": True,
            "segments": [
                {"kind": "delete", "text": "stary "},
                {"kind": "insert", "text": "nowy "},
                {"kind": "equal", "text": "zapis"},
            ],
            "introduction": [],
        }
    ]


def test_redline_of_another_text_is_refused():
    redline = compare([node("a")], [node("a", "inny")])

    with pytest.raises(ValueError, match="another text"):
        apply([node("a", "zupełnie inny")], redline)
    with pytest.raises(ValueError, match="another text"):
        revert([node("b", "inny")], redline)


def raw(uid, random):
    text = " ".join(random.choices(VOCABULARY, k=random.randint(0, 12)))
    pinned = random.choice(["", "", "", "3a", "29"])
    value = {"number": pinned, "text": text, "authors": [], "note": ""}
    return {"type": random.choice(["task", "provision"]), "id": uid, "value": value}


def make_body(random):
    """Return a raw body of some areas with tasks, and loose tasks."""
    uids = iter(f"u{n}" for n in range(1000))
    return [
        {
            "type": "area",
            "id": next(uids),
            "value": {
                "number": "",
                "text": f"Obszar {n}",
                "clauses": [
                    raw(next(uids), random) for _ in range(random.randint(0, 6))
                ],
            },
        }
        for n in range(random.randint(0, 4))
    ]


def edit(body, random, step):
    """Return the body with one random edit: insert, delete, move, pin, words."""
    areas = [block["value"] for block in body if "clauses" in block["value"]]
    lists = [area["clauses"] for area in areas] or [body]
    home, goal = random.choice(lists), random.choice(lists)
    action = random.choice(["insert", "delete", "move", "pin", "words", "areas"])
    if action == "areas":
        random.shuffle(body)
    elif action == "insert":
        goal.insert(random.randint(0, len(goal)), raw(f"n{step}", random))
    elif home and action == "delete":
        del home[random.randrange(len(home))]
    elif home and action == "move":
        block = home.pop(random.randrange(len(home)))
        goal.insert(random.randint(0, len(goal)), block)
    elif home:
        value = random.choice(home)["value"]
        if action == "pin":
            value["number"] = random.choice(["", "7", "8a"])
        else:
            words = value.get("text", "").split()
            words.insert(random.randint(0, len(words)), random.choice(VOCABULARY))
            value["text"] = " ".join(words)


@settings(max_examples=1000, deadline=None)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_any_edits_can_be_applied_and_reverted_with_no_uid_lost(seed, steps):
    random = Random(seed)  # noqa: S311 - a test's edits
    body = make_body(random)
    old = read_clauses(body)
    for step in range(steps):
        edit(body, random, step)
    new = read_clauses(body)

    redline = compare(old, new)

    assert apply(old, redline) == new
    assert revert(new, redline) == old
    uids = [diff.uid for diff in redline.clauses]
    assert len(set(uids)) == len(uids)
    assert set(uids) == {n.uid for n in old} | {n.uid for n in new}
    for diff in redline.clauses:
        if not diff.has_change:
            assert replace(diff.old, depth=0) == replace(diff.new, depth=0)


@settings(max_examples=200, deadline=None)
@given(st.permutations(list("abcdefgh")))
def test_what_did_not_move_is_in_its_old_order(order):
    old, new = [node(uid) for uid in "abcdefgh"], [node(uid) for uid in order]

    diffs = compare(old, new).clauses

    stayed = [diff.uid for diff in diffs if not diff.is_moved]
    assert stayed == sorted(stayed)
    assert len(stayed) >= 2  # of eight, some two are always in order or all reversed
