"""What the page of results is made of, in each of its states."""

import datetime
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from search import vocabulary
from search.catalogue.cards import fill
from search.models import CatalogueEntry, Kind, Part
from search.queries.finding import find
from search.views import results
from tests.caches import clear_caches
from tests.factories.pages import City, translate
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.markup import PublicPage, words
from tests.pages.measure import MOST_BYTES, weight

pytestmark = pytest.mark.django_db
ADDRESS = "/pl/search/"
HOME = "/pl/"
MAIL = "kontakt@example.org"


@pytest.fixture(autouse=True)
def city():
    city = City(contact_email=MAIL)
    translate(city.home, "uk", slug="home")
    clear_caches()
    return city


def enter(title, *parts, kind=Kind.DOCUMENT, number=1, language="pl", **values):
    """Put a document, or whatever needs no page, into the catalogue."""
    entry = CatalogueEntry(
        kind=kind,
        subject=f"{CatalogueEntry.objects.count()}",
        title=title,
        language=language,
        number=str(number),
        facts={
            Kind.DOCUMENT: {"url": f"/documents/{number}/", "extension": "pdf"},
            Kind.COMMENT: {"year": 2014, "number": number},
        }[kind],
        **values,
    )
    fill(entry, parts)
    entry.save()
    vocabulary.learn([entry])
    return entry


def look(client, address=ADDRESS, **query):
    """Return the page that answers, once nothing is wrong with it."""
    page = PublicPage.get(client, address, **query)
    assert page.faults(address.split("/")[1]) == []
    assert len(page.soup.select("[role=search]")) == 1
    return page


def asked(link):
    """What a link asks for."""
    return parse_qs(urlsplit(link["href"]).query)


def test_page_without_a_query_offers_examples(client):
    page = look(client)

    examples = page.soup.select('main a[href^="?q="]')
    assert len(examples) == 3
    for example in examples:
        assert asked(example) == {"q": [words(example)]}
    assert not page.soup.select("main .hits")


def test_form_of_the_header_is_on_all_other_pages(client):
    page = PublicPage.get(client, HOME)

    (form,) = page.soup.select("header form")
    assert (form["role"], form["action"]) == ("search", ADDRESS)
    assert form["data-suggest"] == "/pl/search/suggest/"
    assert "#" in form["data-some"]
    field = form.select_one("input")
    assert (field["name"], field["type"], field["maxlength"]) == ("q", "search", "255")
    assert form.select_one(f'label[for="{field["id"]}"]')
    assert not look(client).soup.select("header form")


def test_hit_says_what_it_is_and_what_it_was_found_for(client):
    enter(
        "Opinia o klauzuli społecznej",
        (Part.ANSWER, "Miasto wspiera ekonomię społeczną, a <b>klauzulę</b> stosuje."),
        date=datetime.date(2013, 7, 26),
    )

    page = look(client, q="klauzule spoleczne")

    (hit,) = page.soup.select("main ol.hits > li")
    link = hit.select_one("h3 a")
    assert link["href"] == "/documents/1/"
    assert [words(mark) for mark in link.select("mark")] == ["klauzuli społecznej"]
    passage = hit.select_one("p:has(mark)")
    assert [words(mark) for mark in passage.select("mark")] == ["społeczną", "klauzulę"]
    assert str(Part.ANSWER.label) in words(passage.strong)
    assert not passage.select("b")
    assert hit.select_one(".hint time")["datetime"] == "2013-07-26"
    assert "PDF" in words(hit.select_one(".hint"))
    heading = page.soup.select_one("h2#found")
    assert "1" in words(heading)
    assert "klauzule spoleczne" in words(heading)


def test_query_stays_text(client):
    page = look(client, q='<script>alert("x")</script>')

    field = page.soup.select_one("main input[type=search]")
    assert field["value"] == '<script>alert("x")</script>'


def test_filters_are_one_form_that_keeps_the_question(client):
    area = PriorityAreaFactory()
    enter("Klauzula", year=2014).areas.add(area)
    enter("Klauzula", kind=Kind.COMMENT, year=2013, ruling="accepted")

    page = look(client, q="klauzula", kind="comment", sort="date", exact="1")

    (form,) = page.soup.select("main form:not([role])")
    kept = {field["name"]: field["value"] for field in form.select("[type=hidden]")}
    assert kept == {"q": "klauzula", "sort": "date", "exact": "1"}
    boxes = form.select("fieldset [type=checkbox]")
    assert {
        (box["name"], box["value"], words(box.parent)[-3:], box.has_attr("checked"))
        for box in boxes
    } == {
        ("kind", "comment", "(1)", True),
        ("kind", "document", "(1)", False),
        ("year", "2013", "(1)", False),
        ("ruling", "accepted", "(1)", False),
    }
    assert all(box.find_parent("fieldset").legend for box in boxes)
    languages = form.select("select[name=language] option")
    assert [one["value"] for one in languages] == ["pl", "en", "uk", "be", "all"]
    assert [one["value"] for one in languages if one.has_attr("selected")] == ["pl"]
    assert len(form.select("button")) == 1


def test_filters_in_use_can_be_taken_off(client):
    enter("Klauzula", year=2014)

    page = look(client, q="klauzula", kind=["document", "task"], year="2014")

    one, *_others, every = page.soup.select('section p a[href^="?"]')
    assert asked(one) == {"q": ["klauzula"], "kind": ["task"], "year": ["2014"]}
    assert asked(every) == {"q": ["klauzula"]}


def test_filter_that_leaves_nothing_stays_ticked(client):
    enter("Klauzula", year=2014)

    page = look(client, q="klauzula", kind="task", year="1999")

    ticked = page.soup.select("main [type=checkbox][checked]")
    assert [(box["name"], box["value"]) for box in ticked] == [
        ("kind", "task"),
        ("year", "1999"),
    ]
    assert not page.soup.select("ol.hits")
    assert {"q": ["klauzula"]} in [asked(a) for a in page.soup.select("section a")]


@pytest.mark.parametrize(("sort", "link"), [("", "date"), ("date", None)])
def test_hits_are_sorted_by_links(client, sort, link):
    enter("Klauzula")

    order = look(client, q="klauzula", sort=sort).soup.select_one("nav.order")

    assert order.select_one("[aria-current]").name == "span"
    (other,) = order.select("a")
    assert asked(other) == {"q": ["klauzula"]} | ({"sort": [link]} if link else {})


def test_mistyped_word_is_put_right_with_a_way_back(client):
    enter("Klauzula społeczna")

    page = look(client, q="klauzzula")

    assert len(page.soup.select("ol.hits > li")) == 1
    (back,) = page.soup.select(".inset a")
    assert asked(back) == {"q": ["klauzzula"], "exact": ["1"]}
    assert page.soup.select_one("main input[type=search]")["value"] == "klauzzula"
    exact = look(client, q="klauzzula", exact="1")
    assert not exact.soup.select("ol.hits")


def test_hits_with_some_of_the_words_stand_under_their_own_heading(client):
    enter("Klauzula społeczna")
    enter("Klauzula i seniorzy", number=2)

    page = look(client, q="klauzula seniorów")

    whole, some = page.soup.select("ol.hits")
    assert [a["href"] for a in whole.select("h3 a")] == ["/documents/2/"]
    assert [a["href"] for a in some.select("h3 a")] == ["/documents/1/"]
    assert some.find_previous("h2")["class"] == whole.find_previous("h2")["class"]
    assert some.find_previous("h2") is not whole.find_previous("h2")


def test_nothing_found_leads_on(client, city):
    city.meetings.show_in_menus = True
    city.meetings.save()

    page = look(client, q="kosmonauta")

    links = {link["href"] for link in page.soup.select("main section a")}
    assert {"/pl/organisations/", city.meetings.url, f"mailto:{MAIL}"} <= links
    assert not page.soup.select("main form:not([role])")


def test_hits_of_another_language_are_offered_and_say_their_language(client):
    enter("Соціальна економіка", (Part.BODY, "Соціальна економіка"), language="uk")

    page = look(client, q="економіка")
    (offer,) = page.soup.select("section a:has([lang=uk])")
    assert asked(offer) == {"q": ["економіка"], "language": ["uk"]}
    assert "(1)" in words(offer)

    page = look(client, q="економіка", language="uk")
    (hit,) = page.soup.select("ol.hits > li")
    assert hit.h3["lang"] == hit.a["hreflang"] == "uk"
    assert hit.select_one("p:has(mark) [lang=uk]")
    assert hit.select_one(".hint [lang=uk]")
    (kept,) = page.soup.select("[role=search] [name=language]")
    assert kept["value"] == "uk"


def test_pages_keep_the_question_and_say_where_they_end(client, monkeypatch):
    for number in range(21):
        enter(f"Klauzula {number}", number=number, year=2014)
    monkeypatch.setattr(
        results, "find", lambda *question: replace(find(*question), paged=20)
    )

    first = look(client, q="klauzula", year="2014")
    (following,) = first.soup.select("nav.pages a[rel=next]")
    assert asked(following) == {"q": ["klauzula"], "year": ["2014"], "page": ["2"]}
    assert not first.soup.select("section .inset")
    assert weight(str(first.soup).encode()) < MOST_BYTES

    last = look(client, q="klauzula", year="2014", page="2")
    assert last.soup.select_one("ol.hits")["start"] == "21"
    assert len(last.soup.select("ol.hits > li")) == 1
    assert "20" in words(last.soup.select_one("section .inset")).split()


def test_what_is_cited_and_what_staff_recommend_stand_above_the_hits(client, city):
    enter("U17/2014 klauzula", kind=Kind.COMMENT, number=17, year=2014)
    query = Query.get("uwaga 17")
    SearchPromotion.objects.create(query=query, page=city.home, description="Zobacz.")

    page = look(client, q="uwaga 17")

    (jump,) = page.soup.select(".inset a")
    assert jump["href"] == "/pl/comments/2014/17/"
    (promoted,) = page.soup.select("section.promoted li")
    assert promoted.a["href"] == HOME
    assert "Zobacz." in words(promoted)
    narrowed = look(client, q="uwaga 17", kind="comment")
    assert not narrowed.soup.select(".inset a, section.promoted")
