"""Lists a piece at a time: nothing is missed or told twice."""

import json
from base64 import urlsafe_b64encode

import pytest
from ninja.errors import ValidationError

from pages.api.paging import Paging
from snippets.models import Organisation
from tests.factories.snippets import OrganisationFactory

pytestmark = pytest.mark.django_db

ORDERS = (("id",), ("-id",), ("name", "id"), ("-city", "name", "id"))


def rows():
    return Organisation.objects.all()


def pieces(order, limit=2, between=lambda: None):
    """Yield all pieces of the list, going on by the cursor."""
    cursor = None
    while True:
        piece = Paging(limit=limit, cursor=cursor).cut(rows(), order)
        yield piece["items"]
        cursor = piece["next_cursor"]
        if cursor is None:
            return
        between()


def faults(**values):
    with pytest.raises(ValidationError) as caught:
        Paging(**values).cut(rows(), ("id",))
    return [(fault["type"], *fault["loc"]) for fault in caught.value.errors]


@pytest.mark.parametrize("order", ORDERS)
def test_pieces_are_the_whole_list_in_its_order(order):
    for name, city in ("ab", "aa", "cb", "ba", "bb"):
        OrganisationFactory(name=name, city=city)

    told = [row for piece in pieces(order) for row in piece]

    assert told == list(rows().order_by(*order))


def test_what_is_added_before_the_cursor_moves_nothing():
    there = [OrganisationFactory(name=name) for name in "bcdef"]

    told = [
        row
        for piece in pieces(
            ("name", "id"), between=lambda: OrganisationFactory(name="a")
        )
        for row in piece
    ]

    assert told == there


def test_piece_by_number_tells_how_many_there_are():
    for name in "abcde":
        OrganisationFactory(name=name)

    piece = Paging(limit=2, offset=3).cut(rows(), ("name", "id"))

    assert [row.name for row in piece["items"]] == ["d", "e"]
    assert (piece["count"], piece["next_cursor"]) == (5, None)


def made(data):
    return urlsafe_b64encode(json.dumps(data).encode()).decode()


@pytest.mark.parametrize(
    "cursor",
    [
        "",
        "abc",
        "%00",
        made([["name"], ["a"]]),
        made([["id"], []]),
        made([["id"], ["x"]]),
        made([["id"], [{}]]),
        made([["id"], [float("inf")]]),
        made({"id": 1}),
        made(7),
    ],
)
def test_cursor_that_is_none_is_refused(cursor):
    assert faults(cursor=cursor) == [("cursor", "query", "cursor")]


def test_too_many_at_a_time_are_refused():
    assert faults(limit=101) == [("too_many", "query", "limit")]


def test_number_and_cursor_do_not_go_together():
    cursor = made([["id"], [1]])

    assert faults(cursor=cursor, offset=1) == [("cursor_and_offset", "query", "offset")]


@pytest.mark.parametrize("text", ["\ud800", "a\0b"])
def test_cursor_with_what_no_text_has_is_refused(text):
    cursor = made([["name", "id"], [text, 1]])

    with pytest.raises(ValidationError):
        Paging(cursor=cursor).cut(rows(), ("name", "id"))


def test_cursor_of_long_names_goes_on():
    names = [letter * 255 for letter in ("ж", "щ", "я")]
    for name in names:
        OrganisationFactory(name=name, city=name[:100])

    order = ("name", "city", "id")
    told = [row.name for piece in pieces(order, limit=1) for row in piece]

    assert told == names
