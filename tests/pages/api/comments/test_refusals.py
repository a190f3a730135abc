"""The API refuses what the form refuses, at the same fields and in its words."""

import pytest
from bs4 import BeautifulSoup

from pages.comments.models import PublicComment, SubmissionAttempt
from tests.pages.markup import words
from tests.pages.programmes.closed import FIRST

from .visiting import faults, post

BAD = [
    {"kind": ""},
    {"kind": "praise"},
    {"text": ""},
    {"text": " \n\t "},
    {"text": "\u200e\u202e\x01"},
    {"text": "a" * 20_001},
    {"justification": "a" * 20_001},
    {"proposed_wording": "a" * 20_001},
    {"text": "www.a http://b https://c www.d"},
    {"on_behalf": ""},
    {"on_behalf": "council"},
    {"on_behalf": "organisation"},
    {"on_behalf": "organisation", "organisation": "a" * 256},
    {"name": "a" * 191},
    {"email": "jan"},
    {"email": "jan@"},
    {"email": f"{'a' * 250}@example.org"},
    {"reference": "spam"},
    {"kind": "", "text": "", "on_behalf": ""},
]


@pytest.mark.parametrize("changes", BAD, ids=range(len(BAD)))
def test_same_refusals_as_the_form(visitor, changes):
    page = visitor.form(**changes)
    response = visitor.send(**changes)

    soup = BeautifulSoup(page.content, "html.parser")
    said = [words(item) for item in soup.select("main .errors li")]
    told = [fault["msg"] for fault in response.json()["errors"]]
    assert (page.status_code, response.status_code) == (200, 422)
    assert len(said) == len(told) > 0
    for message, item in zip(told, said, strict=True):
        assert words(BeautifulSoup(message, "html.parser")) in item
    assert not PublicComment.objects.exists()
    assert not SubmissionAttempt.objects.exists()


def test_place_and_code_of_each_fault(visitor):
    response = visitor.send(kind="", text="a" * 20_001, on_behalf="x", key="")

    assert faults(response) == [
        ("body/key", "untimely"),
        ("body/kind", "required"),
        ("body/text", "max_length"),
        ("body/on_behalf", "invalid_choice"),
    ]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"draft": 0}, "body/draft"),
        ({"draft": 10**30}, "body/draft"),
        ({"draft": 2**63 - 1}, "body/draft"),
        ({"draft": None}, "body/draft"),
        ({"draft": "x"}, "body/draft"),
        ({"clause": "x"}, "body/clause"),
        ({"clause": str(FIRST).replace("1", "9")}, "body/clause"),
        ({"locale": "de"}, "body/locale"),
        ({"text": 7}, "body/text"),
        ({"text": None}, "body/text"),
        ({"text": ["a"]}, "body/text"),
        ({"name_is_public": "maybe"}, "body/name_is_public"),
        ({"key": "a" * 501}, "body/key"),
        ({"state": "published"}, "body/state"),
        ({"number": 1}, "body/number"),
    ],
)
def test_values_that_are_none(visitor, changes, place):
    response = visitor.send(**changes)

    assert response.status_code == 422
    assert [where for where, _code in faults(response)] == [place]
    assert not PublicComment.objects.exists()


@pytest.mark.parametrize("body", [[], "text", 7, None, {}])
def test_bodies_that_are_no_comment(visitor, client, body):
    response = post(client, "", body)

    assert response.status_code == 422
    assert not PublicComment.objects.exists()


@pytest.mark.parametrize("raw", [b"{", b"\xff\xfe", b'{"text": "\\ud800"}', b"NaN"])
def test_bodies_that_cannot_be_read(visitor, client, raw):
    response = client.post("/api/v3/comments/", raw, content_type="application/json")

    assert response.status_code in {400, 422}
    assert not PublicComment.objects.exists()


@pytest.mark.parametrize("field", ["kind", "on_behalf", "text", "altcha"])
@pytest.mark.parametrize("text", ["pół \ud83d", "koniec\0"])
def test_texts_that_nobody_could_keep_are_refused(visitor, field, text):
    response = visitor.send(**{field: text})

    assert response.status_code == 422
    assert faults(response) == [(f"body/{field}", "null_characters")]
    assert not PublicComment.objects.exists()


def test_fields_that_are_left_out_are_empty_fields(visitor, client):
    response = post(client, "", visitor.place | {"key": visitor.open()["key"]})

    assert faults(response) == [
        ("body/kind", "required"),
        ("body/text", "required"),
        ("body/on_behalf", "required"),
    ]
