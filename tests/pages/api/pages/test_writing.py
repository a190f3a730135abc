"""What may not be written, and is refused before Wagtail fails at it."""

from datetime import datetime

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, PageViewRestriction

from tests.factories.pages import City, mirror
from tests.factories.snippets import OrganisationFactory, PriorityAreaFactory
from tests.pages.api.asking import ask, codes, page_writer, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return City()


@pytest.fixture
def send(client, django_user_model):
    """Return a function that writes as somebody who may do everything."""
    key = token_of(django_user_model.objects.create_superuser("all"))
    return page_writer(client, key)


def test_page_that_mirrors_another_is_not_written(city, send):
    alias = mirror(city.plain(published=True, title="Jawny"), "uk")

    send(f"{alias.pk}/", 403, method="patch", title="Inny")
    send(f"{alias.pk}/actions/publish/", 403)

    alias.refresh_from_db()
    assert (alias.title, alias.latest_revision_id) == ("Jawny", None)
    send(f"{alias.pk}/actions/convert_alias/", 200)
    send(f"{alias.pk}/", 200, method="patch", title="Inny")


def test_page_is_not_translated_twice(city, send):
    page = city.plain(published=True)
    mirror(page, "uk")
    path = f"{page.pk}/actions/copy_for_translation/"

    problem = send(path, 422, locale="uk")

    assert codes(problem) == [("translation_exists", "body", "locale")]
    assert page.get_translations().count() == 1


@pytest.mark.parametrize("position", [None, "left", "last-sibling"])
def test_page_is_not_moved_beside_the_root(city, send, position):
    page = city.plain(published=True)
    root = city.home.get_parent()
    place = {"position": position} if position else {}

    problem = send(f"{page.pk}/actions/move/", 422, destination_id=root.pk, **place)

    assert codes(problem) == [("position", "body", "position")]
    send(
        f"{page.pk}/actions/move/",
        200,
        destination_id=city.home.pk,
        position="last-child",
    )


@pytest.mark.parametrize("key", ["9" * 30, "", "x", "-1", "1e3"])
@pytest.mark.parametrize(
    "tag", ['<a linktype="page" id="{}">x</a>', '<embed embedtype="image" id="{}"/>']
)
def test_text_with_what_is_no_key_is_not_written(city, send, tag, key):
    page = city.plain(published=True)
    body = [{"type": "paragraph", "value": f"<p>{tag.format(key)}</p>"}]

    problem = send(f"{page.pk}/", 422, method="patch", body=body)

    assert codes(problem) == [("key", "body")]


def test_link_that_leads_to_nothing_is_written(city, send, client):
    page = city.plain(published=True)
    text = f'<p><a linktype="page" id="{"9" * 18}">x</a> id="x"</p>'

    body = [{"type": "paragraph", "value": text}]
    send(f"{page.pk}/", 200, method="patch", body=body)
    send(f"{page.pk}/actions/publish/", 200)

    [block] = ask(client, f"/pages/{page.pk}/")["body"]
    assert 'id="x"' in block["value"]


@pytest.fixture
def stranger(client, django_user_model):
    """Return a function that writes as somebody with rights over one page only."""
    city = City()
    own = city.plain(published=True, slug="swoja")
    group = Group.objects.create(name="Sekcja")
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=codename)
        GroupPagePermission.objects.create(page=own, group=group, permission=permission)
    key = token_of(django_user_model.objects.create_user("obca"), group.name)
    write = page_writer(client, key)
    write.city, write.own = city, own
    return write


@pytest.mark.parametrize("state", ["none", "draft", "private"])
@pytest.mark.parametrize(
    ("method", "path", "data"),
    [
        ("patch", "", {"title": "Inny"}),
        ("patch", "", {"nonsense": 1}),
        ("delete", "", {}),
        ("post", "actions/copy/", {}),
        ("post", "actions/publish/", {}),
        ("post", "actions/unpublish/", {}),
        ("post", "actions/convert_alias/", {}),
        ("post", "actions/move/", {"destination_id": 1}),
        ("delete", "actions/delete/", {}),
    ],
)
def test_nothing_is_said_of_a_page_that_may_not_be_seen(
    stranger, method, path, data, state
):
    page = stranger.city.plain(published=state != "draft", live=state != "draft")
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    key = page.pk if state != "none" else 987_654

    problem = stranger(f"{key}/{path}", 404, method=method, **data)

    assert problem["detail"] == "Nie ma takiej strony."


@pytest.mark.parametrize(
    ("key", "status"), [("0", 404), ("abc", 422), ("-1", 422), ("9" * 30, 422)]
)
def test_key_that_is_none_is_no_fault_of_the_server(stranger, key, status):
    problem = stranger(f"{key}/", status, method="patch", title="Inny")

    if status == 422:
        assert codes(problem) == [("int_parsing", "path", "page_id")]
        assert problem["errors"][0]["msg"] == "To nie jest liczba całkowita."
    for path, method in (("", "delete"), ("actions/copy/", "post")):
        stranger(f"{key}/{path}", 404 if len(key) == 30 else 422, method=method)


def test_no_page_is_put_where_nothing_may_be_seen(stranger):
    draft = stranger.city.plain(live=False)
    meta = {"type": "participation_base.ContentPage", "parent_id": draft.pk}

    stranger("", 404, meta=meta, title="Nowa")
    stranger(f"{stranger.own.pk}/actions/copy/", 404, destination_id=draft.pk)
    stranger(f"{stranger.own.pk}/actions/move/", 404, destination_id=draft.pk)

    meta["parent_id"] = stranger.own.pk
    made = stranger("", 201, meta=meta, title="Nowa")
    stranger(f"{made['id']}/", 200, method="patch", title="Nowsza")
    stranger(f"{stranger.city.home.pk}/", 403, method="patch", title="Nie")


@pytest.mark.parametrize(
    ("title", "slugs"),
    [
        ("Łąki i żółwie", ["laki-i-zolwie", "laki-i-zolwie-1", "laki-i-zolwie-2"]),
        ("Зустріч", ["zustrich", "zustrich-1"]),
        ("…", ["page", "page-1"]),
        ("a" * 255, ["a" * 240, "a" * 240 + "-1"]),
    ],
)
def test_slug_is_made_of_the_title(city, send, title, slugs):
    meta = {"type": "participation_base.ContentPage", "parent_id": city.home.pk}

    made = [send("", 201, meta=meta, title=title) for _slug in slugs]

    assert [page["meta"]["slug"] for page in made] == slugs


def test_slug_that_is_taken_is_refused(city, send):
    meta = {"type": "participation_base.ContentPage", "parent_id": city.home.pk}
    city.plain(slug="jawna")

    problem = send("", 422, meta=meta, title="Jawna", slug="jawna")

    assert codes(problem) == [("invalid", "body", "slug")]


def test_what_is_written_is_told_as_it_is_read_later(city, send, client, admin_user):
    draft = city.draft(published=True)
    meta = {"type": "meetings.MeetingPage", "parent_id": city.meetings.pk}
    area, organisation = PriorityAreaFactory(), OrganisationFactory(registered=True)
    link = f'<a linktype="page" id="{draft.pk}">wersja</a>'
    written = {
        "title": "Warsztaty",
        "kind": "workshop",
        "status": "held",
        "date": "2013-09-05",
        "programme_id": city.programme.pk,
        "discussed_draft_id": draft.pk,
        "call_for_comments": f"<p>Patrz: {link}.</p>",
        "agenda": [{"topic": "Zieleń"}],
        "organisations": [{"organisation_id": organisation.pk, "head_count": 2}],
        "findings": [{"kind": "proposal", "text": "Ławki.", "area_id": area.pk}],
        "body": [{"type": "paragraph", "value": f"<p>{link}</p>"}],
    }
    bearer = token_of(admin_user)

    made = send("", 201, meta={**meta, "action": "publish"}, **written)
    read = ask(client, f"/pages/{made['id']}/", headers={"accept-language": "pl"})
    changed = send(f"{made['id']}/", 200, method="patch", ordinal=8)
    draft_read = ask(client, f"/pages/{made['id']}/", bearer=bearer, version="draft")

    assert made["programme"]["id"] == city.programme.pk
    assert made["discussed_draft"]["id"] == draft.pk
    assert with_moment(made) == with_moment(read)
    assert with_moment(changed) == with_moment(draft_read)
    for action in ("publish", "unpublish"):
        told = send(f"{made['id']}/actions/{action}/", 200)
        read = ask(client, f"/pages/{made['id']}/", bearer=bearer)
        assert with_moment(told) == with_moment(read)


def with_moment(told):
    """Return a page whose moment of publication is a number of seconds."""
    moment = datetime.fromisoformat(told["meta"]["first_published_at"])
    published = int(moment.timestamp())
    return {**told, "meta": {**told["meta"], "first_published_at": published}}
