"""Published comments are read with their answers; of others only that there are."""

import json

import pytest

from tests.factories.comments import AnswerFactory, PublicCommentFactory
from tests.factories.pages import mirror, translate
from tests.pages.api.costing import cost
from tests.pages.programmes.closed import FIRST

from .visiting import BASE, read

MARK = "ZATAJONE"
PRIVATE = {"name": f"{MARK} Nazwisko", "email": f"{MARK.lower()}@example.org"}
WORDS = dict.fromkeys(("text", "proposed_wording", "justification"), MARK)


@pytest.fixture
def comment(consultation):
    def make(**values):
        values = {"published": True, "about": FIRST, **values}
        return PublicCommentFactory(consultation=consultation, **values)

    return make


def test_comment_with_its_answer(client, comment):
    one = comment(text="Dopisać seniorów.")
    AnswerFactory(published=True, comments=[one])

    (listed,) = read(client)["items"]
    alone = client.get(listed["api_url"]).json()

    assert (listed["code"], listed["state"]) == (one.code, "answered")
    assert (listed["text"], listed["clause"]["uid"]) == (one.text, str(FIRST))
    assert listed["answer"]["ruling"] == "rejected"
    assert {**alone, **listed} == alone
    assert alone["quoted"] == "wspieranie sąsiadów"


def test_clause_leads_to_the_language_that_it_is_in(client, comment):
    one = comment()
    translate(one.consultation.draft, "en", title="Version 3", slug="version-3")
    mirror(one.consultation.draft, "uk")

    for code, language in {"en": "en", "uk": "pl", "be": "pl"}.items():
        (listed,) = read(client, locale=code)["items"]

        assert f"/{language}/" in listed["clause"]["url"]
        assert client.get(listed["clause"]["url"]).status_code == 200


@pytest.mark.parametrize("state", ["hidden", "withdrawn"])
def test_stub_says_that_there_was_one(client, comment, state):
    one = comment(published=False, state=state, **WORDS, **PRIVATE)

    (listed,) = read(client)["items"]
    alone = client.get(listed["api_url"])

    assert (listed["code"], listed["state"]) == (one.code, state)
    assert (listed["is_shown"], listed["author"]) == (False, None)
    assert MARK not in json.dumps(listed) + alone.content.decode()
    assert read(client, q=MARK)["count"] == read(client, kind="change")["count"] == 0


def test_private_things_are_not_told(client, comment):
    comment(**PRIVATE)
    comment(published=False, **WORDS)
    comment(published=False, unconfirmed=True, **WORDS)
    AnswerFactory(approved=True, comments=[comment()], reasons=MARK)

    answer = read(client)

    assert answer["count"] == 2
    assert MARK.lower() not in json.dumps(answer).lower()


@pytest.mark.parametrize("query", ["draft=0", "draft=" + "9" * 30, "kind=x", "x=1"])
def test_wrong_filters_are_refused(client, consultation, query):
    assert client.get(f"{BASE}?{query}").status_code == 422


def test_consultation_tells_what_a_form_needs(client, consultation):
    (told,) = read(client, "consultations/", phase="open")["items"]

    assert told["draft"]["title"] == consultation.draft.title
    assert told["rules"]["longest_text"] == 20_000
    assert read(client, "consultations/", phase="closed")["count"] == 0


def test_queries_do_not_grow(client, comment):
    def more(number):
        for _one in range(number):
            one = comment(of_organisation=True)
            AnswerFactory(published=True, comments=[one])
        return one

    one = more(20)
    path = f"/comments/{one.year}/{one.number}/"
    before = cost(client, "/comments/", limit=20), cost(client, path)
    more(20)
    after = cost(client, "/comments/", limit=20), cost(client, path)

    assert before == after
    assert (after[0] <= 15, after[1] <= 12) == (True, True), after
