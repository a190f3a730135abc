import pytest

from snippets.importing.values.addresses import with_address


def address(**cells):
    return {key: text for key, text in with_address(cells).items() if text}


@pytest.mark.parametrize(
    ("cells", "street"),
    [
        ({"street": "ul. Okólna", "house": "35 ", "flat": "2"}, "ul. Okólna 35/2"),
        ({"street": "ul. Okólna", "house": "35", "flat": " "}, "ul. Okólna 35"),
        (
            {"street": "ul. Okólna", "house": "35", "flat": "lok. 2"},
            "ul. Okólna 35 lok. 2",
        ),
        ({"street": "ul. Okólna 35", "house": "35"}, "ul. Okólna 35"),
        ({"street": "ul. Okólna 135", "house": "35"}, "ul. Okólna 135 35"),
        ({"street": "ul. Okólna", "house": "-", "flat": "brak"}, "ul. Okólna"),
        ({"street": "Adres: ul. Okólna 35"}, "ul. Okólna 35"),
        ({"street": "ul. 30 Stycznia 29"}, "ul. 30 Stycznia 29"),
        ({"street": "Skłodowskiej-Curie 3, lok. 2"}, "Skłodowskiej-Curie 3, lok. 2"),
        ({"street": "ul.", "house": "24", "city": "Próbne"}, "Próbne 24"),
        ({"street": "", "house": "24", "city": "Próbne"}, "Próbne 24"),
    ],
)
def test_street_gets_its_numbers(cells, street):
    assert address(**cells)["street"] == street


@pytest.mark.parametrize(
    "whole",
    [
        "ul. Próbna 60/1, 15-370 Białystok",
        "ul. Próbna 60/1; 15-370 Białystok",
        "ul. Próbna 60/1 15-370 Białystok",
        "ul. Próbna 60/1\n15-370 Białystok",
        "15-370 Białystok, ul. Próbna 60/1",
        "15-370 Białystok ul. Próbna 60/1",
    ],
)
def test_whole_address_is_taken_apart(whole):
    assert address(street=whole) == {
        "street": "ul. Próbna 60/1",
        "postcode": "15-370",
        "city": "Białystok",
    }


def test_town_before_the_street_is_taken_apart():
    assert address(street="Bielsk Podlaski, ul. Próbna 1") == {
        "street": "ul. Próbna 1",
        "city": "Bielsk Podlaski",
    }


def test_columns_of_their_own_are_believed_before_the_address():
    found = address(
        street="ul. Próbna 1, 15-370 Białystok", city="Łomża", postcode="18-400"
    )

    assert found == {"street": "ul. Próbna 1", "city": "Łomża", "postcode": "18-400"}


def test_blank_columns_of_their_own_are_filled_from_the_address():
    found = address(street="ul. Próbna 1, 15-370 Białystok", city="brak", postcode=" ")

    assert (found["city"], found["postcode"]) == ("Białystok", "15-370")


def test_town_with_its_postcode_is_taken_apart():
    assert address(city="15-370 Białystok") == {
        "city": "Białystok",
        "postcode": "15-370",
    }


def test_other_cells_stay():
    assert address(name="Klub", nip="1") == {"name": "Klub", "nip": "1"}
