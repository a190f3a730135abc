import pytest

from snippets.importing.matching.scoring import (
    alike,
    body_of,
    names_town,
    score_pair,
)
from snippets.importing.matching.weights import Weights
from snippets.importing.matching.words import read_name
from tests.factories.snippets import made_up_krs, made_up_nip, made_up_regon


def body(city="", krs="", regon="", nip=""):
    return body_of(city=city, krs=krs, regon=regon, nip=nip)


def score(name, other, one=None, another=None):
    return score_pair(
        read_name(name),
        one or body(),
        read_name(other),
        another or body(),
        Weights().weigh,
    )


def test_same_name_in_the_same_town_is_beyond_doubt():
    found = score("Fundacja Kajak", "FUNDACJA „KAJAK”", body("Łomża"), body("ŁOMŻA"))

    assert found == (100, ["same_name", "same_city"])


def test_same_name_is_less_sure_without_a_town_and_less_in_another():
    unknown, _ = score("Klub Kajak", "Klub Kajak", body("Łomża"))
    other, why = score("Klub Kajak", "Klub Kajak", body("Łomża"), body("Sejny"))

    assert 100 > unknown > other > 0
    assert why == ["same_name", "other_city"]


def test_town_whose_words_ran_together_is_the_same():
    one, another = body("BielskPodlaski"), body("Bielsk Podlaski")

    assert score("Kajak", "Kajak", one, another) == (100, ["same_name", "same_city"])


def test_two_krs_numbers_are_two_organisations():
    one, another = body("Łomża", made_up_krs(1)), body("Łomża", made_up_krs(2))

    assert score("Kajak", "Kajak", one, another) == (0, [])
    assert score("Kajak", "Kajak", one, body("Łomża"))[0] == 100


def test_nip_is_a_hint_and_no_more():
    one, another = body(nip=made_up_nip(1)), body(nip=made_up_nip(1))
    name, other = "Szkoła Tańca „Fala” Anny", "Szkoła Tańca i Śpiewu Ewy i Anny"
    found, why = score(name, other, one, another)

    assert score(name, other) == (0, [])
    assert found >= 60
    assert why == ["like_name", "same_nip"]
    assert score("Klub Kajak", "Chór Echo", one, another) == (0, [])


def test_regon_of_another_makes_less_sure_and_of_a_unit_more():
    own = made_up_regon(1)
    other, why = score("Kajak", "Kajak", body(regon=own), body(regon=made_up_regon(2)))
    unit, because = score("Kajak", "Kajak", body(regon=own), body(regon=f"{own}00012"))

    assert (other < unit, why[-1], because[-1]) == (True, "other_regon", "same_regon")


def test_other_legal_form_makes_less_sure():
    same, _ = score("Fundacja Kajak", "Fundacja Kajak")
    other, _ = score("Fundacja Kajak", "Stowarzyszenie Kajak")

    assert same > other > 0


@pytest.mark.parametrize(
    ("name", "other"),
    [
        # Two own names, one kind of body.
        ("Stowarzyszenie Przyjaciół Szkoły „Kajak”", "Stow. Przyjaciół Szkoły „Echo”"),
        # Numbers tell apart.
        ("Koło Terenowe nr 165 Towarzystwa Kajak", "Koło Terenowe nr 171 Tow. Kajak"),
        ("Przyjaciele V LO", "Przyjaciele II LO"),
        # Words that everybody has.
        ("Stowarzyszenie Pomocy Dzieciom", "Towarzystwo Pomocy Dzieciom i Osobom"),
        # One rare word in common, the others tell apart.
        (
            "Towarzystwo Przyjaciół Kultury Łemkowskiej",
            "Komitet Opieki nad Zabytkami Kultury Łemkowskiej",
        ),
        # The own name only by its words, not by what they mean.
        ("Fundacja SocLab", "Fundacja Laboratorium Badań i Działań Społecznych"),
        ("OSP w Zawadach", "KGW w Zawadach"),
    ],
)
def test_different_organisations_are_no_question(name, other):
    assert score(name, other) == (0, [])


@pytest.mark.parametrize(
    ("name", "other", "reason"),
    [
        ("Stowarzyszenie Kajak", "Towarzystwo Sportowe „Kajak”", "own_name"),
        (
            "Fundacja SocLab",
            "Fundacja Laboratorium Badań i Działań Społecznych „SocLab”",
            "own_name",
        ),
        ("Podlaski Klub Kajakowy", "Klub Kajakowy Podlaski", "like_name"),
        (
            "Stow. Kajakarzy w Próbnem",
            "Stowarzyszenie Kajakarze w Probnym",
            "like_name",
        ),
        ("Fundacja Dialog", "Fundacja Dailog", "like_name"),
        ("OSP Laskowiec", "Ochotnicza Straż Pożarna w Laskowcu", "like_name"),
    ],
)
def test_ways_of_writing_one_name_are_a_question(name, other, reason):
    found, why = score(name, other)

    assert found >= 75
    assert why[0] == reason
    assert score(other, name)[0] == pytest.approx(found)


def test_town_in_the_name_says_no_more_than_the_town():
    name, other = "Uniwersytet Trzeciego Wieku", "Uniwersytet Trzeciego Wieku w Łomży"
    same, why = score(name, other, body("Łomża"), body("Łomża"))

    assert (same > 90, why) == (True, ["like_name", "same_city"])
    assert score(name, other, body(), body("Łomża"))[0] > 75
    assert score(name, other, body("Sejny"), body("Łomża")) == (0, [])


@pytest.mark.parametrize(
    ("word", "town"),
    [
        *(("lomzy", "lomza"), ("bialymstoku", "bialystok"), ("suwalkach", "suwalki")),
        *(("sejnach", "sejny"), ("bielsku", "bielsk podlaski"), ("elku", "elk")),
    ],
)
def test_forms_of_the_name_of_a_town(word, town):
    assert names_town(word, town)


def test_other_words_are_no_forms_of_it():
    assert not names_town("loteria", "lomza")
    assert not names_town("szkola", "suwalki")


def test_words_are_alike_only_as_forms_or_slips():
    assert alike("dzieci", "dzieciom") > 0.8
    assert alike("dialog", "dailog") > 0.8
    assert alike("kajak", "kajuta") == 0
    assert alike("2023", "2024") == 0
    assert alike("dom", "domu") == 0
