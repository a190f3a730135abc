"""A version with its clauses."""

from uuid import uuid4

import pytest

from tests.factories.clauses import area, author, category, chapter, clause, goal
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import ProgrammePageFactory, translate
from tests.factories.snippets import (
    CityUnitFactory,
    OrganisationFactory,
    PriorityAreaFactory,
)
from tests.pages.programmes.closed import FIRST, SECOND, consulted

from .asking import ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def sport():
    return PriorityAreaFactory(name="Sport", name_en="Sports")


@pytest.fixture
def draft(city, sport):
    unit, ngo = CityUnitFactory(name="Departament"), OrganisationFactory(name="Klub")
    authors = [author("unit", unit.pk), author("organisation", ngo.pk)]
    return city.draft(
        [
            chapter(
                "Cele",
                goal("Rozwój.", kind="main"),
                goal("Zaufanie."),
                introduction="Celem jest:",
            ),
            chapter(
                "Zadania",
                area(
                    "Obszar sportu",
                    sport.pk,
                    category("zdrowie", clause(text="bieg", note="przykład")),
                    clause(text="Żeglarstwo", authors=authors),
                ),
                clause("provision", text="Zasada jawności", number="9a"),
            ),
        ],
        number=1,
    )


def test_clauses_stand_in_the_order_of_the_text(draft, client):
    clauses = ask(client, f"drafts/{draft.pk}/")["clauses"]

    kinds = ["chapter", "goal", "goal", "chapter", "area", "category"]
    assert [row["kind"] for row in clauses] == [*kinds, "task", "task", "provision"]
    assert [row["depth"] for row in clauses] == [0, 1, 1, 0, 1, 2, 3, 2, 1]
    numbers = ["1", None, "1", "2", "1", None, "1", "2", "9a"]
    assert [row["number"] for row in clauses] == numbers
    assert clauses[6]["label"] == "ust. 1"
    by_uid = {row["uid"]: row for row in clauses}
    assert by_uid[clauses[6]["parent"]]["text"] == "zdrowie"
    assert by_uid[clauses[6]["chapter"]]["text"] == "Zadania"


def test_clauses_have_what_only_their_kind_has(draft, sport, client):
    clauses = ask(client, f"drafts/{draft.pk}/")["clauses"]

    assert clauses[0]["introduction"] == "Celem jest:"
    assert [row["is_main"] for row in clauses[1:3]] == [True, False]
    assert clauses[4]["area"]["id"] == clauses[6]["area"]["id"] == sport.pk
    assert clauses[8]["area"] is None
    assert clauses[6]["note"] == "przykład"
    authors = clauses[7]["authors"]
    assert [(a["type"], a["title"]) for a in authors] == [
        ("snippets.CityUnit", "Departament"),
        ("snippets.Organisation", "Klub"),
    ]
    assert ask(client, authors[1]["api_url"])["name"] == "Klub"
    assert "authors" not in clauses[4]
    assert "introduction" not in clauses[6]


def test_labels_and_names_are_in_the_language_of_the_version(draft, client):
    english = translate(draft, "en", title="Version 1", slug="version-1")

    told = ask(client, f"drafts/{english.pk}/", language="pl")

    assert told["locale"] == "en"
    assert told["clauses"][6]["label"] == "para. 1"
    assert told["clauses"][4]["area"]["title"] == "Sports"
    assert "/en/clause/" in told["clauses"][4]["url"]


def test_version_tells_its_programme_meetings_and_comments(city, client):
    draft = consulted(city, summary="<p>Nowe <b>zadania</b>.</p>")
    consultation = ConsultationFactory(draft=draft)
    PublicCommentFactory(consultation=consultation, about=FIRST, published=True)
    PublicCommentFactory(consultation=consultation, about=FIRST)
    PublicCommentFactory(consultation=consultation, published=True)
    made = city.meeting(resulting_draft=draft)
    discussed = city.meeting(discussed_draft=draft)

    told = ask(client, f"drafts/{draft.pk}/")

    assert told["programme"]["id"] == city.programme.pk
    assert told["summary"] == "<p>Nowe <b>zadania</b>.</p>"
    assert [row["id"] for row in told["made_at"]] == [made.pk]
    assert [row["id"] for row in told["discussed_at"]] == [discussed.pk]
    assert told["comments_count"] == 2
    counts = {row["uid"]: row["comments_count"] for row in told["clauses"]}
    assert (counts[str(FIRST)], counts[str(SECOND)]) == (1, 0)
    assert told["changes"] is None


def test_changes_are_counted_since_the_version_it_was_made_from(city, client):
    kept, moved = uuid4(), uuid4()
    base = city.draft([clause(text="stary", uid=kept), clause(uid=moved)], number=1)
    city.draft([clause(text="inny")], number=2)
    draft = city.draft(
        [clause(uid=moved), clause(text="nowy", uid=kept), clause(text="dodany")],
        number=3,
        based_on=base,
    )

    changes = ask(client, f"drafts/{draft.pk}/")["changes"]

    assert changes["since"]["id"] == base.pk
    names = ("added", "removed", "changed", "moved", "renumbered")
    assert [changes[name] for name in names] == [1, 0, 1, 1, 2]
    redline = ask(client, changes["api_url"])
    assert redline["since"]["id"] == base.pk
    assert redline["counts"] == {name: changes[name] for name in names}


def test_first_version_of_a_year_is_told_from_last_years(city, client):
    last = city.draft([clause(uid=FIRST)], number=4)
    programme = ProgrammePageFactory(parent=city.programmes, year=2015)
    first = type(last)(
        title="Wersja 1", slug="w-1", number=1, date=last.date, based_on=last
    )
    programme.add_child(instance=first)

    assert ask(client, f"drafts/{first.pk}/")["changes"]["since"]["id"] == last.pk


def test_hidden_base_gives_way_to_the_version_before(city, client):
    shown = city.draft([clause(uid=FIRST)], number=1)
    hidden = city.draft([clause(uid=FIRST)], number=2, unpublished=True)
    draft = city.draft([clause(uid=FIRST)], number=3, based_on=hidden)

    assert ask(client, f"drafts/{draft.pk}/")["changes"]["since"]["id"] == shown.pk


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        ({"kind": "task"}, ["bieg", "Żeglarstwo"]),
        ({"q": "ŻEGLAR"}, ["Żeglarstwo"]),
        ({"kind": "category", "q": "bieg"}, []),
        ({"limit": 2, "offset": 7}, ["Żeglarstwo", "Zasada jawności"]),
    ],
)
def test_clauses_are_listed_by_kind_and_words(draft, client, question, texts):
    answer = ask(client, f"drafts/{draft.pk}/clauses/", **question)

    assert [row["text"] for row in answer["items"]] == texts


def test_clauses_are_listed_by_area_and_chapter(draft, sport, client):
    path = f"drafts/{draft.pk}/clauses/"
    every = ask(client, path)["items"]

    assert every == ask(client, f"drafts/{draft.pk}/")["clauses"]
    assert ask(client, path, chapter=every[0]["uid"])["items"] == every[:3]
    assert ask(client, path, area=sport.pk)["items"] == every[4:8]


def test_clauses_go_on_where_the_cursor_says(draft, client):
    path = f"drafts/{draft.pk}/clauses/"
    first = ask(client, path, limit=5)
    rest = ask(client, path, limit=5, cursor=first["next_cursor"])

    assert first["count"] == 9
    assert rest["next_cursor"] is None
    assert first["items"] + rest["items"] == ask(client, path)["items"]
