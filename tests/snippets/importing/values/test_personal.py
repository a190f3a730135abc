import json

import pytest
from stdnum.pl import pesel

from snippets.importing.values import clean_value
from snippets.importing.values.personal import (
    has_personal_number,
    hide_personal_numbers,
)
from snippets.importing.values.reading import MOST_QUOTED, about
from tests.factories.snippets import made_up_nip, made_up_regon

STEM = "8001010000"
PESEL = STEM + pesel.calc_check_digit(STEM)


def test_other_numbers_stay():
    assert not has_personal_number(made_up_regon(5) + " " + made_up_nip(5))
    assert hide_personal_numbers("konto 12345678901234") == "konto 12345678901234"
    assert hide_personal_numbers("tel. 12345678901") == "tel. 12345678901"
    assert hide_personal_numbers(f"Jan, {PESEL}!") == "Jan, …!"


@pytest.mark.parametrize(
    ("field", "written"),
    [
        ("email", f"jan {PESEL}"),
        ("email", "pesel: 80010100001"),
        ("email", f"a@ngo.example, jan.{PESEL}@ngo.example"),
        ("website", f"pesel {PESEL}"),
        ("website", f"www.ngo.example; https://ngo.example/{PESEL}"),
    ],
)
def test_notes_on_a_contact_do_not_quote_the_number_of_a_person(field, written):
    notes = clean_value(field, written).notes

    kept = json.dumps([note.to_json() for note in notes])
    assert notes
    assert PESEL not in kept
    assert "80010100001" not in kept


def test_number_of_a_person_is_hidden_before_a_quotation_is_cut():
    start = "x" * (MOST_QUOTED - 8)

    assert about("code", "about", f"{start} {PESEL}").params == {"text": f"{start} …"}
