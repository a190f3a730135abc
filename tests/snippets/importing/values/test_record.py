import pytest

from snippets.importing.values import clean_record, clean_value
from snippets.models import LegalForm
from tests.factories.snippets import made_up_krs, made_up_nip


def told(cleaned):
    return {(note.field, note.code) for note in cleaned.notes}


def test_row_is_read_into_values_that_are_not_blank():
    cleaned = clean_record(
        {
            "name": "„Klub Próbny”",
            "krs": made_up_krs(1),
            "nip": "brak",
            "city": "M. ŁOMŻA",
            "opp": "nie",
            "spheres": "3; 1",
            "about": "  Uczy.\r\n\r\nBawi. ",
            "short_name": " ",
        }
    )

    assert cleaned.values == {
        "name": "Klub Próbny",
        "krs": made_up_krs(1),
        "city": "Łomża",
        "opp": False,
        "spheres": ["1", "3"],
        "about": "Uczy.\n\nBawi.",
    }
    assert (cleaned.notes, cleaned.is_refused) == ((), False)


@pytest.mark.parametrize("cells", [{}, {"name": " "}, {"city": "Łomża"}])
def test_row_without_a_name_is_refused(cells):
    cleaned = clean_record(cells)

    assert cleaned.is_refused
    assert ("name", "name_missing") in told(cleaned)


def test_wrong_number_leaves_the_row():
    cleaned = clean_record({"name": "Klub", "nip": "1234567890", "krs": "5,42E+09"})

    assert not cleaned.is_refused
    assert cleaned.values == {"name": "Klub"}
    assert told(cleaned) == {("nip", "invalid_checksum"), ("krs", "damaged")}


def test_number_of_another_register_goes_to_its_field():
    cleaned = clean_record({"name": "Klub", "krs": "ST 12/2019"})

    assert cleaned.values["other_register_number"] == "ST 12/2019"
    assert told(cleaned) == {("krs", "other_register")}


def test_number_of_another_register_does_not_displace_the_one_there_is():
    cells = {"name": "Klub", "krs": "ST 12/2019", "other_register_number": "EW 1"}
    cleaned = clean_record(cells)

    assert cleaned.values["other_register_number"] == "EW 1"
    assert told(cleaned) == {("krs", "other_register_taken")}


def test_same_number_in_both_columns_is_one():
    cells = {"name": "Klub", "krs": "EW 1", "other_register_number": "EW 1"}

    assert clean_record(cells).values["other_register_number"] == "EW 1"
    assert told(clean_record(cells)) == {("krs", "other_register")}


@pytest.mark.parametrize(
    ("own", "section", "form"),
    [
        ("", "A. Stowarzyszenia", LegalForm.ASSOCIATION),
        ("brak", "A. Stowarzyszenia", LegalForm.ASSOCIATION),
        ("fundacja", "A. Stowarzyszenia", LegalForm.FOUNDATION),
        ("", "Dojlidy", None),
        ("", "", None),
    ],
)
def test_section_says_the_form_where_the_row_does_not(own, section, form):
    cleaned = clean_record({"name": "Klub", "legal_form": own}, section=section)

    assert cleaned.values.get("legal_form") == form
    assert cleaned.notes == ()


def test_legal_form_is_never_guessed_from_the_name():
    assert clean_record({"name": "Fundacja Próba"}).values == {"name": "Fundacja Próba"}


@pytest.mark.parametrize(
    ("field", "limit"),
    [("city", 100), ("street", 255), ("short_name", 100), ("voivodeship", 50)],
)
def test_text_that_does_not_fit_is_left_out_and_the_limit_told(field, limit):
    fits = clean_record({"name": "Klub", field: "a" * limit})
    cleaned = clean_record({"name": "Klub", field: "a" * (limit + 1)})

    assert fits.values[field] == "a" * limit
    assert cleaned.values == {"name": "Klub"}
    (note,) = cleaned.notes
    assert (note.code, note.field, note.params) == (
        "value_too_long",
        field,
        {"limit": limit},
    )


def test_several_cells_of_one_field_stand_below_each_other():
    cells = {"name": ["Klub", "Próbny"], "aliases": ["KP", ""], "phone": ["1", "2"]}

    assert clean_record(cells).values == {
        "name": "Klub Próbny",
        "aliases": ["KP"],
        "phone": "1; 2",
    }


def test_columns_that_are_no_fields_are_not_read():
    assert clean_record({"name": "Klub", "": "x", "logo": "y"}).values == {
        "name": "Klub"
    }


def test_number_of_the_parent_is_a_number():
    cells = {"name": "Oddział", "parent": made_up_krs(3)}

    assert clean_record(cells).values["parent"] == made_up_krs(3)


def test_known_points_are_passed_on():
    cleaned = clean_record({"name": "Klub", "spheres": "40"}, known_spheres={"40"})

    assert cleaned.values["spheres"] == ["40"]


@pytest.mark.parametrize("guarded", ["'+48 85 123", "'=85", "'-85", "'@85"])
def test_guard_against_formulas_is_taken_off(guarded):
    assert clean_value("phone", guarded).value == guarded[1:]


def test_nip_is_read_from_a_cell_alone():
    assert clean_value("nip", f"NIP {made_up_nip(2)}").value == made_up_nip(2)
