import csv
import io

import pytest
from openpyxl import load_workbook

from snippets.models import Place

from .forms import address

pytestmark = pytest.mark.django_db

LIST = "list"


@pytest.fixture
def place():
    return Place.objects.create(name="=1+1", street="+48 Bema 60/1", postcode="05-001")


def test_csv_of_a_register_has_no_formula(admin_client, place):
    response = admin_client.get(address(Place, LIST), {"export": "csv"})
    text = b"".join(response.streaming_content).decode()
    _headings, row = csv.reader(io.StringIO(text))

    assert row[:3] == ["'=1+1", "'+48 Bema 60/1", "05-001"]


def test_xlsx_of_a_register_has_text_cells(admin_client, place):
    response = admin_client.get(address(Place, LIST), {"export": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    _headings, row = sheet.iter_rows()

    assert (row[0].value, row[0].data_type) == ("=1+1", "s")
    assert row[2].value == "05-001"
