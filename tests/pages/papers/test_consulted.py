"""The headings that clauses are under, and the title of the version."""

import pytest
from django.utils import translation

from pages.papers.consulted import clause_titles, consulted_version
from pages.programmes.clauses import read_clauses
from tests.factories.clauses import area, category, chapter, clause, goal
from tests.factories.pages import translate


def titles(*body):
    """Return the titles of clauses by their words."""
    nodes = read_clauses(body)
    found = clause_titles(nodes)
    return {node.text: found[node.uid] for node in nodes}


def test_a_clause_is_under_the_nearest_chapter_or_area():
    found = titles(
        chapter("Zadania", clause(text="a"), area("Sport", 1, clause(text="b"))),
        chapter("Cele", goal("c")),
    )
    assert found == {
        "Zadania": "Zadania",
        "a": "Zadania",
        "Sport": "Sport",
        "b": "Sport",
        "Cele": "Cele",
        "c": "Cele",
    }


def test_a_category_only_sorts_what_is_in_an_area():
    found = titles(
        area("Sport", 1, category("dzieci", clause(text="a"))),
        category("zdrowie", clause(text="b")),
    )
    assert (found["dzieci"], found["a"]) == ("dzieci", "Sport")
    assert (found["zdrowie"], found["b"]) == ("zdrowie", "zdrowie")


def test_a_clause_under_nothing_has_no_title():
    assert titles(clause(text="a")) == {"a": ""}


@pytest.mark.django_db
def test_the_version_is_named_in_the_language_of_the_paper(here):
    translate(here.draft, "en", title="Version 3")
    with translation.override("en"):
        assert consulted_version(here.consultation).title == "Version 3"
    with translation.override("uk"):
        assert consulted_version(here.consultation).title == "Wersja 3"
