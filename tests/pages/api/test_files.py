"""Images and documents by token: nothing taken that is not kept, nothing betrayed."""

import io
import json

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
)
from wagtail_factories import ImageFactory

from tests.factories.documents import DocumentFactory
from tests.factories.documents import collection as sub_collection
from tests.factories.pages import City

from .asking import API, ask, codes, token_of

pytestmark = pytest.mark.django_db

MODELS = {"images": get_image_model, "documents": get_document_model}
FACTORIES = {"images": ImageFactory, "documents": DocumentFactory}


def picture(kind="png"):
    content = io.BytesIO()
    Picture.effect_noise((200, 200), 50).save(content, kind)
    return content.getvalue()


def upload(content=None, name="a.png"):
    return SimpleUploadedFile(name, picture() if content is None else content)


@pytest.fixture
def bearer(admin_user):
    City()
    return token_of(admin_user)


@pytest.fixture
def send(client, bearer):
    def send(method, path, status, body=None, token=bearer):
        headers = {"authorization": f"Bearer {token}", "accept-language": "en"}
        if method == "post":
            response = client.post(f"{API}{path}", body, headers=headers)
        else:
            call = getattr(client, method)
            kind = {"content_type": "application/json"}
            response = call(
                f"{API}{path}", json.dumps(body or {}), headers=headers, **kind
            )
        assert response.status_code == status, response.content
        return response.json() if response.content else None

    return send


@pytest.mark.parametrize(
    ("kind", "name"), [("images", "a.png"), ("documents", "a.txt")]
)
@pytest.mark.parametrize("key", ["0", "-1", "987654", "9" * 30])
def test_collection_that_is_none_is_refused(send, kind, name, key):
    body = {"title": "T", "collection_id": key, "file": upload(name=name)}

    problem = send("post", f"/{kind}/", 422, body)

    assert codes(problem) == [("invalid_choice", "body", "collection_id")]
    row = FACTORIES[kind]()
    problem = send("patch", f"/{kind}/{row.pk}/", 422, {"collection_id": int(key)})
    assert codes(problem) == [("invalid_choice", "body", "collection_id")]
    assert MODELS[kind]().objects.get() == row


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_collection_that_there_is_is_kept(send, kind):
    root, other = Collection.get_first_root_node(), None
    row = FACTORIES[kind]()
    send("patch", f"/{kind}/{row.pk}/", 200, {"title": "Bez zmiany zbioru"})
    send("patch", f"/{kind}/{row.pk}/", 200, {"collection_id": root.pk})
    other = sub_collection("Inny")

    told = send("patch", f"/{kind}/{row.pk}/", 200, {"collection_id": other.pk})

    row.refresh_from_db()
    assert (told["collection"]["id"], row.collection) == (other.pk, other)


@pytest.mark.parametrize("kind", ["png", "avif", "gif"])
@pytest.mark.parametrize("lost", [40, 2000])
def test_picture_of_which_a_part_is_missing_is_refused(send, kind, lost):
    body = {"title": "T", "file": upload(picture(kind)[:-lost], f"a.{kind}")}

    problem = send("post", "/images/", 422, body)

    assert codes(problem) == [("invalid_image", "body", "file")]
    assert not get_image_model().objects.exists()


def test_fault_of_the_computer_is_no_fault_of_the_picture(send, monkeypatch):
    def fail(*values, **named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wagtail.images.fields.WagtailImageField.to_python", fail)
    with pytest.raises(OSError, match="No space"):
        send("post", "/images/", 500, {"title": "T", "file": upload()})


@pytest.mark.parametrize("missing", ["title", "file"])
def test_part_that_is_missing_is_one_of_the_body(send, missing):
    body = {"title": "T", "file": upload()}
    del body[missing]

    assert codes(send("post", "/images/", 422, body)) == [("missing", "body", missing)]


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_of_what_is_not_seen_writing_says_nothing(send, kind, django_user_model):
    private, own = sub_collection("Zamknięty"), sub_collection("Własny")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.GROUPS
    )
    group = Group.objects.create(name="Pliki")
    codename = f"change_{kind.removesuffix('s')}"
    GroupCollectionPermission.objects.create(
        group=group,
        collection=own,
        permission=Permission.objects.get(codename=codename),
    )
    token = token_of(django_user_model.objects.create_user("zbiory"), group.name)
    hidden, open_, mine = (
        FACTORIES[kind](collection=collection)
        for collection in (private, Collection.get_first_root_node(), own)
    )

    for row, status in ((hidden, 404), (open_, 403), (mine, 200)):
        send("patch", f"/{kind}/{row.pk}/", status, {"title": "Nowy"}, token)
    problem = send("delete", f"/{kind}/{hidden.pk}/", 404, token=token)

    assert problem["detail"] == send("delete", f"/{kind}/0/", 404)["detail"]
    hidden.refresh_from_db()
    assert hidden.title != "Nowy"


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_password_that_a_browser_knows_opens_nothing(client, settings, kind):
    City()
    private = sub_collection("Za hasłem")
    row = FACTORIES[kind](collection=private)
    restriction = CollectionViewRestriction.objects.create(
        collection=private,
        restriction_type=CollectionViewRestriction.PASSWORD,
        password="tajne",
    )
    session = client.session
    session[restriction.passed_view_restrictions_session_key] = [restriction.pk]
    session.save()

    with override_settings(
        PARTICIPATION_API={**settings.PARTICIPATION_API, "cache": "default"}
    ):
        assert ask(client, f"/{kind}/")["count"] == 0
        ask(client, f"/{kind}/{row.pk}/", status=404)
    assert client.session.session_key == session.session_key
    assert settings.SESSION_COOKIE_NAME in client.cookies


def test_page_is_told_without_the_sizes_of_a_picture_that_cannot_be_made(client):
    lost, kept = ImageFactory.create_batch(2)
    # WebP has 16,383 pixels at most.
    high = ImageFactory(file__width=1, file__height=16_400, file__format="PNG")
    body = [
        ("figure", {"picture": image, "caption": ""}) for image in (lost, kept, high)
    ]
    page = City().plain(body=body, published=True)
    lost.file.storage.delete(lost.file.name)

    told = ask(client, f"/pages/{page.pk}/")["body"]

    sizes = [len(block["value"]["picture"]["renditions"]) for block in told]
    assert (sizes[0], sizes[2]) == (0, 0)
    assert sizes[1] > 0
