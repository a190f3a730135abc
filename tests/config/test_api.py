"""What programs get where the API has nothing."""

import pytest

from tests.factories.pages import City

pytestmark = pytest.mark.django_db

NOWHERE = (
    *("/api", "/api/", "/api/nie-ma", "/api/nie-ma/", "/api/v2/pages/"),
    *("/api/v3/", "/api/v3/nie-ma", "/api/v3/nie-ma/", "/api/v3/pages/987654/"),
)


@pytest.mark.parametrize("address", NOWHERE)
def test_missing_address_is_told_to_programs(client, address):
    City()

    response = client.get(address, headers={"accept-language": "uk"}, follow=True)

    assert [to for to, _ in response.redirect_chain] in ([], [f"{address}/"])
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 404


def test_address_without_a_slash_leads_to_the_one_with_it(client):
    City()

    response = client.get("/api/v3/pages")

    assert (response.status_code, response["Location"]) == (301, "/api/v3/pages/")


def test_address_that_only_begins_alike_is_a_page(client):
    City()

    response = client.get("/apiary/")

    assert (response.status_code, response["Location"]) == (302, "/pl/apiary/")
