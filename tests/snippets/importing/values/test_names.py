import pytest

from snippets.importing.values.names import read_aliases, read_name


def codes(read):
    return [note.code for note in read.notes]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("  Klub\u00a0 Próbny ", "Klub Próbny"),
        ("Klub\nPróbny", "Klub Próbny"),
        ("„Klub Próbny”", "Klub Próbny"),
        ('"FUNDACJA ""PRÓBA"""', 'FUNDACJA "PRÓBA"'),
        ('"FUNDACJA ""PRÓBA"" W ŁOMŻY"', 'FUNDACJA "PRÓBA" W ŁOMŻY'),
        ('"„FUNDACJA PRÓBA”"', "FUNDACJA PRÓBA"),
        ('"PRÓBA" FUNDACJA', '"PRÓBA" FUNDACJA'),
        ('"PRÓBA" i "MIARA"', '"PRÓBA" i "MIARA"'),
        ("„Próba” i „Miara”", "„Próba” i „Miara”"),
        ('"Klub „Próba” w Łomży"', "Klub „Próba” w Łomży"),
        ('"PRÓBA FUNDACJA', "PRÓBA FUNDACJA"),
        ('FUNDACJA PRÓBA"', "FUNDACJA PRÓBA"),
        ("Klub O'Hara", "Klub O'Hara"),
        ("Fundacja „Próba”", "Fundacja „Próba”"),
        ("Nazwa: Klub Próbny", "Klub Próbny"),
        ("Stowarzyszenie\u200b Próba,", "Stowarzyszenie Próba"),
        ("Stowarzyszenie 100-lecie", "Stowarzyszenie 100-lecie"),
        ("Zwia\u0328zek", "Związek"),
        ("'=Klub", "=Klub"),
    ],
)
def test_name_is_kept_as_written_but_for_marks_of_the_spreadsheet(written, name):
    read = read_name("name", written)

    assert read.value == name
    assert read.notes == ()


@pytest.mark.parametrize("written", ["", " ", "-", "brak", '""', "12", "1.", "„”"])
def test_row_without_a_name_is_refused(written):
    assert codes(read_name("name", written)) == ["name_missing"]


def test_name_that_swallowed_other_cells_is_refused_with_the_limit():
    read = read_name("name", "a" * 1000)

    assert (read.value, codes(read)) == ("", ["name_too_long"])
    assert read.notes[0].params == {"limit": 255}
    assert read_name("name", "a" * 255).value == "a" * 255


def test_aliases_are_apart_by_semicolons_and_lines_and_kept_once():
    read = read_aliases("aliases", "SocLab; „Klub”\nSOCLAB;; brak ;-")

    assert read.value == ["SocLab", "Klub"]


def test_alias_that_is_too_long_is_left_out_with_a_note():
    read = read_aliases("aliases", f"Klub; {'a' * 256}")

    assert (read.value, codes(read)) == (["Klub"], ["value_too_long"])
    assert len(read.notes[0].params["text"]) == 100
