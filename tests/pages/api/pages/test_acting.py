"""What is done with pages by token: no more than in the admin, told as it is read."""

import json

import pytest
from django.db import connection
from django.http import Http404
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from pages.api.pages import writing
from tests.factories.pages import City
from tests.pages.api.asking import API, ask, codes, token_of

pytestmark = pytest.mark.django_db

HUGE = 10**30


@pytest.fixture
def city():
    return City()


@pytest.fixture
def send(client, django_user_model):
    """Return a function that writes as an editor, or as somebody who may do all."""
    users = {
        "editor": django_user_model.objects.create_user("ed"),
        "all": django_user_model.objects.create_superuser("all"),
    }
    keys = {name: token_of(user) for name, user in users.items()}

    def write(path, code, /, method="post", by="all", language="pl", **data):
        response = getattr(client, method)(
            f"{API}/pages/{path}",
            json.dumps(data),
            content_type="application/json",
            headers={
                "authorization": f"Bearer {keys[by]}",
                "accept-language": language,
            },
        )
        assert response.status_code == code, response.content[:500]
        return response.json() if response.content else None

    write.keys, write.users = keys, users
    return write


def lock(page, user):
    Page.objects.filter(pk=page.pk).update(
        locked=True, locked_by=user, locked_at=timezone.now()
    )


@pytest.mark.parametrize("by", ["editor", "all"])
def test_locked_page_is_not_changed_by_others(city, send, django_user_model, by):
    page = city.plain(published=True, title="Dawny")
    first = page.save_revision()
    lock(page, django_user_model.objects.create_user("obca"))

    refused = [
        send(f"{page.pk}/", 403, method="patch", by=by, title="Nowy"),
        send(f"{page.pk}/actions/revert/", 403, by=by, revision_id=first.pk),
    ]
    if by == "all":
        refused.append(send(f"{page.pk}/actions/publish/", 403))

    assert all("obca" in problem["detail"] for problem in refused)
    assert not any("<" in problem["detail"] for problem in refused)
    page.refresh_from_db()
    assert (page.title, page.latest_revision_id) == ("Dawny", first.pk)


def test_locked_page_is_changed_by_who_locked_it(city, send):
    page = city.plain(published=True)
    lock(page, send.users["editor"])

    send(f"{page.pk}/", 200, method="patch", by="editor", title="Nowy")


def test_lock_is_not_told_to_who_may_not_edit(city, send, django_user_model):
    page = city.plain(published=True)
    lock(page, django_user_model.objects.create_user("obca"))
    send.users["editor"].groups.clear()

    problem = send(f"{page.pk}/", 403, method="patch", by="editor", title="Nowy")

    assert "obca" not in problem["detail"]


@pytest.mark.parametrize(("language", "says"), [("pl", False), ("en", True)])
def test_denial_of_wagtail_is_said_in_the_readers_language(city, send, language, says):
    page = city.plain(published=True)
    data = {"title": "Nowy", "meta": {"action": "publish"}}

    problem = send(
        f"{page.pk}/", 403, method="patch", by="editor", language=language, **data
    )

    assert problem["detail"]
    assert problem["detail"].startswith("You do not") == says


@pytest.mark.parametrize("key", [0, -1, HUGE])
def test_place_that_can_be_none_is_not_there(city, send, key):
    page = city.plain(published=True)
    meta = {"type": "participation_base.ContentPage", "parent_id": key}
    status = 404 if key == HUGE else 422

    send("", 404, meta=meta, title="Nowa")
    for action in ("copy", "move", "create_alias"):
        send(f"{page.pk}/actions/{action}/", status, destination_id=key)


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>"])
def test_text_that_is_nested_too_deep_is_refused(city, send, tag):
    page, draft = city.plain(published=True), city.draft(published=True)
    text = tag * 5_000 + "x"
    before = page.revisions.count()

    for problem in (
        send(
            f"{page.pk}/",
            422,
            method="patch",
            body=[{"type": "paragraph", "value": text}],
        ),
        send(f"{draft.pk}/", 422, method="patch", summary=text),
    ):
        assert codes(problem) == [("depth", "body")]
    assert page.revisions.count() == before


@pytest.mark.parametrize("meta", [[], "", 0, [1]])
def test_meta_that_is_no_object_is_refused(city, send, meta):
    page = city.plain(published=True)

    problem = send(f"{page.pk}/", 422, method="patch", meta=meta, title="Nowy")

    assert [fault["loc"][:2] for fault in problem["errors"]] == [["body", "meta"]]


def test_answer_is_that_of_reading_to_the_letter(city, send, client):
    meta = {"type": "participation_base.ContentPage", "parent_id": city.home.pk}
    made = send("", 201, meta={**meta, "action": "publish"}, title="Nowa")
    path = f"/pages/{made['id']}/"
    headers, bearer = {"accept-language": "pl"}, send.keys["all"]

    def read(key=made["id"]):
        path = f"/pages/{key}/"
        return ask(client, path, bearer=bearer, headers=headers, version="draft")

    assert made == read()
    told = send(f"{made['id']}/", 200, method="patch", slug="inna", title="Inna")
    assert told == read()
    assert ask(client, path, headers=headers)["title"] == "Nowa"
    told = send(f"{made['id']}/actions/publish/", 200)
    assert told == ask(client, path, headers=headers)
    for action, data in (("copy", {}), ("create_alias", {"slug": "lustro"})):
        told = send(f"{made['id']}/actions/{action}/", 201, **data)
        assert told == read(told["id"])
    revision = Page.objects.get(pk=made["id"]).revisions.earliest("created_at")
    told = send(f"{made['id']}/actions/revert/", 200, revision_id=revision.pk)
    assert (told, told["title"]) == (read(), "Nowa")


def test_change_that_is_refused_at_the_end_is_not_made(city, send, monkeypatch):
    page = city.plain(published=True)
    before = page.revisions.count()

    def refuse(*_):
        raise Http404

    monkeypatch.setattr(writing, "tell_page", refuse)

    send(f"{page.pk}/", 404, method="patch", title="Nowy")

    assert page.revisions.count() == before


def test_changes_of_a_page_take_turns(city, send, monkeypatch):
    page = city.plain(published=True)
    held, outside = [], len(connection.savepoint_ids)
    hold = PageQuerySet.select_for_update

    def noticed(pages, *args, **options):
        held.append(len(connection.savepoint_ids))
        return hold(pages, *args, **options)

    monkeypatch.setattr(PageQuerySet, "select_for_update", noticed)

    send(f"{page.pk}/", 200, method="patch", title="Nowy")
    send(f"{page.pk}/actions/publish/", 200)

    assert held == [outside + 1] * 2


@pytest.mark.parametrize(
    ("action", "data", "place"),
    [
        ("copy_for_translation", {"locale": "uk"}, ["body", "locale"]),
        ("convert_alias", {}, ["body"]),
        ("copy", {"recursive": True}, ["body", "destination_id"]),
    ],
)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_refusal_of_an_action_is_said_in_the_readers_language(
    city, send, language, action, data, place
):
    Locale.objects.get_or_create(language_code="uk")
    page = city.draft(published=True) if action != "copy" else city.programme
    if action == "copy":
        data = {**data, "destination_id": page.pk}

    problem = send(f"{page.pk}/actions/{action}/", 422, language=language, **data)

    [fault] = problem["errors"]
    english = ("Page", "Parent page", "You cannot")
    assert fault["loc"] == place
    assert fault["msg"].startswith(english) == (language == "en")


@pytest.mark.parametrize("action", ["copy", "create_alias"])
def test_slug_of_another_page_is_said_in_the_readers_language(city, send, action):
    page = city.plain(published=True, slug="zajety")
    path = f"{page.pk}/actions/{action}/"

    told = {
        language: send(path, 422, language=language, slug="zajety")["errors"][0]
        for language in ("pl", "en")
    }

    assert told["pl"]["loc"] == told["en"]["loc"] == ["body", "slug"]
    assert told["pl"]["msg"] != told["en"]["msg"]
