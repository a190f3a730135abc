import pytest

from snippets.importing.values.places import (
    in_small_letters,
    read_county,
    read_postcode,
    read_town,
    read_voivodeship,
)


@pytest.mark.parametrize(
    ("written", "town"),
    [
        ("Białystok ", "Białystok"),
        ("BIAŁYSTOK", "Białystok"),
        ("M. BIAŁYSTOK", "Białystok"),
        ("m.Białystok", "Białystok"),
        ("M.ST. WARSZAWA", "Warszawa"),
        ("m. st. Warszawa", "Warszawa"),
        ("Miasto stołeczne Warszawa", "Warszawa"),
        ("Gmina miejska Łomża", "Łomża"),
        ("Łomża - gmina miejska", "Łomża"),
        ("Suchowola (gmina)", "Suchowola"),
        ("WOJTKOWICE STARE", "Wojtkowice Stare"),
        ("BIELSKO-BIAŁA", "Bielsko-Biała"),
        ("KROSNO NAD WISŁĄ", "Krosno nad Wisłą"),
        ("Gm. Łapy,", "Łapy"),
        ("Miasteczko Śląskie", "Miasteczko Śląskie"),
        ("Stary Laskowiec", "Stary Laskowiec"),
        ("brak", ""),
        ("-", ""),
    ],
)
def test_town_is_free_of_prefixes_and_of_capitals_only(written, town):
    read = read_town("city", written)

    assert (read.value, read.notes) == (town, ())


def test_words_that_ran_together_are_kept_and_told():
    read = read_town("city", "BielskPodlaski")

    assert read.value == "BielskPodlaski"
    assert [(note.code, note.params) for note in read.notes] == [
        ("glued_words", {"text": "BielskPodlaski"})
    ]


@pytest.mark.parametrize(
    ("written", "county"),
    [
        ("WYSOKOMAZOWIECKI", "wysokomazowiecki"),
        ("Powiat Sokólski", "sokólski"),
        ("pow. łódzki wschodni", "łódzki wschodni"),
        ("CZARNKOWSKO-TRZCIANECKI", "czarnkowsko-trzcianecki"),
        ("powiat nowodworski", "nowodworski"),
        ("M. ŁOMŻA", "Łomża"),
        ("Gorzów Wielkopolski", "Gorzów Wielkopolski"),
        ("brak", ""),
    ],
)
def test_county_is_an_adjective_in_small_letters_or_a_town(written, county):
    assert read_county("county", written).value == county


@pytest.mark.parametrize(
    ("written", "voivodeship"),
    [
        ("PODLASKIE", "podlaskie"),
        ("woj. Podlaskie", "podlaskie"),
        ("Województwo warmińsko-mazurskie", "warmińsko-mazurskie"),
        ("nie dotyczy", ""),
    ],
)
def test_voivodeship_is_written_small(written, voivodeship):
    assert read_voivodeship("voivodeship", written).value == voivodeship


@pytest.mark.parametrize(
    ("written", "postcode"),
    [
        *(("15-370", "15-370"), ("15370", "15-370"), ("15 370", "15-370")),
        *(("15–370 ", "15-370"), ("15 - 370", "15-370"), ("brak", "")),
    ],
)
def test_postcode_is_written_one_way(written, postcode):
    read = read_postcode("postcode", written)

    assert (read.value, read.notes) == (postcode, ())


def test_postcode_that_lost_its_zero_gets_it_back_and_it_is_told():
    read = read_postcode("postcode", "2123")

    assert read.value == "02-123"
    assert [note.code for note in read.notes] == ["zeros_restored"]


@pytest.mark.parametrize("written", ["15-37", "LV-1010", "153700", "Białystok"])
def test_other_postcodes_are_left_out_and_told(written):
    read = read_postcode("postcode", written)

    assert (read.value, [note.code for note in read.notes]) == (
        "",
        ["invalid_postcode"],
    )


@pytest.mark.parametrize("name", ["Łódź", "OM", "iPark", ""])
def test_other_names_keep_their_letters(name):
    assert in_small_letters(name) == name
