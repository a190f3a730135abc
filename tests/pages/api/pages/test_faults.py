"""What may not be written is named where it was sent."""

import json

import pytest

from tests.factories.pages import City
from tests.pages.api.asking import API, codes, token_of

pytestmark = pytest.mark.django_db

CONTENT = "participation_base.ContentPage"


@pytest.fixture
def write(client, django_user_model):
    bearer = token_of(django_user_model.objects.create_user("ed"))

    def send(page=None, *, status=422, **body):
        call = client.patch if page else client.post
        response = call(
            f"{API}/pages/{page.pk}/" if page else f"{API}/pages/",
            json.dumps(body),
            content_type="application/json",
            headers={"authorization": f"Bearer {bearer}", "accept-language": "en"},
        )
        assert response.status_code == status, response.content
        return codes(response.json()) if status == 422 else response.json()

    return send


@pytest.fixture
def city():
    return City()


def paragraph(**more):
    return {"type": "paragraph", "value": "<p>a</p>", **more}


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"type": "nonsense", "value": "a"}, ("literal_error", 1, "type")),
        ({"type": [], "value": "a"}, ("literal_error", 1, "type")),
        ({"value": "a"}, ("missing", 1, "type")),
        ({"type": "paragraph"}, ("missing", 1, "value")),
        (paragraph(id=3), ("string_type", 1, "id")),
        ("a", ("dict_type", 1)),
        ({"type": "figure", "value": []}, ("dict_type", 1, "value")),
        (
            {"type": "documents", "value": {"documents": [1, "x"]}},
            ("int_type", 1, "value", "documents", 1),
        ),
    ],
)
def test_block_that_cannot_be_is_named_by_its_place(write, city, wrong, fault):
    page = city.plain(published=True)
    code, *place = fault

    found = write(page, body=[paragraph(), wrong])

    assert found == [(code, "body", "body", *place)]


def test_all_that_is_wrong_is_named_at_once(write, city):
    page = city.plain(published=True)

    found = write(page, body=[{"type": "nonsense", "value": 1}, 3])

    assert found == [
        ("literal_error", "body", "body", 0, "type"),
        ("dict_type", "body", "body", 1),
    ]


def test_block_of_the_right_form_is_written(write, city):
    page = city.plain(published=True)

    told = write(page, status=200, body=[paragraph(id="a")])

    assert [block["type"] for block in told["body"]] == ["paragraph"]
    assert told["body"][0]["id"] == "a"


@pytest.mark.parametrize("meta", [{"type": "no.Such"}, {"type": None}, {}])
def test_page_of_an_unknown_type_is_named_by_its_place(write, city, meta):
    found = write(title="a", meta={**meta, "parent_id": city.home.pk})

    assert [place for _code, *place in found] == [["body", "meta", "type"]]


def test_what_is_no_choice_is_refused_where_it_was_sent(write, city):
    page = city.meeting(published=True)

    assert write(page, kind="nonsense") == [("literal_error", "body", "kind")]
    findings = [{"kind": "nonsense", "text": "a"}]
    assert write(page, findings=findings) == [
        ("literal_error", "body", "findings", 0, "kind")
    ]


def test_what_the_form_refuses_is_in_the_body_too(write, city):
    other = city.plain(published=True, slug="zajety")
    page = city.plain(published=True, slug="wolny")

    found = write(page, slug=other.slug)

    assert [place for _code, *place in found] == [["body", "slug"]]


def test_what_is_missing_is_named(write, city):
    assert write(meta={"type": CONTENT, "parent_id": city.home.pk}) == [
        ("missing", "body", "title")
    ]
    assert write(title="a", meta={"type": CONTENT}) == [
        ("missing", "body", "meta", "parent_id")
    ]
