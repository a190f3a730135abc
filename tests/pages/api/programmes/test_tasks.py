"""Priority tasks, as they are told."""

import pytest

from .asking import ask
from .changing import UID

pytestmark = pytest.mark.django_db


def test_tasks_lead_to_their_clause_and_programme(city, drafts, client):
    task = city.task(clause_id=UID)
    other = city.task()

    told = ask(client, f"tasks/{task.pk}/")

    assert told["programme"]["id"] == city.programme.pk
    assert told["clause"]["text"] == "nowy zapis"
    assert ask(client, told["clause"]["api_url"])["task"]["id"] == task.pk
    assert ask(client, "tasks/", programme=city.programme.pk)["count"] == 2
    assert ask(client, "tasks/", area=other.area_id)["items"][0]["id"] == other.pk
