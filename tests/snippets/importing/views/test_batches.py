import pytest

from tests.factories.importing import ImportBatchFactory

from .addresses import address

pytestmark = pytest.mark.django_db


def test_list_says_what_became_of_each_import(client, redakcja):
    done = ImportBatchFactory(imported=True, counts={"new": 12, "refused": 0})
    left = ImportBatchFactory(created_by=redakcja)

    page = client.get(address("imports")).content.decode()

    assert left.filename in page
    assert ": 12" in page
    assert address("import_undo", done) in page
    assert address("import_preview", left) in page
    assert "private" not in page


def test_list_without_imports_says_so(client, redakcja):
    response = client.get(address("imports"))

    assert str(response.context["no_results_message"]) in response.content.decode()


def test_list_asks_the_same_of_the_database_whatever_its_length(
    client, redakcja, django_assert_max_num_queries
):
    client.get(address("imports"))
    ImportBatchFactory.create_batch(30, created_by=redakcja)

    with django_assert_max_num_queries(15):
        client.get(address("imports"))


def test_list_of_organisations_leads_to_the_import(client, redakcja):
    page = client.get(address("list")).content.decode()

    assert address("import_upload") in page
