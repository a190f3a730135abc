from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.programmes.clauses import read_clauses
from pages.programmes.decisions import Decision, PlacingError, Problem, Relation
from pages.programmes.placing import place_paragraphs
from tests.factories.clauses import area, author, category, chapter, clause, goal

A, B, C, D, AREA, CAT, CHAPTER, OTHER, SPORT = (str(uuid4()) for _ in range(9))


def body():
    return [
        chapter(
            "Zadania",
            goal("cel", uid=D),
            area(
                "Kultura",
                1,
                clause(text="pierwsze", uid=A, number="28"),
                category("zdrowie", clause(text="drugie", uid=B), uid=CAT),
                clause(text="trzecie", uid=C),
                uid=AREA,
            ),
            area("Sport", 2, clause(text="czwarte", uid=OTHER), uid=SPORT),
            uid=CHAPTER,
        )
    ]


def same(uid, text):
    return Decision(text, uid)


def place(decisions, group=AREA, removed=None):
    return place_paragraphs(body(), decisions, group=group, removed=removed)


def texts(placed):
    nodes = read_clauses(placed.body)
    return [n.text for n in nodes if not n.is_heading]


def uid_of(placed, text):
    return next(n.uid for n in read_clauses(placed.body) if n.text == text)


def test_nothing_pasted_changes_nothing():
    assert place([]).body == body()


def test_same_clauses_keep_their_uid_and_place():
    placed = place([same(A, "pierwsze!"), same(B, "drugie!"), same(C, "trzecie!")])

    assert texts(placed) == ["cel", "pierwsze!", "drugie!", "trzecie!", "czwarte"]
    assert placed.uids == [A, B, C]
    assert placed.successions == {}
    before = [(n.uid, n.parent) for n in read_clauses(body())]
    assert [(n.uid, n.parent) for n in read_clauses(placed.body)] == before


def test_exact_copy_with_other_quotes_leaves_the_text_as_it_was():
    old = [clause(text="program „Razem” – etap", uid=A)]

    placed = place_paragraphs(old, [same(A, 'program  "Razem" - etap')])

    assert placed.body == old


def test_new_clause_comes_behind_the_paragraph_before_it():
    placed = place([same(A, "pierwsze"), Decision("nowe"), same(B, "drugie")])

    assert texts(placed)[1:4] == ["pierwsze", "nowe", "drugie"]
    assert placed.uids[1] not in {A, B, C, D}
    assert placed.successions == {}


def test_new_clauses_in_front_come_before_what_stays():
    placed = place([Decision("nowe 1"), Decision("nowe 2"), same(C, "trzecie")])

    assert texts(placed)[1:6] == ["pierwsze", "drugie", "nowe 1", "nowe 2", "trzecie"]


def test_only_new_clauses_come_at_the_end_of_the_group():
    placed = place([Decision("nowe 1"), Decision("nowe 2")])

    assert texts(placed)[1:6] == ["pierwsze", "drugie", "trzecie", "nowe 1", "nowe 2"]
    node = read_clauses(placed.body)[-3]
    assert (node.parent, node.kind) == (AREA, "task")


def test_empty_group_takes_clauses():
    empty = [area("Pusty", 1, uid=AREA)]

    placed = place_paragraphs(empty, [Decision("a"), Decision("b")], group=AREA)

    assert texts(placed) == ["a", "b"]


def test_another_order_moves_as_few_as_needed():
    placed = place([same(C, "trzecie"), same(A, "pierwsze"), same(B, "drugie")])

    assert texts(placed)[1:4] == ["trzecie", "pierwsze", "drugie"]
    assert placed.successions == {}


def test_clause_of_another_area_moves_here_and_it_is_noted():
    placed = place([same(A, "pierwsze"), same(OTHER, "czwarte")])

    assert texts(placed) == ["cel", "pierwsze", "czwarte", "drugie", "trzecie"]
    assert placed.successions == {(OTHER, OTHER): "moved"}


def test_goal_cannot_move_to_where_goals_do_not_stand():
    with pytest.raises(PlacingError) as error:
        place([same(A, "pierwsze"), same(D, "cel")])

    assert (error.value.problem, error.value.place) == (Problem.NO_PLACE, 1)


def test_split_leaves_the_old_clause_and_makes_a_new_one():
    placed = place([same(A, "pierwsze"), Decision("część", A, Relation.SPLIT)])

    new = uid_of(placed, "część")
    assert texts(placed)[1:3] == ["pierwsze", "część"]
    assert placed.successions == {(A, new): "split"}


def test_replacing_takes_place_and_pinned_number_but_not_the_uid():
    placed = place([Decision("zamiast", A, Relation.REPLACED)])

    node = read_clauses(placed.body)[3]
    assert (node.text, node.number) == ("zamiast", "28")
    assert placed.successions == {(A, node.uid): "replaced"}
    assert A not in {n.uid for n in read_clauses(placed.body)}


def test_one_clause_may_be_replaced_by_two():
    two = [Decision("raz", A, Relation.REPLACED), Decision("dwa", A, Relation.REPLACED)]

    placed = place(two)

    assert texts(placed)[1:3] == ["raz", "dwa"]
    assert set(placed.successions) == {(A, uid) for uid in placed.uids}


def test_two_clauses_merge_into_one_paragraph():
    placed = place([Decision("razem", A, Relation.MERGED)], removed={B: 0})

    new = uid_of(placed, "razem")
    assert placed.successions == {(A, new): "merged", (B, new): "merged"}
    assert texts(placed)[1:3] == ["razem", "trzecie"]


def test_authors_go_along_with_what_is_split_or_merged():
    old = [
        clause(text="a", uid=A, authors=[author("unit", 1), author("unit", 2)]),
        clause(text="b", uid=B, authors=[author("unit", 2), author("unit", 3)]),
    ]

    placed = place_paragraphs(old, [Decision("ab", A, Relation.MERGED)], removed={B: 0})

    (node,) = read_clauses(placed.body)
    assert node.authors == (("unit", 1), ("unit", 2), ("unit", 3))


def test_clause_is_removed_when_ticked():
    assert texts(place([], removed={A: None, B: None})) == ["cel", "trzecie", "czwarte"]


def test_heading_keeps_what_it_holds_and_paragraphs_go_into_it():
    decisions = [same(CAT, "zdrowie i sport"), Decision("nowe"), same(B, "drugie")]

    placed = place(decisions)

    assert texts(placed)[1:4] == ["pierwsze", "nowe", "drugie"]
    assert {n.parent for n in read_clauses(placed.body) if n.text == "nowe"} == {CAT}


def test_whole_text_takes_paragraphs_behind_its_clauses():
    placed = place([same(D, "cel!"), same(OTHER, "czwarte"), Decision("x")], group="")

    assert texts(placed)[-2:] == ["czwarte", "x"]


PROBLEMS = [
    ([same(A, "x"), same(A, "y")], {}, Problem.TWICE),
    ([same(A, "x"), Decision("y", A, Relation.REPLACED)], {}, Problem.TWICE),
    ([Decision("y", A, Relation.MERGED), same(A, "x")], {}, Problem.TWICE),
    ([same(str(uuid4()), "x")], {}, Problem.GONE),
    ([], {str(uuid4()): None}, Problem.GONE),
    ([Decision("x", CAT, Relation.REPLACED)], {}, Problem.HEADING),
    ([], {CAT: None}, Problem.HEADING),
    ([Decision("x" * 20_001)], {}, Problem.TOO_LONG),
    ([same(CAT, "x" * 191)], {}, Problem.TOO_LONG),
    ([same(A, "x")], {A: None}, Problem.REMOVED),
    ([same(A, "x")], {B: 1}, Problem.NO_PARAGRAPH),
]


@pytest.mark.parametrize(("decisions", "removed", "problem"), PROBLEMS)
def test_decisions_at_odds_are_refused(decisions, removed, problem):
    with pytest.raises(PlacingError) as error:
        place(decisions, removed=removed)

    assert error.value.problem == problem


@pytest.mark.parametrize("group", [str(uuid4()), A])
def test_group_that_is_none_is_refused(group):
    with pytest.raises(PlacingError):
        place([Decision("x")], group=group)


def test_longest_clause_is_taken():
    assert place([Decision("x" * 20_000)])


LEAVES = [A, B, C, D, OTHER]
DECISIONS = st.lists(
    st.builds(
        Decision,
        st.sampled_from(["raz", "dwa", "trzy", "pierwsze"]),
        st.sampled_from(["", *LEAVES, CAT, AREA]),
        st.sampled_from(Relation),
    ),
    max_size=6,
)
REMOVED = st.dictionaries(
    st.sampled_from(LEAVES), st.one_of(st.none(), st.integers(0, 5)), max_size=2
)


@given(DECISIONS, REMOVED, st.sampled_from(["", CHAPTER, AREA, CAT]))
def test_no_clause_is_lost_or_doubled_whatever_is_decided(decisions, removed, group):
    before = body()
    try:
        placed = place_paragraphs(before, decisions, group=group, removed=removed)
    except PlacingError:
        return
    uids = [node.uid for node in read_clauses(placed.body)]
    taken = {d.uid for d in decisions if d.relation in {"merged", "replaced"}}
    old = {node.uid for node in read_clauses(before)}

    assert len(uids) == len(set(uids))
    assert old - set(uids) == (taken | set(removed)) & old
    assert len(placed.uids) == len(decisions)
    assert set(placed.uids) <= set(uids)
    for decision, uid in zip(decisions, placed.uids, strict=True):
        is_same = decision.uid and decision.relation is Relation.SAME
        assert (uid == decision.uid) if is_same else (uid not in old)
    for (earlier, later), kind in placed.successions.items():
        assert earlier in old
        assert later in uids
        assert (earlier == later) == (kind == "moved")
