"""A consultation as JSON, read back."""

import json

import pytest

from pages.papers.kinds import FileForm
from tests.factories.comments import AnswerFactory


@pytest.fixture
def read(written):
    return lambda **values: json.loads(written("json", **values))


def test_an_empty_consultation_has_facts_a_protocol_and_a_paragraph(here, read):
    found = read()
    assert list(found) == ["consultation", "protocol", "paragraph", "comments"]
    assert found["comments"] == []
    facts = found["consultation"]
    assert facts["comment_count"] == 0
    assert facts["opens_on"] == here.consultation.opens_on.isoformat()
    assert (facts["year"], facts["version"]) == (2014, "Wersja 3")
    assert facts["version_date"] == here.draft.date.isoformat()
    assert found["protocol"]
    assert found["paragraph"]


def test_a_comment_has_the_names_of_its_fields(say, read):
    comment = say(
        text='Proszę „o 👩‍👩‍👧‍👦”\r\ni "cudzysłów"\x01',
        received_at="2026-07-01T10:00:00Z",
        is_late=True,
    )
    AnswerFactory(comments=[comment], published=True, reasons="Nie ma środków.")
    (found,) = read()["comments"]
    assert found == {
        "order": 1,
        "code": comment.code,
        "received": "2026-07-01T12:00:00+02:00",
        "channel": "form on this site",
        "is_late": True,
        "author": "resident",
        "on_behalf": "resident",
        "clause": "para. 1",
        "clause_title": "Zadania",
        "version": "Wersja 3",
        "quoted": "wspieranie sąsiadów",
        "kind": "change the wording",
        "text": 'Proszę „o 👩‍👩‍👧‍👦”\r\ni "cudzysłów"\x01',
        "proposed_wording": "",
        "justification": "",
        "ruling": "rejected",
        "ruling_label": "not accepted",
        "reasons": "Nie ma środków.",
        "effect": "",
        "state_note": "",
    }


def test_contacts_only_where_they_are_asked_for(say, written, read):
    say(name="Anna Żółwica", email="anna@example.org")
    public = written(FileForm.JSON).decode()
    assert "Żółwica" not in public
    assert "anna@" not in public
    (found,) = read(with_contacts=True)["comments"]
    assert found["contact"] == "Anna Żółwica, anna@example.org"


def test_each_comment_has_a_line_of_its_own(say, written):
    for _ in range(3):
        say(text="raz\ndwa")
    lines = written(FileForm.JSON).decode().splitlines()
    start = lines.index('"comments": [') + 1
    assert [json.loads(line.rstrip(","))["order"] for line in lines[start:-2]] == [
        *(1, 2, 3)
    ]


def test_words_are_in_the_language_of_the_paper(say, read):
    say()
    found = read(language="pl")
    assert found["consultation"]["language"] == "pl"
    assert found["comments"][0]["clause"] == "ust. 1"
