"""The API finds what the page of results finds, and says as much of it."""

from copy import deepcopy

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction

from search.models import MissedQuery
from tests.factories.comments import ConsultationFactory, PublicCommentFactory
from tests.factories.pages import AttendanceFactory, City, FindingFactory, translate
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory
from tests.kept import kept_rows
from tests.pages.programmes.closed import FIRST, body

from .asking import SUGGESTIONS, ask, look, path, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(neighbours, db):
    return deepcopy(neighbours)


@pytest.fixture(scope="module")
def neighbours(django_db_setup, django_db_blocker):
    """Something of every kind about neighbours, some of it in English."""
    with kept_rows(django_db_blocker):
        yield make_city()


def make_city():
    city = City()
    area = PriorityAreaFactory(name="Sport", name_en="Sports")
    organisation = OrganisationFactory(name="Fundacja Sąsiedzi")
    for n in range(2):
        meeting = city.meeting(title=f"Spotkanie sąsiadów {n}")
        FindingFactory(page=meeting, text="wsparcie sąsiadów", area=area)
        AttendanceFactory(page=meeting, organisation=organisation)
        meeting.refresh_from_db()
        meeting.save_revision().publish()
    city.task(title="Sąsiedzi razem", published=True)
    draft = city.draft(body(), status="consulted", published=True)
    PublicCommentFactory(
        consultation=ConsultationFactory(draft=draft),
        published=True,
        about=FIRST,
        text="więcej sąsiadów",
    )
    page = city.plain(title="Sąsiedzi", published=True)
    translate(page, "en", title="Sąsiedzi, neighbours", slug="neighbours")
    return city


QUESTIONS = [
    {"q": "sąsiedzi"},
    {"q": "sąsiad spotkanie"},
    {"q": "ust. 1"},
    {"q": "sąsiedzi", "kind": ["meeting", "task"]},
    {"q": "sąsiedzi", "kind": "meeting", "year": "2013"},
    {"q": "sąsiedzi", "year": "1999"},
    {"q": "sąsiedzi", "area": "sport"},
    {"q": "sąsiedzi", "area": "nie-ma"},
    {"q": "sąsiedzi", "ruling": "accepted"},
    {"q": "sąsiedzi", "sort": "date"},
    {"q": "sąsizdzi"},
    {"q": "sąsiedni nieobecne"},
    {"q": "nieobecne"},
    {"q": "neighbours"},
    {"q": "..."},
]


@pytest.mark.parametrize("language", ["pl", "en"])
@pytest.mark.parametrize("question", QUESTIONS, ids=str)
def test_api_finds_what_the_page_finds(city, client, question, language):
    found = look(client, language, **question)["found"]
    answer = ask(client, language="uk", locale=language, **question)

    assert answer["count"] == found.total
    for name in ("hits", "partly"):
        assert [
            (path(hit["url"]), words(hit["title"]), hit["kind_label"], hit["notes"])
            for hit in answer[name]
        ] == [
            (hit.url, "".join(p.text for p in hit.title), hit.kind_label, hit.notes)
            for hit in getattr(found, name)
        ]
    used = answer["correction"]["used"] if answer["correction"] else answer["q"]
    assert used == found.text
    assert answer["hidden"] == found.hidden
    assert [(one["locale"], one["count"]) for one in answer["elsewhere"]] == [
        (one.language, one.number) for one in found.elsewhere
    ]


@pytest.mark.parametrize("question", QUESTIONS[:9], ids=str)
def test_facets_are_the_filters_of_the_page(city, client, question):
    groups = look(client, **question)["filters"]
    facets = ask(client, **question)["facets"]

    assert [(facet["name"], facet["label"]) for facet in facets] == [
        (group.name, group.label) for group in groups
    ]
    assert [
        (one["value"], one["label"], one["count"], one["is_chosen"])
        for facet in facets
        for one in facet["values"]
    ] == [
        (one.value, one.label, one.number, one.is_ticked)
        for group in groups
        for one in group.choices
    ]


def test_exact_takes_words_as_they_are(city, client):
    assert ask(client, q="sąsizdzi")["correction"] == {
        "asked": "sąsizdzi",
        "used": "sąsiedzi",
    }
    exact = ask(client, q="sąsizdzi", exact="true")
    assert (exact["count"], exact["correction"]) == (0, None)


def test_all_languages_are_searched_when_asked_for(city, client):
    answer = ask(client, q="sąsiedzi", locale="all")

    assert answer["locale"] is None
    assert {hit["locale"] for hit in answer["hits"]} == {"pl", "en", None}
    page = client.get("/pl/search/", {"q": "sąsiedzi", "language": "all"})
    assert answer["count"] == page.context["found"].total


def test_pieces_follow_one_another(city, client):
    whole = ask(client, q="sąsiedzi", limit=100)
    pieces, offset = [], 0
    while offset is not None:
        piece = ask(client, q="sąsiedzi", limit=3, offset=offset)
        assert len(piece["hits"]) <= 3
        pieces += piece["hits"]
        offset = piece["next_offset"]

    assert len(pieces) == whole["count"] == whole["listed"] > 6
    assert pieces == whole["hits"]
    assert ask(client, q="sąsiedzi", offset=1000)["hits"] == []


def test_marked_words_are_those_that_were_looked_for(city, client):
    (hit,) = ask(client, q="sąsiad", kind="task")["hits"]

    assert hit["title"] == [
        {"text": "Sąsiedzi", "match": True},
        {"text": " razem", "match": False},
    ]
    (clause_hit,) = ask(client, q="sąsiad", kind="clause")["hits"]
    passage = clause_hit["passage"]
    assert passage["part"] == "body"
    assert words(passage["segments"]) == "wspieranie sąsiadów"
    assert [one["text"] for one in passage["segments"] if one["match"]] == ["sąsiadów"]
    assert clause_hit["id"] == str(FIRST)


def test_markup_in_a_text_stays_text(city, client):
    city.plain(title="<b>Kosz</b> & ławka", published=True)

    (hit,) = ask(client, q="ławka")["hits"]

    assert words(hit["title"]) == "<b>Kosz</b> & ławka"


def test_hits_lead_on_in_the_api(city, client):
    answer = ask(client, q="sąsiedzi", locale="all", limit=100)

    kinds = {hit["kind"] for hit in answer["hits"] if hit["api_url"]}
    assert kinds >= {"clause", "task", "meeting", "organisation", "page"}
    for hit in answer["hits"]:
        if hit["api_url"]:
            assert client.get(hit["api_url"]).status_code == 200, hit["api_url"]


def test_what_is_cited_comes_first(city, client):
    shown = look(client, q="ust. 1")["jumps"]
    answer = ask(client, q="ust. 1")

    assert shown
    assert [(path(one["url"]), one["title"]) for one in answer["shortcuts"]] == [
        (one.url, one.title) for one in shown
    ]
    assert ask(client, q="ust. 1", offset=1)["shortcuts"] == []
    assert ask(client, q="ust. 1", kind="clause")["shortcuts"] == []


def test_what_staff_recommend_is_told_in_its_language(city, client):
    page = city.plain(title="Jak pisać", published=True)
    query = Query.get("uwagi do projektu")
    SearchPromotion.objects.create(query=query, page=page, description="Krok po kroku")
    SearchPromotion.objects.create(
        query=query, external_link_url="https://example.org/", external_link_text="Tam"
    )

    answer = ask(client, q="uwaga do projektów")

    assert [
        (one["title"], one["url"], one["description"]) for one in answer["promotions"]
    ] == [
        ("Jak pisać", page.full_url, "Krok po kroku"),
        ("Tam", "https://example.org/", ""),
    ]
    english = ask(client, q="uwagi do projektu", locale="en")["promotions"]
    assert [one["title"] for one in english] == ["Tam"]


def test_closed_page_is_in_no_part_of_an_answer(city, client):
    page = city.plain(title="Zatajona strona", published=True)
    SearchPromotion.objects.create(query=Query.get("zatajona"), page=page)
    assert ask(client, q="zatajona")["count"] == 1
    # Added past the signals: the catalogue does not know of it yet.
    PageViewRestriction.objects.bulk_create(
        [PageViewRestriction(page=page, restriction_type="login")]
    )

    answer = ask(client, q="zatajona")

    assert (answer["hits"], answer["promotions"]) == ([], [])
    assert "Zatajona strona" not in str(answer)
    Page.objects.filter(pk=page.pk).update(live=False)
    assert "Zatajona strona" not in str(ask(client, q="zatajona"))


def test_comment_that_is_hidden_this_moment_is_left_out(city, client):
    comment = PublicCommentFactory(
        consultation=ConsultationFactory(draft=city.draft(body(), published=True)),
        published=True,
        text="zatajona uwaga",
    )
    assert ask(client, q="zatajona")["hits"]
    type(comment).objects.filter(pk=comment.pk).update(state="hidden")

    assert ask(client, q="zatajona")["hits"] == []


def test_missed_query_is_noted_once_for_all_its_pieces(city, client):
    for offset in (0, 20):
        ask(client, q="kosmonauta", offset=offset)
    ask(client, q="sąsiedzi")

    assert list(MissedQuery.objects.values_list("text", "language", "number")) == [
        ("kosmonauta", "pl", 1)
    ]


def test_language_is_that_of_the_reader_unless_asked_for(city, client):
    assert ask(client, q="sąsiedzi", language="en")["locale"] == "en"
    assert ask(client, q="sąsiedzi", language="en", locale="pl")["locale"] == "pl"
    assert ask(client, q="sąsiedzi", language="de")["locale"] == "pl"
    english = ask(client, q="sąsiedzi", language="pl", locale="en")
    labels = [one["label"] for facet in english["facets"] for one in facet["values"]]
    assert "Sports" not in labels
    assert "page" in labels


def test_suggestions_are_those_of_the_page(city, client):
    for typed in ("sąsie", "ust. 1", "x", "", "Fun"):
        shown = client.get("/pl/search/suggest/", {"q": typed}).json()
        answer = ask(client, SUGGESTIONS, q=typed)

        assert answer["q"] == shown["query"]
        assert [
            {**one, "url": path(one["url"])} for one in answer["suggestions"]
        ] == shown["suggestions"]
    assert ask(client, SUGGESTIONS, q="sąsie")["suggestions"]
