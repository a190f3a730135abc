import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from snippets.importing import forms
from snippets.importing.reading import Limits
from snippets.models import ImportBatch
from tests.factories.importing import LIST, ImportBatchFactory

from .addresses import address

pytestmark = pytest.mark.django_db


def upload(client, content, name="wykaz.csv"):
    file = SimpleUploadedFile(name, content)
    return client.post(address("import_upload"), {"file": file})


def test_list_is_kept_and_leads_to_its_columns(client, redakcja):
    response = upload(client, LIST)

    batch = ImportBatch.objects.get()
    assert response.url == address("import_columns", batch)
    assert batch.created_by == redakcja
    assert batch.state == ImportBatch.State.UPLOADED


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "pusty.csv"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "obraz.xlsx"),
        (b"PK\x03\x04 not a package", "zepsuty.xlsx"),
    ],
    ids=["empty", "picture", "broken"],
)
def test_what_cannot_be_read_is_said_at_the_field(client, redakcja, content, name):
    response = upload(client, content, name)

    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not ImportBatch.objects.exists()


def test_file_over_the_limit_is_refused_with_the_limit(client, redakcja, monkeypatch):
    monkeypatch.setattr(forms, "LIMITS", Limits(size=10))

    response = upload(client, LIST)

    assert response.context["form"].has_error("file")
    assert not ImportBatch.objects.exists()


def test_page_leads_to_the_template_and_to_unfinished_imports(client, redakcja):
    mine = ImportBatchFactory(created_by=redakcja)
    ImportBatchFactory(created_by=redakcja, imported=True)

    response = client.get(address("import_upload"))

    assert address("template") in response.content.decode()
    assert response.context["unfinished"] == [(mine, address("import_batch", mine))]
