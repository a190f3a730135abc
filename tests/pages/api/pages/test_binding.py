"""What is sent is kept as it was sent, or it is said that it is not."""

import pytest

from tests.factories.pages import City
from tests.factories.snippets import PriorityAreaFactory
from tests.pages.api.asking import ask, codes, page_writer, token_of

pytestmark = pytest.mark.django_db

TEXTS = (
    "attendance_introduction",
    "agreed_introduction",
    "findings_introduction",
    "call_for_comments",
)


@pytest.fixture
def city():
    return City()


@pytest.fixture
def send(client, django_user_model):
    """Return a function that writes as somebody who may do everything."""
    key = token_of(django_user_model.objects.create_superuser("all"))
    return page_writer(client, key, "patch")


def test_texts_that_are_not_sent_are_empty(city, send):
    meta = {"type": "meetings.MeetingPage", "parent_id": city.meetings.pk}

    made = send("", 201, method="post", meta=meta, title="Warsztaty", date="2013-09-05")

    assert [made[name] for name in TEXTS] == [""] * len(TEXTS)


@pytest.mark.parametrize("empty", ["", "  ", "<p> </p>", {"content": "<p></p>"}])
def test_text_is_emptied(city, send, client, empty):
    meeting = city.meeting(published=True, call_for_comments="<p>Czekamy.</p>")

    told = send(f"{meeting.pk}/", 200, call_for_comments=empty)
    assert told["call_for_comments"] == ""

    send(f"{meeting.pk}/actions/publish/", 200, method="post")
    assert ask(client, f"/pages/{meeting.pk}/")["call_for_comments"] == ""


@pytest.mark.parametrize("empty", ["", "<p></p>", None])
def test_paragraph_without_words_is_not_published(city, send, empty):
    page = city.plain(published=True)
    body = [{"type": "paragraph", "value": empty}]

    problem = send(f"{page.pk}/", 422, body=body, meta={"action": "publish"})

    assert codes(problem) == [("required", "body", "body", 0, "value")]


def test_row_keeps_what_is_not_sent_of_it(city, send):
    area = PriorityAreaFactory()
    meta = {"type": "meetings.MeetingPage", "parent_id": city.meetings.pk}
    rows = [
        {"text": "Ławki.", "kind": "agreed_wording", "area_id": area.pk},
        {"text": "Drzewa.", "wording_after": "drzewa i krzewy"},
    ]
    made = send(
        "",
        201,
        method="post",
        meta={**meta, "action": "publish"},
        title="Warsztaty",
        date="2013-09-05",
        findings=rows,
    )
    first, second = (row["id"] for row in made["findings"])

    changed = send(
        f"{made['id']}/",
        200,
        findings=[
            {"id": second, "wording_after": "drzewa"},
            {"id": first, "text": "X"},
        ],
    )

    told = [
        (row["id"], row["text"], row["kind"], row["wording_after"])
        for row in changed["findings"]
    ]
    assert told == [
        (second, "Drzewa.", "proposal", "drzewa"),
        (first, "X", "agreed_wording", ""),
    ]
    assert changed["findings"][1]["area"]["id"] == area.pk
    cleared = send(f"{made['id']}/", 200, findings=[{"id": first, "area_id": None}])
    assert [row["area"] for row in cleared["findings"]] == [None]


@pytest.mark.parametrize(
    ("link", "lost"),
    [
        ("javascript:alert(1)", ["href"]),
        ("data:text/html,x", ["href"]),
        ("https://miasto.example/", []),
        ("mailto:a@miasto.example", []),
    ],
)
def test_link_that_is_not_kept_is_told(city, send, link, lost):
    draft = city.draft(published=True)
    page = city.plain(published=True)
    text = f"<p><a href='{link}'>x</a></p>"

    for told in (
        send(f"{draft.pk}/", 200, summary=text),
        send(f"{page.pk}/", 200, body=[{"type": "paragraph", "value": text}]),
    ):
        warnings = told["meta"].get("warnings") or []
        assert [warning["attribute"] for warning in warnings] == lost


def test_script_is_told(city, send):
    draft = city.draft(published=True)

    told = send(f"{draft.pk}/", 200, summary="<p>a<script>b()</script></p>")

    assert [warning["tag"] for warning in told["meta"]["warnings"]] == ["script"]
    assert "<script" not in told["summary"]
