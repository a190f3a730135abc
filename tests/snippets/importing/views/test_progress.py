from datetime import timedelta

import pytest
from django.utils import timezone

from snippets.importing.running import STALE_AFTER
from snippets.models import ImportBatch
from tests.factories.importing import ImportBatchFactory

from .addresses import address

pytestmark = pytest.mark.django_db
State = ImportBatch.State


def stopped(**kwargs):
    """A task that nobody has heard of for longer than it may be silent."""
    said_at = timezone.now() - STALE_AFTER - timedelta(minutes=1)
    return ImportBatchFactory(beat_at=said_at, **kwargs)


def test_page_shows_how_far_it_is_and_refreshes_itself(client, redakcja):
    batch = ImportBatchFactory(checking=True, done=30, total=120)

    response = client.get(address("import_progress", batch))

    assert response["Refresh"]
    assert 'max="120" value="30"' in response.content.decode()
    assert response.context["percent"] == 25
    assert not response.context["is_stale"]


def test_running_task_is_not_started_again(client, redakcja):
    batch = ImportBatchFactory(checking=True)

    response = client.post(address("import_progress", batch))

    assert response.url == address("import_progress", batch)
    batch.refresh_from_db()
    assert batch.state == State.CHECKING


def test_stopped_check_is_tried_again(client, redakcja):
    batch = stopped(state=State.CHECKING)
    page = client.get(address("import_progress", batch))
    assert page.context["is_stale"]

    response = client.post(address("import_progress", batch))

    assert response.url == address("import_preview", batch)
    assert batch.rows.count() == 1


def test_stopped_import_goes_back_to_the_preview(client, redakcja):
    batch = stopped(state=State.IMPORTING)

    response = client.post(address("import_progress", batch))

    assert response.url == address("import_preview", batch)
    batch.refresh_from_db()
    assert batch.state == State.CHECKED


def test_failed_check_says_why_and_may_be_tried_again(client, redakcja):
    batch = ImportBatchFactory(state=State.FAILED, problem={"code": "import_failed"})

    response = client.get(address("import_progress", batch))

    assert "Refresh" not in response
    assert response.context["problem"]
    again = client.post(address("import_progress", batch))
    assert again.url == address("import_preview", batch)
