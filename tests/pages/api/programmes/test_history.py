"""The life of one clause, as it is told."""

import pytest

from .asking import ask
from .changing import UID, amend

pytestmark = pytest.mark.django_db


def test_history_tells_each_wording_and_its_sources(city, drafts, client):
    amendment = amend(city, drafts[1])

    told = ask(client, f"clauses/{UID}/")

    assert told["text"] == "nowy zapis"
    assert [row["change"] for row in told["history"]] == ["changed", "added"]
    [source] = told["history"][0]["sources"]
    assert (source["source"], source["code"]) == ("amendment", "P1/2014")
    assert [finding["text"] for finding in source["findings"]] == ["zmienić"]
    assert told["findings"] == source["findings"]
    assert ask(client, source["api_url"])["id"] == amendment.pk


def test_what_a_language_lacks_is_told_in_the_citys_own(city, drafts, client):
    amend(city, drafts[1])
    path = f"clauses/{UID}/"

    told = ask(client, path, language="en")
    amended = told["history"][0]["sources"][0]["api_url"]

    assert (told["locale"], told["draft"]["locale"]) == ("pl", "pl")
    for place in (path, amended):
        assert ask(client, place, language="en") == ask(client, place, locale="pl")
        ask(client, place, 404, language="en", locale="en")
