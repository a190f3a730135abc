import pytest
from django.conf import settings
from django.utils.translation import override

from snippets.importing.columns import is_known_heading
from snippets.importing.columns.headings import EXACT, LOOSE, read_heading
from snippets.importing.columns.synonyms import SYNONYMS
from snippets.importing.fields import FIELDS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Nazwa", "name"),
        ("NAZWA ORGANIZACJI", "name"),
        ("  nr   KRS ", "krs"),
        ("Nr\nKRS", "krs"),
        ("Nr w ewidencji", "other_register_number"),
        ("Tel.", "phone"),
        ("E-MAIL:", "email"),
        ("Adres\u00a0siedziby", "street"),
        ("Kod terytorialny gmina", "teryt"),
        ("Data uzyskania statusu OPP", "opp_since"),
        ("Charity Name", "name"),
        ("City/Town", "city"),
        ("Postal code", "postcode"),
        ("Назва організації", "name"),
        ("Тэлефон", "phone"),
    ],
)
def test_heading_is_known_however_it_is_typed(heading, field):
    assert read_heading(heading) == (field, EXACT)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Telefon organizacji", "phone"),
        ("Adres e-mail (kontaktowy)", "email"),
        ("NIP podmiotu", "nip"),
        ("Strona www (opcjonalnie)", "website"),
    ],
)
def test_heading_with_words_of_no_weight_is_less_sure(heading, field):
    assert read_heading(heading) == (field, LOOSE)


@pytest.mark.parametrize(
    "heading",
    [
        *("", "Lp.", "Nr", "L.p.", "Uwagi", "Country", "Kod terytorialny ulica"),
        *("Województwo organu prowadzącego", "Kwota dotacji", "1", "Nazwa zadania"),
        "Wykaz organizacji pozarządowych działających w mieście, które mają KRS "
        "i NIP oraz telefon",
    ],
)
def test_other_cells_are_no_headings(heading):
    assert read_heading(heading) is None
    assert not is_known_heading(heading)


@pytest.mark.parametrize("name", ["Stowarzyszenie Opiekunów", "KLUB WOLONTARIUSZY"])
def test_name_that_speaks_of_people_is_no_heading(name):
    assert not is_known_heading(name)


def test_column_of_people_is_known_though_no_field_has_it():
    assert read_heading("Imię i nazwisko dyrektora") is None
    assert is_known_heading("Imię i nazwisko dyrektora")


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_own_labels_are_read_back_in_each_language(language):
    with override(language):
        labels = {key: str(field.label) for key, field in FIELDS.items()}

    assert {key: read_heading(label) for key, label in labels.items()} == {
        key: (key, EXACT) for key in FIELDS
    }


def test_each_synonym_names_the_field_it_stands_under():
    wrong = [
        (heading, key)
        for key, headings in SYNONYMS.items()
        for heading in headings
        if read_heading(heading) != (key, EXACT)
    ]

    assert wrong == []
    assert set(SYNONYMS) == set(FIELDS)
