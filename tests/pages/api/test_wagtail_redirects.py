"""Wagtail's redirects: who has no right over them learns only what is public."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.contrib.redirects.models import Redirect

from tests.factories.pages import City
from tests.pages.api.asking import API, ask, codes, token_of
from tests.pages.programmes.closed import staff

pytestmark = pytest.mark.django_db

MOST_QUERIES = 15
HIDDEN = [{"unpublished": True}, {"restricted": True}]


@pytest.fixture
def city():
    return City()


@pytest.fixture
def shown(city):
    return moved("/jawne", city.plain(title="Jawna"))


@pytest.fixture(params=HIDDEN, ids=lambda state: next(iter(state)))
def hidden(request, city):
    return moved("/zatajone", city.plain(title="Zatajona", **request.param))


def moved(path, page):
    return Redirect.objects.create(old_path=path, redirect_page=page)


def keeper(*codenames):
    """Return a token of somebody who keeps the redirects."""
    names = codenames or ("change_redirect",)
    group = Group.objects.create(name="Przekierowania")
    group.permissions.set(Permission.objects.filter(codename__in=names))
    return token_of(staff("redaktor", group.name), group.name)


def listed(client, **query):
    answer = ask(client, "/redirects/", **query)
    assert answer["count"] == len(answer["items"])
    return [row["id"] for row in answer["items"]]


def test_anybody_learns_where_public_pages_are_now(client, shown):
    told = ask(client, f"/redirects/{shown.pk}/")

    assert told["old_path"] == "/jawne"
    assert told["redirect_page_id"] == shown.redirect_page_id
    assert told == ask(client, "/redirects/find/", html_path="/jawne/")
    assert listed(client) == listed(client, old_path="/jawne") == [shown.pk]


def test_nobody_learns_what_leads_to_a_hidden_page(client, shown, hidden):
    answer = ask(client, "/redirects/")

    assert [row["id"] for row in answer["items"]] == [shown.pk]
    assert "zatajon" not in str(answer)
    for query in ({"html_path": "/zatajone"}, {"html_path": "/zatajone/"}):
        ask(client, "/redirects/find/", status=404, **query)
    ask(client, f"/redirects/{hidden.pk}/", status=404)


@pytest.mark.parametrize(
    "name", ["id", "old_path", "redirect_page", "site", "is_permanent"]
)
def test_no_filter_finds_what_leads_to_a_hidden_page(client, shown, hidden, name):
    value = {
        "id": hidden.pk,
        "old_path": hidden.old_path,
        "redirect_page": hidden.redirect_page_id,
        "site": "",
        "is_permanent": "true",
    }[name]
    response = client.get("/api/v3/redirects/", {name: value})

    assert response.status_code in {200, 422}
    assert hidden.old_path not in response.content.decode()
    if response.status_code == 200:
        assert hidden.pk not in [row["id"] for row in response.json()["items"]]


def test_cursor_and_offset_do_not_reach_a_hidden_page(client, shown, hidden):
    last = moved("/potem", shown.redirect_page)
    first = ask(client, "/redirects/", limit=1)

    rest = ask(client, "/redirects/", limit=1, cursor=first["next_cursor"])

    assert [row["id"] for row in rest["items"]] == [last.pk]
    assert rest["next_cursor"] is None
    assert ask(client, "/redirects/", offset=2)["items"] == []


def test_who_keeps_redirects_reads_them_all(client, shown, hidden):
    bearer = keeper()

    answer = ask(client, "/redirects/", bearer=bearer)

    assert [row["id"] for row in answer["items"]] == [shown.pk, hidden.pk]
    one = ask(client, f"/redirects/{hidden.pk}/", bearer=bearer)
    assert one["redirect_page_id"] == hidden.redirect_page_id
    found = ask(client, "/redirects/find/", bearer=bearer, html_path="/zatajone")
    assert found == one


def test_token_without_that_right_reads_what_anybody_does(client, shown, hidden):
    bearer = token_of(staff("tlumacz", "Tłumacze"), "Tłumacze")

    answer = ask(client, "/redirects/", bearer=bearer)

    assert [row["id"] for row in answer["items"]] == [shown.pk]
    ask(client, f"/redirects/{hidden.pk}/", status=404, bearer=bearer)
    html_path = hidden.old_path
    ask(client, "/redirects/find/", status=404, bearer=bearer, html_path=html_path)


def test_browser_session_of_a_keeper_reads_what_anybody_does(
    client, hidden, admin_user
):
    client.force_login(admin_user)

    assert listed(client) == []
    ask(client, f"/redirects/{hidden.pk}/", status=404)


def test_page_that_is_taken_down_takes_its_redirects_along(client, shown):
    shown.redirect_page.unpublish()

    assert listed(client) == []
    ask(client, f"/redirects/{shown.pk}/", status=404)


@pytest.mark.parametrize("key", ["0", "9" * 30])
def test_impossible_key_is_refused(client, shown, key):
    problem = ask(client, f"/redirects/{key}/", status=422)

    assert [place[1:] for place in codes(problem)] == [("path", "redirect_id")]


def test_what_is_missing_is_refused_by_name(client, shown):
    problem = ask(client, "/redirects/find/", status=422)

    assert codes(problem) == [("missing", "query", "html_path")]


@pytest.mark.parametrize("site", [0, 987654, 10**30])
@pytest.mark.parametrize("method", ["post", "put"])
def test_what_leads_nowhere_is_named_as_it_was_sent(client, shown, method, site):
    path = f"/redirects/{shown.pk}/" if method == "put" else "/redirects/"
    bearer, places = keeper("add_redirect", "change_redirect"), []
    for odd in ({"site": site}, {"redirect_page_id": site}):
        response = getattr(client, method)(
            f"{API}{path}",
            {"old_path": "/stare", **odd},
            content_type="application/json",
            headers={"authorization": f"Bearer {bearer}"},
        )
        assert response.status_code == 422
        places += codes(response.json())

    assert places == [
        ("invalid_choice", "body", "site"),
        ("invalid_choice", "body", "redirect_page_id"),
    ]
    assert not Redirect.objects.filter(old_path="/stare").exists()


def test_number_of_queries_does_not_grow(client, city, shown):
    def cost():
        with CaptureQueriesContext(connection) as captured:
            ask(client, "/redirects/", limit=100)
        return len(captured)

    ask(client, "/redirects/")
    few = cost()
    for n in range(10):
        moved(f"/s-{n}", city.plain(title=f"Strona {n}"))

    assert cost() <= few <= MOST_QUERIES
