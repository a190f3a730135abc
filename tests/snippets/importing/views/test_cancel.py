import pytest

from snippets.models import ImportBatch
from tests.factories.importing import ImportBatchFactory, ImportRowFactory

from .addresses import address

pytestmark = pytest.mark.django_db


def test_question_changes_nothing(client, redakcja):
    batch = ImportBatchFactory()

    response = client.get(address("import_cancel", batch))

    assert address("import_preview", batch) in response.content.decode()
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.CHECKED


def test_cancelled_list_is_dropped(client, redakcja):
    batch = ImportRowFactory().batch

    response = client.post(address("import_cancel", batch))

    assert response.url == address("imports")
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.CANCELLED
    assert not batch.file
    assert not batch.rows.exists()
