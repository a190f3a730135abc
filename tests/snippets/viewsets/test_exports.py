import csv
import io

import pytest
from openpyxl import load_workbook

from snippets.models import Organisation, Sphere
from tests.factories.snippets import ContactPersonFactory

from .forms import address

pytestmark = pytest.mark.django_db

LIST = "list"


@pytest.fixture
def exported():
    person = ContactPersonFactory(
        organisation__name="=1+1",
        organisation__krs="0009000001",
        organisation__phone="+48 85 000 00 00",
        organisation__private_note="tajne",
    )
    person.organisation.spheres.set(Sphere.objects.filter(code__in=["1", "1a"]))
    return person.organisation


def test_csv_has_no_formula_and_no_private_data(admin_client, exported):
    response = admin_client.get(address(Organisation, LIST), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    _headings, row = csv.reader(io.StringIO(text))

    assert row[0] == "'=1+1"
    assert {"0009000001", "'+48 85 000 00 00", "1, 1a"} <= set(row)
    assert "tajne" not in text
    assert "Prywatn" not in text


def test_xlsx_has_text_cells_and_no_private_data(admin_client, exported):
    response = admin_client.get(address(Organisation, LIST), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    _headings, row = sheet.iter_rows()

    assert (row[0].value, row[0].data_type) == ("=1+1", "s")
    values = {str(cell.value) for cell in row}
    assert {"0009000001", "+48 85 000 00 00"} <= values
    assert values.isdisjoint({"tajne", "Osoba Prywatna"})


def test_export_of_a_search_has_the_found_rows(admin_client, exported):
    response = admin_client.get(
        address(Organisation, LIST), {"export": "csv", "q": "9000001"}
    )

    assert len(b"".join(response.streaming_content).splitlines()) == 2
