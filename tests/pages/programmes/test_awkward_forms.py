"""Awkward texts by the editor, by the API and in the view of changes."""

from copy import deepcopy

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail.models import APIToken
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.programmes.models import FrozenVersion, ProgrammeDraftPage
from pages.programmes.versions import next_version
from tests.factories.clauses import area, chapter, clause
from tests.factories.pages import City
from tests.kept import kept_rows
from tests.pages.markup import PublicPage
from tests.pages.programmes.closed import FIRST

pytestmark = pytest.mark.django_db
LONG = ("wspieranie sąsiadów i ich ogrodów " * 600)[:20_000].strip()
WORD = '<p class="MsoNormal"><o:p>&nbsp;</o:p><b>wspieranie</b></p>'
SCRIPT = "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>"
AWKWARD = [LONG, WORD, SCRIPT, "a\x0bb", "‮txet", "{{ 7 * 7 }} {% now 'Y' %}", "&amp;"]


@pytest.fixture
def draft(made, db):
    return deepcopy(made)


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker):
    with kept_rows(django_db_blocker):
        yield City().draft(
            [clause(uid=FIRST, text="na początku")],
            number=3,
            title="Wersja 3",
            slug="wersja-3",
            published=True,
        )


@pytest.fixture
def admin():
    return get_user_model().objects.create_superuser("admin")


def stored(draft):
    return ProgrammeDraftPage.objects.get(pk=draft.pk)


def by_editor(draft, admin, *texts, **values):
    client = Client()
    client.force_login(admin)
    body = streamfield(
        [
            (
                "task",
                {"number": "", "text": text, "authors": streamfield([]), "note": ""},
            )
            for text in texts
        ]
    )
    for place in range(len(texts)):
        body[str(place)] |= {"id": str(FIRST) if place == 0 else ""}
    data = {
        "title": "Wersja 3",
        "slug": "wersja-3",
        "lead": "",
        "number": "3",
        "label": "",
        "date": "2013-09-01",
        "status": "working",
        "based_on": "",
        "summary": rich_text(""),
        "body": body,
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
        **values,
    }
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = client.post(address, nested_form_data(data), follow=True)
    return response, client.get(address)


def by_api(draft, admin, body, **values):
    _token, key = APIToken.create_token(user=admin, name="test")
    kind = ProgrammeDraftPage._meta.label
    return Client().patch(
        f"/api/v3/pages/{draft.pk}/",
        {"meta": {"type": kind, "action": "publish"}, "body": body, **values},
        content_type="application/json",
        headers={"Authorization": f"Bearer {key}"},
    )


@pytest.mark.parametrize("text", AWKWARD)
def test_text_is_kept_as_it_was_sent_and_shown_as_text(draft, admin, text):
    _response, editor = by_editor(draft, admin, text)

    (node,) = stored(draft).clauses
    assert node.text == text
    assert SCRIPT not in editor.text
    page = PublicPage.get(Client(), draft.url)
    shown = page.soup.select_one(".clauses")
    assert shown.select("script, img, b, .MsoNormal") == []
    assert " ".join(text.split()) in " ".join(shown.text.split())


@pytest.mark.parametrize("text", AWKWARD)
def test_text_by_api_is_the_same(draft, admin, text):
    response = by_api(draft, admin, [clause(uid=FIRST, text=text)])

    assert response.status_code == 200, response.text
    assert stored(draft).clauses[0].text == text


@pytest.mark.parametrize("text", AWKWARD)
def test_changes_of_it_are_shown_as_text(draft, text):
    later = next_version(draft, body=[clause(uid=FIRST, text=text)])
    later.save_revision().publish()

    page = PublicPage.get(Client(), f"{later.url}?view=changes")

    assert page.soup.select("main .MsoNormal, main img[onerror]") == []
    assert "<script>alert(1)" not in str(page.soup)
    inserted = " ".join(page.soup.main.text.split())
    assert text.split()[0] in inserted


def test_draft_without_text_by_editor_and_by_api(draft, admin):
    by_editor(draft, admin)
    assert stored(draft).clauses == []
    assert (
        "Ta wersja nie ma jeszcze tekstu." in PublicPage.get(Client(), draft.url).main
    )

    assert by_api(draft, admin, [], status="consulted").status_code == 200
    assert FrozenVersion.objects.get().content.get("body") == []


def test_clause_without_text_by_api_is_refused(draft, admin):
    body = [clause(uid=FIRST), clause(text="  ")]

    response = by_api(draft, admin, body, status="consulted")

    assert response.status_code == 422
    assert "body" in response.text
    assert stored(draft).clauses[0].text == "na początku"
    assert not FrozenVersion.objects.exists()


NAMED = [
    ([3], [0]),
    ([None], [0]),
    ([{"type": "task"}], [0, "value"]),
    ([{"value": {}}], [0, "type"]),
    ([{"type": "task", "value": "tekst"}], [0, "value"]),
    ([clause(), {"type": "task", "id": 7, "value": {"text": "a"}}], [1, "id"]),
    ([{"type": "task", "id": ["x"], "value": {"text": "a"}}], [0, "id"]),
    ([chapter("a", "b")], [0, "value", "clauses", 0]),
    (
        [chapter("a") | {"value": {"text": "a", "clauses": "b"}}],
        [0, "value", "clauses"],
    ),
    ([area("a", "b")], [0, "value", "area"]),
    (
        [clause(authors=[{"type": "unit", "value": "b"}])],
        [0, "value", "authors", 0, "value"],
    ),
]


@pytest.mark.parametrize(("body", "place"), NAMED)
def test_what_cannot_be_blocks_is_refused_with_its_place(draft, admin, body, place):
    response = by_api(draft, admin, body)

    assert response.status_code == 422
    places = [error["loc"] for error in response.json()["errors"]]
    assert ["body", "body", *place] in places
    assert stored(draft).clauses[0].text == "na początku"
    assert draft.revisions.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        "tekst",
        {"a": 1},
        [{"type": "task", "value": None}],
        [{"type": "task", "value": {"text": None}}],
        [{"type": "task", "value": {"text": 3}}],
        [{"type": "task", "value": {"text": ["a"]}}],
        [{"type": "unknown", "value": {}}],
        [area("a", 10**6)],
        [area("a", 10**30)],
        [clause(uid="x" * 500)],
    ],
)
def test_whatever_is_sent_the_page_can_be_read(draft, admin, body):
    response = by_api(draft, admin, body)

    assert response.status_code in {200, 422}, response.text
    assert all(isinstance(node.text, str) for node in stored(draft).clauses)
    assert PublicPage.get(Client(), draft.url).main
