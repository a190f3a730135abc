import pytest

from snippets.folding import fold
from snippets.importing.columns.personal import is_personal_heading


@pytest.mark.parametrize(
    "heading",
    [
        *("Imię i nazwisko dyrektora", "Prezes", "Osoba do kontaktu", "PESEL"),
        *("Osoba fizyczna", "Nazwa organu prowadzącego", "Adres zamieszkania"),
        *("Telefon komórkowy prezesa", "Reprezentant", "Członek zarządu"),
        *("Data urodzenia", "Nr dowodu osobistego", "Skład zarządu", "Koordynator"),
        *("First name", "Contact person", "Trustees", "Прізвище", "Ім'я", "Прозвішча"),
    ],
)
def test_data_of_people_are_recognised(heading):
    assert is_personal_heading(fold(heading))


@pytest.mark.parametrize(
    "heading",
    [
        *("Nazwa", "Typ organu prowadzącego", "Powiat organu prowadzącego", "Telefon"),
        *("Telefon do sekretariatu", "Liczba członków", "Kościelna osoba prawna"),
        *("Osoby prawne", "Adres", "Szkoła im. Sienkiewicza", "Name", "E-mail"),
    ],
)
def test_data_of_organisations_are_not(heading):
    assert not is_personal_heading(fold(heading))
