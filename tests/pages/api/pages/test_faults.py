"""What may not be written is named where it was sent."""

import json

import pytest
from wagtail.models import Page

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


PROVISION = {"number": "1", "text": "Przepis."}


def provision(**value):
    return {"type": "provision", "value": {**PROVISION, **value}}


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (provision(text=5), ("string_type", "text")),
        (provision(text={"a": 1}), ("string_type", "text")),
        (provision(number=["a"]), ("string_type", "number")),
        (provision(text=True), ("string_type", "text")),
        (provision(number="x" * 999), ("invalid", "number")),
        (
            provision(authors=[{"type": "organisation", "value": 987}]),
            ("invalid_choice", "authors", 0, "value"),
        ),
        (
            provision(authors=[{"type": "unit", "value": 10**30}]),
            ("invalid_choice", "authors", 0, "value"),
        ),
        ({"type": "area", "value": {"area": 0}}, ("invalid_choice", "area")),
        (
            {"type": "goal", "value": {"kind": "odd", "text": "x"}},
            ("invalid_choice", "kind"),
        ),
    ],
)
def test_value_in_a_version_is_named_by_its_place(write, city, block, fault):
    draft = city.draft(published=True)
    code, *place = fault

    found = write(draft, body=[provision(), block])

    assert [place for _code, *place in found] == [["body", "body", 1, "value", *place]]
    assert code in {"invalid", found[0][0]}
    draft.refresh_from_db()
    assert len(draft.get_latest_revision_as_object().body) == 0


def declaration(**value):
    return {"type": "declaration", "value": value}


@pytest.mark.parametrize(
    ("block", "fault"),
    [
        (declaration(published="2013-02-30"), ("date_parsing", "published")),
        (declaration(published="nope"), ("date_parsing", "published")),
        (declaration(published=5), ("string_type", "published")),
        (declaration(published=["a"]), ("string_type", "published")),
        (declaration(url="nope"), ("invalid", "url")),
        ({"type": "paragraph", "value": 5}, ("string_type",)),
        ({"type": "paragraph", "value": {"content": 5}}, ("string_type", "content")),
        ({"type": "paragraph", "value": {"format": "html"}}, ("missing", "content")),
        (
            {"type": "paragraph", "value": {"content": "", "odd": 1}},
            ("extra_forbidden", "odd"),
        ),
        (
            {"type": "figure", "value": {"picture": {"image": 987, "alt_text": "x"}}},
            ("invalid_choice", "picture", "image"),
        ),
        (
            {"type": "documents", "value": {"documents": [987]}},
            ("invalid_choice", "documents", 0),
        ),
    ],
)
def test_value_in_a_page_is_named_by_its_place(write, city, block, fault):
    page = city.plain(published=True)
    code, *place = fault

    assert (code, "body", "body", 0, "value", *place) in write(page, body=[block])


def test_place_of_a_row_is_counted_in_what_was_sent(write, city):
    meta = {"type": "meetings.MeetingPage", "parent_id": city.meetings.pk}
    rows = [{"name": name, "email": f"{name}@miasto.example"} for name in "abc"]
    made = write(status=201, meta=meta, title="a", date="2013-09-05", channels=rows)
    meeting = Page.objects.get(pk=made["id"])

    found = write(
        meeting,
        channels=[rows[0], {"name": "b", "email": "b"}],
        organisations=[{"organisation_id": 987}],
    )

    assert found == [
        ("invalid_choice", "body", "organisations", 0, "organisation_id"),
        ("invalid", "body", "channels", 1, "email"),
    ]


@pytest.mark.parametrize("summary", [None, [], {"content": 5}, {"format": "odd"}])
def test_place_of_a_rich_text_has_no_names_of_ours(write, city, summary):
    draft = city.draft(published=True)

    found = write(draft, summary=summary)

    assert {place for _code, _body, *names in found for place in names} <= {
        "summary",
        "content",
        "format",
    }


@pytest.mark.parametrize("action", ["copy", "create_alias"])
def test_slug_that_is_taken_is_named_by_its_place(client, admin_user, city, action):
    page = city.plain(published=True, slug="zajety")

    response = client.post(
        f"{API}/pages/{page.pk}/actions/{action}/",
        {"slug": "zajety"},
        content_type="application/json",
        headers={"authorization": f"Bearer {token_of(admin_user)}"},
    )

    assert codes(response.json()) == [("invalid", "body", "slug")]
