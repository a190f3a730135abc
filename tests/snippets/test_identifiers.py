from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.pl import pesel

from snippets.identifiers import (
    IdentifierStatus,
    group_krs,
    group_nip,
    group_regon,
    read_krs,
    read_nip,
    read_regon,
)
from tests.factories.snippets import made_up_krs, made_up_nip, made_up_regon

READERS = {"krs": read_krs, "nip": read_nip, "regon": read_regon}
GROUPS = {"krs": group_krs, "nip": group_nip, "regon": group_regon}
MADE_UP = {"krs": made_up_krs, "nip": made_up_nip, "regon": made_up_regon}


def vectors():
    lines = (Path(__file__).parent / "identifiers.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


@pytest.mark.parametrize(("kind", "written", "status", "digits", "why"), vectors())
def test_number_is_read_as_the_table_says(kind, written, status, digits, why):
    found = READERS[kind](written)

    assert (found.status.value, found.digits) == (status, digits), why
    assert found.is_usable is bool(digits)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize("value", [None, "", "  ", "\xa0", "—", "Nie  dotyczy"])
def test_nothing_is_read_as_empty(kind, value):
    found = READERS[kind](value)

    assert found.status is IdentifierStatus.EMPTY
    assert found.text == ""


@pytest.mark.parametrize("value", [49041, 49041.0])
def test_krs_is_padded_when_a_spreadsheet_made_it_a_number(value):
    assert read_krs(value).digits == "0000049041"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 5.5, True, object()])
def test_odd_objects_are_refused_without_an_error(value):
    assert not read_nip(value).is_usable


@pytest.mark.parametrize("kind", READERS)
def test_pesel_is_refused_and_forgotten(kind):
    stem = "8001010000"
    found = READERS[kind](f"PESEL: {stem}{pesel.calc_check_digit(stem)}")

    assert found.status is IdentifierStatus.PESEL
    assert (found.digits, found.text) == ("", "")


def test_text_is_kept_when_the_number_is_wrong():
    assert read_nip(" 123  456 78 90 ").text == "123 456 78 90"


def test_grouping_follows_the_registers():
    assert group_krs("0009000001") == "0009 000 001"
    assert group_nip("1234567890") == "123-456-78-90"
    assert group_regon("123456785") == "123 456 785"
    assert group_regon("12345678512347") == "123 456 785 12347"


@pytest.mark.parametrize("kind", GROUPS)
@pytest.mark.parametrize("text", ["", "12", "no number"])
def test_grouping_leaves_other_text_alone(kind, text):
    assert GROUPS[kind](text) == text


@pytest.mark.parametrize("kind", READERS)
@given(number=st.integers(min_value=1, max_value=900_000))
def test_grouped_number_is_read_back(kind, number):
    digits = MADE_UP[kind](number)
    found = READERS[kind](GROUPS[kind](digits))

    assert (found.status, found.digits) == (IdentifierStatus.VALID, digits)


@pytest.mark.parametrize("kind", READERS)
@given(
    text=st.text() | st.text(alphabet="0123456789 -.,/eE+PLKRS='\"\n\xa0", max_size=40)
)
def test_any_text_gets_a_status(kind, text):
    found = READERS[kind](text)

    assert isinstance(found.status, IdentifierStatus)
    assert found.digits == "" or (found.digits.isascii() and found.digits.isdigit())
    assert len(found.digits) in {0, 9, 10, 14}


@given(number=st.integers(min_value=1, max_value=900_000), place=st.integers(0, 9))
def test_one_wrong_digit_of_nip_is_noticed(number, place):
    digits = made_up_nip(number)
    other = str((int(digits[place]) + 1) % 10)

    assert not read_nip(digits[:place] + other + digits[place + 1 :]).is_usable
