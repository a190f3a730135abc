"""The menus of the API are those of the public pages."""

import pytest

from tests.factories.pages import City, ContentPageFactory, mirror, translate
from tests.pages.markup import PublicPage, words

from .asking import ask
from .costing import cost

pytestmark = pytest.mark.django_db

PATH = "/navigation/"
MOST_QUERIES = 12


@pytest.fixture
def city():
    city = City()
    city.meetings, city.programmes  # noqa: B018 - made when asked for
    city.plain(title="O projekcie", show_in_menus=True)
    city.plain(title="Polityka", show_in_footer=True)
    return city


def test_menus_are_those_of_the_pages(city, client):
    page = PublicPage.get(client, "/pl/")

    answer = ask(client, PATH, locale="pl")

    assert [item["title"] for item in answer["header"]] == [
        words(a) for a in page.soup.select(".main-nav a")
    ]
    assert [item["kind"] for item in answer["header"]] == [
        *("page", "page", "view", "page")
    ]
    assert [item["title"] for item in answer["footer"]] == ["Polityka"]
    for item in [*answer["header"], *answer["footer"], answer["home"]]:
        assert client.get(item["url"]).status_code == 200
        assert client.get(item["api_url"]).status_code == 200


def test_menu_is_of_the_language_that_is_asked_for(city, client):
    translate(city.meetings, "en", title="Meetings")
    mirror(city.programmes, "en")

    answer = ask(client, PATH, locale="en")

    pages = [item for item in answer["header"] if item["kind"] == "page"]
    assert [(one["title"], one["locale"], one["content_locale"]) for one in pages] == [
        ("Meetings", "en", "en"),
        ("Programy współpracy", "en", "pl"),
    ]
    assert [one["code"] for one in answer["languages"]] == ["pl", "en"]
    assert [one["is_default"] for one in answer["languages"]] == [True, False]
    assert ask(client, PATH, headers={"accept-language": "en"}) == answer


def test_language_without_a_home_page_has_no_menu(city, client):
    answer = ask(client, PATH, locale="uk")

    assert (answer["home"], answer["header"], answer["footer"]) == (None, [], [])
    assert [one["code"] for one in answer["languages"]] == ["pl"]


def test_pages_below_are_in_the_tree_when_marked(city, client):
    about = city.plain(title="Wiedza", show_in_menus=True)
    inner = ContentPageFactory(parent=about, title="Słownik", show_in_menus=True)
    ContentPageFactory(parent=inner, title="Litera A", show_in_menus=True)
    ContentPageFactory(parent=about, title="Bez menu")
    ContentPageFactory(parent=about, title="Tajne", show_in_menus=True, restricted=True)
    ContentPageFactory(parent=about, title="Szkic", show_in_menus=True, live=False)

    header = ask(client, PATH, locale="pl")["header"]
    (found,) = [one for one in header if one["title"] == "Wiedza"]

    assert [one["title"] for one in found["items"]] == ["Słownik"]
    assert [one["title"] for one in found["items"][0]["items"]] == ["Litera A"]


def test_what_is_closed_is_not_named(city, client):
    marked = {"title": "Zatajone", "show_in_menus": True, "show_in_footer": True}
    city.plain(slug="prywatna", restricted=True, **marked)
    city.plain(slug="szkic", live=False, **marked)

    assert "Zatajone" not in str(ask(client, PATH, locale="pl"))


def test_closed_home_page_has_no_menu(client):
    City(title="Zatajone", restricted=True)

    answer = ask(client, PATH, locale="pl")

    assert (answer["home"], answer["header"], answer["languages"]) == (None, [], [])


def test_number_of_queries_does_not_grow(city, client):
    few = cost(client, PATH, locale="pl")
    for n in range(5):
        page = city.plain(title=f"Strona {n}", show_in_menus=True)
        ContentPageFactory(parent=page, title="Niżej", show_in_menus=True)

    assert cost(client, PATH, locale="pl") <= few <= MOST_QUERIES


@pytest.mark.parametrize("query", ["locale=xx", "locale=", "locale=pl%00", "x=1"])
def test_wrong_parameters_are_refused(city, client, query):
    ask(client, f"{PATH}?{query}", status=422)
