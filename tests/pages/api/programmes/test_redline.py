"""What differs between two versions, as it is told."""

import pytest

from tests.factories.pages import ProgrammePageFactory, translate
from tests.pages.api.asking import codes

from .asking import ask
from .changing import amend

pytestmark = pytest.mark.django_db


def test_redline_tells_states_segments_and_reasons(city, drafts, client):
    base, new = drafts
    amend(city, new)

    told = ask(client, f"drafts/{new.pk}/redline/", since=base.pk)

    changed, gone = told["clauses"]
    assert (changed["state"], gone["state"]) == ("changed", "removed")
    ops = {segment["op"] for segment in changed["segments"]}
    assert ops == {"insert", "delete", "equal"}
    later = [s["text"] for s in changed["segments"] if s["op"] != "delete"]
    assert "".join(later) == "nowy zapis"
    assert gone["label"] is None
    [reason] = changed["reasons"]
    assert "P1/2014" in reason["text"]
    assert reason["url"].endswith("#findings")
    assert told == ask(client, f"drafts/{new.pk}/redline/")


def test_redline_to_a_later_version_tells_why_that_became_another(city, drafts, client):
    base, new = drafts
    amend(city, base)
    later = amend(city, new)

    told = ask(client, f"drafts/{base.pk}/redline/", since=new.pk)

    changed, added = told["clauses"]
    assert (changed["state"], added["state"]) == ("changed", "added")
    assert [later.code in reason["text"] for reason in changed["reasons"]] == [True]


def test_version_does_not_differ_from_itself(city, drafts, client):
    _base, new = drafts
    amend(city, new)

    told = ask(client, f"drafts/{new.pk}/redline/", since=new.pk)

    assert {row["state"] for row in told["clauses"]} == {"unchanged"}
    assert [row["reasons"] for row in told["clauses"]] == [[]]
    assert set(told["counts"].values()) == {0}


def test_redline_goes_over_years_but_not_over_languages(city, drafts, client):
    base, new = drafts
    programme = ProgrammePageFactory(parent=city.programmes, year=2015)
    later = type(new)(title="W", slug="w", number=1, date=new.date)
    programme.add_child(instance=later)
    english = translate(base, "en", title="Version 1", slug="version-1")

    told = ask(client, f"drafts/{later.pk}/redline/", since=new.pk)
    refused = ask(client, f"drafts/{new.pk}/redline/", 422, since=english.pk)

    assert told["since_year"] == 2014
    assert told["counts"]["removed"] == 1
    assert codes(refused) == [("other_text", "query", "since")]
