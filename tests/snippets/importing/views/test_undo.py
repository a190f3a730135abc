import pytest

from snippets.importing.running import request_check, request_import
from snippets.models import ImportBatch, Organisation
from tests.factories.importing import ImportBatchFactory

from .addresses import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def imported(redakcja):
    batch = ImportBatchFactory(uploaded=True)
    request_check(batch)
    request_import(batch, user=redakcja)
    return batch


def test_question_lists_what_would_be_done_and_does_nothing(client, redakcja, imported):
    response = client.get(address("import_undo", imported))

    assert response.context["plan"].removed == 1
    assert Organisation.objects.exists()


def test_what_was_edited_since_is_listed_and_stays(client, redakcja, imported):
    organisation = Organisation.objects.get()
    organisation.city = "Ełk"
    organisation.save()

    page = client.get(address("import_undo", imported))

    assert address("inspect", organisation) in page.content.decode()
    assert not page.context["has_work"]


def test_undone_import_is_gone(client, redakcja, imported):
    response = client.post(address("import_undo", imported))

    assert response.url == address("import_report", imported)
    assert not Organisation.objects.exists()
    imported.refresh_from_db()
    assert (imported.state, imported.undone_by) == (ImportBatch.State.UNDONE, redakcja)
