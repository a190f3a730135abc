"""Values that pydantic takes and no column keeps are refused at their place."""

import json

import pytest

from tests.factories.pages import City
from tests.pages.api.asking import API, codes, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(client, django_user_model):
    key = token_of(django_user_model.objects.create_superuser("all"))
    meeting = City().meeting(published=True)

    def write(**data):
        response = client.patch(
            f"{API}/pages/{meeting.pk}/",
            json.dumps(data),
            content_type="application/json",
            headers={"authorization": f"Bearer {key}"},
        )
        assert response.status_code == 422, response.content[:500]
        return codes(response.json())

    return write


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("programme_id", 10**30, "int_parsing_size"),
        ("programme_id", "9" * 30, "int_parsing_size"),
        ("discussed_draft_id", -(10**30), "int_parsing_size"),
        ("place_id", True, "int_type"),
        ("place_id", 0, "invalid_choice"),
        ("place_id", -1, "invalid_choice"),
        ("programme_id", 987_654, "invalid_choice"),
        ("start_time", 0, "time_type"),
        ("end_time", 1.5, "time_type"),
        ("start_time", "10:00:00+02:00", "timezone_naive"),
        ("start_time", "25:00", "time_parsing"),
        ("date", 0, "date_type"),
        ("date", "2013-02-30", "date_from_datetime_parsing"),
    ],
)
def test_column(send, name, value, code):
    assert send(**{name: value}) == [(code, "body", name)]


@pytest.mark.parametrize(
    ("relation", "row", "code", "name"),
    [
        ("findings", {"text": "x", "area_id": 10**30}, "int_parsing_size", "area_id"),
        ("findings", {"text": "x", "area_id": 987}, "invalid_choice", "area_id"),
        ("corrections", {"date": 0, "text": "x"}, "date_type", "date"),
    ],
)
def test_column_of_a_row(send, relation, row, code, name):
    assert send(**{relation: [row]}) == [(code, "body", relation, 0, name)]
