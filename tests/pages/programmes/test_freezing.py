"""What is kept of a closed version, and what counts as another text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.programmes.freezing import canonical, differences, digest_of, read_content
from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City
from tests.pages.programmes.closed import FIRST, SECOND

EMPTY = st.sampled_from(["", None, [], {}])
PLAIN = st.recursive(
    st.text(max_size=5) | st.integers() | st.booleans(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.text(max_size=4), inside | EMPTY, max_size=4)
    ),
    max_leaves=12,
)


def content(*body, **fields):
    return {"title": "Wersja 3", "body": canonical(body), **fields}


@pytest.mark.parametrize("empty", ["", None, [], {}, {"inside": ""}])
def test_empty_is_as_good_as_missing(empty):
    given = [{"type": "task", "id": "1", "value": {"text": "x", "note": empty}}]
    missing = [{"type": "task", "id": "1", "value": {"text": "x"}}]

    assert canonical(given) == canonical(missing)


@pytest.mark.parametrize("value", [0, False, " ", "0"])
def test_what_is_there_is_not_taken_for_empty(value):
    assert canonical({"value": value}) == {"value": value}


def test_order_in_lists_counts_and_order_of_names_does_not():
    assert canonical([1, 2]) != canonical([2, 1])
    assert digest_of({"a": 1, "b": "ą"}) == digest_of({"b": "ą", "a": 1})


def test_digest_can_be_computed_by_anybody():
    """With `printf '{"a":"ą"}' | sha256sum`."""
    assert digest_of({"a": "ą"}) == (
        "1efc4c0338306964360911182f949be0a15c6e5426813bde6026776590159298"
    )


@given(PLAIN)
def test_canonical_form_stays_as_it_is(raw):
    assert canonical(canonical(raw)) == canonical(raw)


def test_clauses_that_differ_are_named_by_uid():
    before = content(clause(uid=FIRST), clause(uid=SECOND))
    after = content(clause(uid=FIRST), clause(uid=SECOND, text="inaczej"))

    assert differences(before, after) == ([], [str(SECOND)])


def test_clauses_that_changed_places_are_named():
    before = content(clause(uid=FIRST), clause(uid=SECOND))
    after = content(clause(uid=SECOND), clause(uid=FIRST))

    _fields, uids = differences(before, after)

    assert uids


def test_what_no_reader_sees_is_named_as_the_text():
    before = content(area("Sport", 1, uid=FIRST))
    after = content(area("Sport", 2, uid=FIRST))

    assert differences(before, after) == (["body"], [])


def test_fields_that_came_or_went_are_named():
    assert differences(content(label="x"), content(lead="y")) == (
        ["label", "lead"],
        [],
    )
    assert differences(content(), content()) == ([], [])


@pytest.mark.parametrize("body", [3, "nie", [3], [{"type": "task"}], {"a": 1}])
def test_text_that_cannot_be_read_is_named(body):
    assert differences(content(clause()), {"title": "Wersja 3", "body": body}) == (
        ["body"],
        [],
    )


@pytest.mark.django_db
def test_block_that_leaves_out_what_is_empty_is_the_same_text():
    """As the editor, the API and code write one and the same clause."""
    city = City()
    short = {"type": "task", "id": str(FIRST), "value": {"text": "wspieranie"}}
    full = clause(text="wspieranie", uid=FIRST, number=None)
    draft = city.draft([chapter("Zadania", short, uid=SECOND)])
    before = read_content(draft)

    draft.body = [chapter("Zadania", full, uid=SECOND)]

    assert digest_of(read_content(draft)) == digest_of(before)
