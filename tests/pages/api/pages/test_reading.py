"""A page as it is told."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import APIToken

from tests.factories.pages import (
    AttendanceFactory,
    City,
    FindingFactory,
    mirror,
    translate,
)
from tests.factories.snippets import OrganisationFactory
from tests.pages.api.asking import ask, codes, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


def paragraph(text):
    return {"type": "paragraph", "value": text}


def test_page_tells_its_type_language_and_fields(client, city):
    page = city.plain(published=True, title="O nas", lead="Kto my", body=[])

    told = ask(client, f"/pages/{page.pk}/")

    assert told["type"] == told["meta"]["type"] == "participation_base.ContentPage"
    assert (told["title"], told["lead"], told["body"]) == ("O nas", "Kto my", [])
    assert told["content_locale"] == told["meta"]["locale"] == "pl"
    assert told["meta"]["html_url"].endswith(page.url)
    assert told["meta"]["parent"]["id"] == city.home.pk
    assert told["expanded"] is None


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("html", '<p>Ala <b>ma</b> <a href="https://a.example">kota</a></p>'),
        ("text", "Ala ma kota"),
        ("markdown", "Ala **ma** [kota](https://a.example)"),
    ],
)
def test_rich_text_is_told_as_it_is_asked_for(client, city, form, text):
    html = '<p>Ala <b>ma</b> <a href="https://a.example">kota</a></p>'
    page = city.plain(published=True, body=[paragraph(html)])

    told = ask(client, f"/pages/{page.pk}/", rich_text_format=form)

    assert told["body"][0]["value"].strip() == text


def test_rich_text_in_an_unknown_form_is_refused(client, city):
    problem = ask(client, f"/pages/{city.home.pk}/", status=422, rich_text_format="rtf")

    assert codes(problem) == [("literal_error", "query", "rich_text_format")]


def test_links_lead_only_to_what_everybody_may_see(client, city):
    shown, secret = city.draft(published=True, number=1), city.draft(number=2)
    page = city.meeting(published=True, discussed_draft=shown, resulting_draft=secret)
    secret.unpublish()

    told = ask(client, f"/pages/{page.pk}/")

    assert told["discussed_draft"]["id"] == shown.pk
    assert told["discussed_draft"]["api_url"].endswith(f"/api/v3/pages/{shown.pk}/")
    assert told["resulting_draft"] is None


def test_page_above_that_is_not_published_is_not_named(client, city):
    page = city.meeting(published=True)
    city.meetings.unpublish()

    told = ask(client, f"/pages/{page.pk}/", expand=["parent", "breadcrumbs"])

    assert told["meta"]["parent"] is told["expanded"]["parent"] is None
    assert [link["id"] for link in told["expanded"]["breadcrumbs"]] == [city.home.pk]


def test_alias_tells_the_language_of_its_words(client, city):
    page = city.plain(published=True)
    alias = mirror(page, "uk")

    told = ask(client, f"/pages/{alias.pk}/")

    assert (told["meta"]["locale"], told["content_locale"]) == ("uk", "pl")
    assert told["meta"]["alias_of"]["id"] == page.pk


def test_surroundings_are_told_in_one_request(client, city):
    page = city.plain(published=True, slug="o-nas")
    beside = city.plain(published=True, slug="obok")
    city.plain(live=False, slug="szkic")
    english = translate(page, "en", title="About us", slug="about-us")
    mirror(page, "uk")
    names = ["breadcrumbs", "parent", "children", "siblings", "translations"]

    told = ask(client, f"/pages/{page.pk}/", expand=[*names, "navigation"])

    links = {name: told["expanded"][name] for name in names}
    assert [link["id"] for link in links["breadcrumbs"]] == [city.home.pk]
    assert links["parent"]["id"] == city.home.pk
    assert links["children"] == []
    assert [link["id"] for link in links["siblings"]] == [beside.pk]
    assert [(link["id"], link["locale"]) for link in links["translations"]] == [
        (english.pk, "en")
    ]
    assert told["expanded"]["navigation"]["home"]["id"] == city.home.pk


def test_unknown_surroundings_are_refused(client, city):
    problem = ask(client, f"/pages/{city.home.pk}/", status=422, expand="everything")

    assert codes(problem)[0][:3] == ("literal_error", "query", "expand")


def test_editor_reads_what_is_not_published(client, city, django_user_model):
    page = city.plain(published=True, title="Jawny")
    page.title = "Szkic"
    page.save_revision()
    key = token_of(django_user_model.objects.create_user("ed"))
    path = f"/pages/{page.pk}/"

    assert ask(client, path, version="draft")["title"] == "Jawny"
    assert ask(client, path, bearer=key)["title"] == "Jawny"
    assert ask(client, path, bearer=key, version="draft")["title"] == "Szkic"


def test_draft_is_told_to_nobody_who_may_not_edit_it(client, city, django_user_model):
    page = city.plain(published=True, title="Jawny")
    page.title = "Szkic"
    page.save_revision()
    stranger = django_user_model.objects.create_user("stranger")
    _token, key = APIToken.create_token(user=stranger, name="tests")

    told = ask(client, f"/pages/{page.pk}/", bearer=key, version="draft")

    assert told["title"] == "Jawny"


def test_page_that_moved_is_found_by_its_key(client, city):
    page = city.plain(published=True, slug="o-nas")
    page.move(city.meetings, pos="last-child")

    told = ask(client, f"/pages/{page.pk}/")

    assert told["meta"]["parent"]["id"] == city.meetings.pk


def test_block_of_an_unknown_type_is_left_out(client, city):
    page = city.plain(published=True, body=[paragraph("<p>Jest</p>")])
    raw = [*page.body.raw_data, {"type": "gone", "value": "x", "id": "1"}]
    type(page).objects.filter(pk=page.pk).update(body=raw)

    told = ask(client, f"/pages/{page.pk}/")

    assert [block["type"] for block in told["body"]] == ["paragraph"]


def queries_of(client, page):
    ask(client, f"/pages/{page.pk}/")
    with CaptureQueriesContext(connection) as queries:
        ask(client, f"/pages/{page.pk}/")
    return len(queries)


def grown(city, count):
    page = city.meeting(
        published=True,
        slug=f"spotkanie-{count}",
        body=[
            paragraph(f'<p><a linktype="page" id="{city.home.pk}">{number}</a></p>')
            for number in range(count)
        ],
    )
    for number in range(count):
        FindingFactory(page=page, sort_order=number)
        AttendanceFactory(page=page, organisation=OrganisationFactory())
    return page


def test_queries_do_not_grow_with_the_content(client, city):
    short, long = (queries_of(client, grown(city, count)) for count in (2, 12))

    assert short == long
    assert long <= 12


def test_mirror_of_a_private_page_is_private_too(client, city):
    page = city.plain(published=True, restricted=True)
    alias = mirror(page, "uk")

    ask(client, f"/pages/{alias.pk}/", status=404)
    told = ask(client, "/pages/", locale="uk")

    assert alias.pk not in [item["id"] for item in told["items"]]


def test_what_we_cannot_tell_is_no_fault_of_who_asks(client, city, monkeypatch):
    page = city.plain(published=True)
    client.raise_request_exception = False

    def fail(*args):
        raise LookupError("within")

    monkeypatch.setattr("pages.api.streams.fields.tell", fail)
    problem = ask(client, f"/pages/{page.pk}/", status=500)

    assert "within" not in str(problem)
