"""The reading of a draft's raw body, which needs neither Django nor a database."""

from hypothesis import given
from hypothesis import strategies as st

from pages.programmes.clauses import HEADINGS, ClauseKind, Numbering, read_clauses
from tests.factories.clauses import area, author, category, chapter, clause, goal

UNKNOWN = {"type": "table", "id": "0", "value": {"rows": []}}


def labels(*body):
    return [node.number for node in read_clauses(body)]


def test_clauses_are_numbered_in_order_when_nothing_is_pinned():
    assert labels(clause(), clause("provision"), clause()) == ["1", "2", "3"]


def test_numbering_goes_on_when_a_number_is_pinned():
    assert labels(clause(), clause(number="29"), clause()) == ["1", "29", "30"]


def test_number_after_3a_is_4():
    body = (clause(number="3"), clause(number="3a"), clause(), clause())

    assert labels(*body) == ["3", "3a", "4", "5"]


def test_number_pinned_without_digits_moves_nothing():
    assert labels(clause(), clause(number="bis"), clause()) == ["1", "bis", "2"]


def test_number_pinned_backwards_is_counted_from():
    assert labels(clause(number="30"), clause(number="10"), clause())[-1] == "11"


def test_count_starts_anew_in_each_chapter():
    body = (chapter("Cele", clause(), clause()), chapter("Zadania", clause()))

    assert labels(*body) == ["1", "1", "2", "2", "1"]


def test_count_goes_through_areas_and_categories_of_a_chapter():
    body = chapter(
        "Zadania",
        area("Polityka społeczna", 1, clause(), category("zdrowie", clause())),
        area("Kultura", 2, clause()),
    )

    assert labels(body) == ["1", "1", "1", "", "2", "2", "3"]


def test_areas_are_counted_through_chapters():
    body = (
        chapter("Zadania", area("Sport", 1), number="7"),
        chapter("Inne", area("Kultura", 2)),
    )

    assert labels(*body) == ["7", "1", "8", "2"]


def test_main_goal_has_no_number_and_others_a_count_of_their_own():
    body = (goal(kind="main"), goal(), clause(), goal(), clause())

    assert labels(*body) == ["", "1", "1", "2", "2"]


def test_main_goal_is_told_from_the_specific_ones():
    nodes = read_clauses([goal(kind="main"), goal()])

    assert [node.is_main_goal for node in nodes] == [True, False]


def test_unknown_blocks_are_passed_over():
    assert labels(UNKNOWN, chapter("Cele", UNKNOWN, clause())) == ["1", "1"]


def test_empty_body_has_no_clauses():
    assert read_clauses([]) == []


def test_area_is_handed_down_to_its_clauses_and_not_further():
    body = [area("Kultura", 5, category("muzea", clause())), clause()]

    assert [node.area for node in read_clauses(body)] == [5, 5, 5, None]


def test_authors_are_kept_and_those_deleted_left_out():
    authors = [author("unit", 3), author("organisation", None), author("unit", 4)]

    (node,) = read_clauses([clause(authors=authors)])

    assert node.authors == (("unit", 3), ("unit", 4))


def test_missing_values_are_blank():
    (node,) = read_clauses([{"type": "task", "id": "a", "value": {"text": None}}])

    assert (node.number, node.text, node.note, node.authors) == ("1", "", "", ())


def test_series_do_not_disturb_each_other():
    count = Numbering()

    taken = [count.next(name) for name in ("goal", "subsection", "goal")]

    assert taken == ["1", "1", "2"]


PINNED = st.sampled_from(["", "", "", "3a", "29", "bis", "§ 7", "010"])
TEXT = st.text(max_size=12)
LEAVES = st.one_of(
    st.builds(clause, st.sampled_from(["task", "provision"]), TEXT, number=PINNED),
    st.builds(goal, TEXT, kind=st.sampled_from(["main", "specific"]), number=PINNED),
    st.builds(lambda: {**UNKNOWN}),
)


def groups(make, children):
    return st.builds(
        lambda text, inside: make(text, *inside), TEXT, st.lists(children, max_size=4)
    )


CATEGORIES = groups(category, LEAVES)
AREAS = groups(lambda text, *inside: area(text, 1, *inside), LEAVES | CATEGORIES)
BODIES = st.lists(LEAVES | AREAS | groups(chapter, LEAVES | AREAS), max_size=6)


def uids(blocks):
    """The uids of all known blocks, a parent before its children."""
    for block in blocks:
        if block["type"] in set(ClauseKind):
            yield block["id"]
            yield from uids(block["value"].get("clauses", []))


@given(BODIES)
def test_every_clause_comes_out_once_in_the_order_of_the_text(body):
    assert [node.uid for node in read_clauses(body)] == list(uids(body))


@given(BODIES)
def test_parents_come_before_their_children_one_step_above(body):
    seen = {}
    for node in read_clauses(body):
        if node.parent:
            assert seen[node.parent].kind in HEADINGS
            assert node.depth == seen[node.parent].depth + 1
            assert node.chapter == seen[node.parent].chapter
        else:
            assert (node.depth, node.chapter) == (0, node.uid)
        seen[node.uid] = node


@given(BODIES)
def test_numbers_depend_on_structure_and_pins_alone(body):
    def reworded(blocks):
        return [
            {
                **block,
                "value": {
                    **block["value"],
                    "text": "inaczej",
                    "clauses": reworded(block["value"].get("clauses", [])),
                },
            }
            for block in blocks
        ]

    assert labels(*reworded(body)) == labels(*body)


@given(BODIES)
def test_only_categories_and_main_goals_go_without_a_number(body):
    for node in read_clauses(body):
        is_bare = node.kind is ClauseKind.CATEGORY or node.is_main_goal
        assert (node.number == "") == is_bare
