import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.pl import pesel

from snippets.importing.values import clean_record
from snippets.importing.values.numbers import read_identifier
from tests.factories.snippets import made_up_krs, made_up_nip, made_up_regon

STEM = "8001010000"
PESEL = STEM + pesel.calc_check_digit(STEM)


@pytest.mark.parametrize(
    ("field", "digits"),
    [("krs", made_up_krs(7)), ("nip", made_up_nip(7)), ("regon", made_up_regon(7))],
)
def test_good_number_is_taken_without_a_note(field, digits):
    for written in (digits, f" {digits} ", f"{field.upper()}: {digits}"):
        read = read_identifier(field, written)
        assert (read.value, read.notes) == (digits, ())


def test_zeros_put_back_are_told():
    read = read_identifier("krs", "49041")

    assert read.value == "0000049041"
    (note,) = read.notes
    assert (note.code, note.field) == ("zeros_restored", "krs")
    assert note.params == {"text": "49041", "digits": "0000049041"}


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("nip", "1234567890", "invalid_checksum"),
        ("nip", "542-195", "invalid_length"),
        ("nip", "5,42E+09", "damaged"),
        ("nip", "0000000000", "invalid_placeholder"),
        ("regon", "w trakcie", "not_a_number"),
        ("krs", "00000490411", "invalid_length"),
        ("krs", "ST 12/2019", "other_register"),
    ],
)
def test_wrong_number_is_left_blank_and_quoted(field, written, code):
    read = read_identifier(field, written)

    assert read.value == ""
    assert [(note.code, note.params) for note in read.notes] == [
        (code, {"text": written})
    ]


@pytest.mark.parametrize("written", ["", "brak", "-", "nie dotyczy", "n/d"])
@pytest.mark.parametrize("field", ["krs", "nip", "regon"])
def test_nothing_is_no_mistake(field, written):
    assert read_identifier(field, written).notes == ()


@pytest.mark.parametrize(
    "written",
    [
        PESEL,
        f" {PESEL} ",
        f"PESEL {PESEL}",
        f"Jan Próbny {PESEL}",
        f"{PESEL[:6]} {PESEL[6:]} (Jan)",
        "pesel: 80010100001",
        f"{PESEL}.0",
    ],
)
@pytest.mark.parametrize("field", ["krs", "nip", "regon"])
def test_number_of_a_person_is_neither_kept_nor_quoted(field, written):
    read = read_identifier(field, written)

    assert (read.value, [note.code for note in read.notes]) == ("", ["pesel"])
    assert read.notes[0].params == {}


@given(st.text(max_size=40), st.text(max_size=40))
def test_number_of_a_person_comes_out_of_no_field(before, after):
    text = f"{before} {PESEL} {after}"
    fields = ("krs", "nip", "regon", "other_register_number", "private_note", "about")
    cleaned = clean_record({"name": "Klub Próbny", **dict.fromkeys(fields, text)})
    kept = json.dumps([cleaned.values, [note.to_json() for note in cleaned.notes]])

    assert PESEL not in kept
