import pytest

from snippets.importing.values.codes import SPHERE_CODES, read_spheres, read_teryt
from snippets.models import Sphere


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("1, 16", ["1", "16"]),
        ("pkt 1a; 3", ["1a", "3"]),
        ("16;1;1a;2", ["1", "1a", "2", "16"]),
        ("art. 4 ust. 1 pkt 1, 4 i 22A", ["1", "4", "22a"]),
        ("1., 2.", ["1", "2"]),
        ("3\n17", ["3", "17"]),
        ("7", ["7"]),
        *(("", []), ("-", []), ("brak", [])),
    ],
)
def test_points_of_the_statute_are_read_in_its_order(written, codes):
    read = read_spheres("spheres", written)

    assert (read.value, read.notes) == (codes, ())


def test_other_points_are_left_out_and_told():
    read = read_spheres("spheres", "1, 34, kultura")

    assert read.value == ["1"]
    assert [(note.code, note.params) for note in read.notes] == [
        ("unknown_spheres", {"codes": "34, kultura"})
    ]


def test_points_that_the_register_has_are_known():
    assert read_spheres("spheres", "1, 34", {"34"}).value == ["34"]


@pytest.mark.django_db
def test_points_are_those_that_the_register_starts_with():
    assert set(Sphere.objects.values_list("code", flat=True)) == SPHERE_CODES


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("2061011", "2061011"), ("0861011", "0861011"), ("20", "20")),
        *(("206101", "206101"), ("2061", "2061"), ("2061011.0", "2061011")),
        *(("20 61 01 1", "2061011"), ("206101_1", "2061011"), ("brak", "")),
    ],
)
def test_code_of_territory_is_read(written, code):
    read = read_teryt("teryt", written)

    assert (read.value, read.notes) == (code, ())


@pytest.mark.parametrize(
    ("written", "code"), [("861011", "0861011"), ("861", "0861"), ("8", "08")]
)
def test_zero_is_put_back_where_there_is_no_doubt(written, code):
    read = read_teryt("teryt", written)

    assert read.value == code
    assert [note.code for note in read.notes] == ["zeros_restored"]


@pytest.mark.parametrize("written", ["99", "30610", "20610111", "Łomża", "9861011"])
def test_other_codes_of_territory_are_told(written):
    read = read_teryt("teryt", written)

    assert (read.value, [note.code for note in read.notes]) == ("", ["invalid_teryt"])
