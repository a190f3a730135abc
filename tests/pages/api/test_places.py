"""Where a fault is: in the names that were sent, and in no others."""

import pytest

from pages.api.places import place_of

META = {"discriminator": "discriminate_meta_type()"}


@pytest.mark.parametrize(
    ("loc", "place"),
    [
        (["query", "paging", "limit"], ["query", "limit"]),
        (["query", "expand", 0], ["query", "expand", 0]),
        (["body", "data", "title"], ["body", "title"]),
        (["body", "data", "meetings.MeetingPage", "kind"], ["body", "kind"]),
        (
            ["body", "data", "meetings.MeetingPage", "body", 3, "type"],
            ["body", "body", 3, "type"],
        ),
        (["body", "data", "no.Such", "kind"], ["body", "no.Such", "kind"]),
        (["body", "meta", "type"], ["body", "meta", "type"]),
        (["form", "title"], ["body", "title"]),
        (["file", "file"], ["body", "file"]),
        (["path", "page_id"], ["path", "page_id"]),
        (["body", "data"], ["body"]),
        (["body"], ["body"]),
        ([], []),
    ],
)
def test_place_is_told_without_what_only_we_understand(loc, place):
    assert place_of({"type": "missing", "loc": loc}) == place


@pytest.mark.parametrize("code", ["union_tag_invalid", "union_tag_not_found"])
def test_unknown_type_is_told_where_it_was_sent(code):
    fault = {"type": code, "loc": ["body", "data"], "ctx": META}
    inner = {"type": code, "loc": ["body", "data", "a", 2], "ctx": {}}
    inner["ctx"] = {"discriminator": "'kind'"}

    assert place_of(fault) == ["body", "meta", "type"]
    assert place_of(inner) == ["body", "a", 2, "kind"]
