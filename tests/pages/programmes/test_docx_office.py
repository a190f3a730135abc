from random import Random

import pytest

from pages.programmes.clauses import read_clauses
from tests.factories.clauses import area, chapter, clause, goal
from tests.pages.programmes.office import NO_OFFICE, SOFFICE, Office
from tests.pages.programmes.test_docx import check, spread, tags, written
from tests.pages.programmes.wordprocessing import accepted


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    if SOFFICE is None:
        pytest.skip(NO_OFFICE)
    return Office(tmp_path_factory.mktemp("office"))


def saved(content):
    """Return the paragraphs that LibreOffice saved, by its own names of styles."""
    paragraphs = accepted(content)
    if not paragraphs[-1][1]:
        del paragraphs[-1]  # which stands behind the text, not in it
    return [(style.replace("TextBody", "BodyText"), t) for style, t in paragraphs]


def hard_case():
    """Return two texts that differ in all ways at once."""
    kino = clause(text="wspieranie kin studyjnych", uid="kino")
    teatr = clause(text="wspieranie teatrów", uid="teatr")
    sport = area("Sport", 2, clause(text="boiska", uid="boisko"), uid="S")
    film = area("Kultura", 1, kino, teatr, uid="K")
    health = area("Zdrowie", 3, clause(text="szczepienia", uid="sz"), uid="Z")
    old = [
        chapter("Cele", goal(uid="g"), uid="c1", introduction="Wstęp."),
        chapter("Zadania", film, sport, health, uid="c2"),
    ]
    changed = clause(text="wspieranie małych kin\nstudyjnych", uid="kino")
    added = clause(text="nowe zadanie", uid="nowe")
    new = [
        chapter("Cel", goal(uid="g"), uid="c1"),
        chapter(
            "Zadania",
            area("Zdrowie", 3, uid="Z"),
            area("Kultura", 1, added, changed, teatr, uid="K"),
            sport,
            uid="c2",
            introduction="Nowy wstęp.",
        ),
    ]
    return read_clauses(old), read_clauses(new)


def random_case(seed):
    random = Random(seed)  # noqa: S311 - a test's texts
    return read_clauses(spread(random)), read_clauses(spread(random))


@pytest.mark.parametrize("texts", [hard_case(), random_case(3), random_case(5)])
def test_libreoffice_accepts_and_rejects_all(office, texts):
    old, new = texts
    content = check(old, new)
    is_accepted, is_rejected = office.accepted(content), office.rejected(content)

    assert {"ins", "del"} <= tags(content)
    assert tags(is_accepted) == tags(is_rejected) == set()
    assert saved(is_accepted) == written(new)
    assert saved(is_rejected) == written(old)
