from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from snippets.models import ImportBatch, Organisation
from tests.factories.importing import LIST, ImportBatchFactory, ImportRowFactory
from tests.factories.snippets import OrganisationFactory

from .addresses import address, values_of

pytestmark = pytest.mark.django_db


def test_report_says_who_what_and_from_which_file(client, redakcja):
    batch = ImportBatchFactory(
        imported=True, imported_by=redakcja, counts={"new": 1}, undone_by=None
    )
    organisation = OrganisationFactory()
    ImportRowFactory(batch=batch, organisation=organisation)

    page = client.get(address("import_report", batch)).content.decode()

    assert batch.digest in page
    assert "redakcja" in page
    assert "Nr KRS" in page
    assert address("inspect", organisation) in page
    assert address("import_undo", batch) in page
    assert address("import_decide", batch) not in page


@pytest.mark.parametrize("state", ["undone", "cancelled"])
def test_report_of_what_is_over_offers_no_undoing(client, redakcja, state):
    batch = ImportBatchFactory(state=state)

    page = client.get(address("import_report", batch)).content.decode()

    assert address("import_undo", batch) not in page


def test_refused_rows_come_back_as_a_file(client, redakcja):
    batch = ImportBatchFactory(imported=True)
    row = ImportRowFactory(batch=batch, refused=True)
    report = client.get(address("import_report", batch)).content.decode()
    assert address("import_refused", batch) in report

    response = client.get(address("import_refused", batch))

    assert "attachment" in response["Content-Disposition"]
    sheet = load_workbook(BytesIO(response.content)).active
    assert row.raw["Nr KRS"] in [cell.value for cell in list(sheet.rows)[1]]


def test_file_of_an_import_is_never_linked(client, redakcja):
    batch = ImportBatchFactory()

    for name in ("import_preview", "import_columns", "imports"):
        about = None if name == "imports" else batch
        assert batch.file.name not in client.get(address(name, about)).content.decode()


def test_whole_journey_ends_where_it_began(client, redakcja):
    OrganisationFactory(name="Dawne")
    file = SimpleUploadedFile("wykaz.csv", LIST)
    client.post(address("import_upload"), {"file": file})
    batch = ImportBatch.objects.get()
    page = client.get(address("import_columns", batch))
    checked = client.post(address("import_columns", batch), values_of(page))
    assert checked.url == address("import_preview", batch)
    client.post(address("import_run", batch))
    assert Organisation.objects.count() == 2

    response = client.post(address("import_undo", batch))

    assert response.url == address("import_report", batch)
    assert [one.name for one in Organisation.objects.all()] == ["Dawne"]
