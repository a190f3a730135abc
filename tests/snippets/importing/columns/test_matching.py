from dataclasses import dataclass

import pytest

from snippets.importing.columns import (
    SECTION_KEY,
    as_saved,
    match_columns,
    misfits,
    problems_of,
)
from snippets.importing.fields import SECTION


@dataclass
class Column:
    index: int
    heading: str
    parts: tuple[str, ...]
    filled: int = 10


def columns(*headings, filled=None):
    filled = filled or {}
    return [
        Column(index, heading, tuple(heading.split(" / ")), filled.get(heading, 10))
        for index, heading in enumerate(headings)
    ]


def fields(choices):
    return [choice.field for choice in choices]


def test_columns_are_matched_and_unknown_ones_left_out():
    choices = match_columns(columns("Lp.", "Nazwa organizacji", "Nr KRS", "Uwagi"))

    assert fields(choices) == ["", "name", "krs", ""]
    assert [choice.index for choice in choices] == [0, 1, 2, 3]
    assert problems_of(choices) == []


def test_last_row_of_a_heading_counts_before_the_whole():
    choices = match_columns(columns("Dane / Nazwa", "Numery / KRS", "Miasto / gmina"))

    assert fields(choices) == ["name", "krs", "municipality"]


def test_whole_heading_counts_when_its_last_row_says_nothing():
    assert fields(match_columns(columns("Status / OPP", "Adres / e-mail"))) == [
        "opp",
        "email",
    ]
    assert fields(match_columns(columns("Forma / prawna", "Nr / KRS"))) == [
        "legal_form",
        "krs",
    ]


def test_fuller_of_two_columns_for_one_field_is_taken():
    found = match_columns(
        columns("Nazwa", "Ulica", "Adres", filled={"Ulica": 3, "Adres": 90})
    )

    assert fields(found) == ["name", "", "street"]
    assert not any(choice.is_personal for choice in found)


def test_exact_heading_is_taken_before_a_fuller_vague_one():
    found = match_columns(
        columns("Telefon organizacji", "Telefon", filled={"Telefon organizacji": 90})
    )

    assert fields(found) == ["", "phone"]


def test_first_of_two_like_headings_is_taken():
    assert fields(match_columns(columns("Nazwa", "Nazwa"))) == ["name", ""]


def test_seat_is_taken_before_the_address_for_letters():
    found = match_columns(
        columns(
            "Adres korespondencyjny / Ulica",
            "Adres siedziby / Ulica",
            filled={"Adres korespondencyjny / Ulica": 90},
        )
    )

    assert fields(found) == ["", "street"]


def test_data_of_people_are_left_out():
    choices = match_columns(
        columns("Nazwa", "Prezes", "Osoba do kontaktu / Telefon", "Osoby kontaktowe")
    )

    assert [(choice.field, choice.is_personal) for choice in choices] == [
        ("name", False),
        ("", True),
        ("", True),
        ("", True),
    ]


def test_saved_mapping_decides_also_on_data_of_people():
    saved = {"uwagi": "about", "prezes": "contact_persons", "nazwa": ""}
    choices = match_columns(columns("Nazwa", "Prezes", "Uwagi", "KRS"), saved=saved)

    assert fields(choices) == ["", "contact_persons", "about", "krs"]
    assert [choice.is_personal for choice in choices] == [False, True, False, False]


def test_saved_choice_is_taken_before_a_fuller_proposal():
    choices = match_columns(
        columns("Nazwa", "Podmiot", filled={"Nazwa": 90}), saved={"podmiot": "name"}
    )

    assert fields(choices) == ["", "name"]


def test_field_that_is_gone_is_left_out_of_a_saved_mapping():
    assert fields(match_columns(columns("Fax"), saved={"fax": "fax"})) == [""]


@pytest.mark.parametrize(
    ("sections", "field"),
    [
        (("A. Stowarzyszenia", "B. Fundacje"), "legal_form"),
        (("A. Stowarzyszenia", "B. Fundacje", "Rok 2024"), "legal_form"),
        (("Śródmieście", "Dojlidy"), ""),
    ],
)
def test_sections_are_the_legal_form_when_they_read_so(sections, field):
    *_rest, last = match_columns(columns("Nazwa"), sections=sections)

    assert (last.index, last.field, last.is_personal) == (SECTION, field, False)


def test_sections_give_way_to_a_column_of_the_legal_form():
    choices = match_columns(
        columns("Nazwa", "Forma prawna"), sections=["Stowarzyszenia"]
    )

    assert fields(choices) == ["name", "legal_form", ""]


def test_choice_of_the_sections_is_saved():
    saved = {SECTION_KEY: "district"}
    *_rest, last = match_columns(
        columns("Nazwa"), sections=["A. Stowarzyszenia"], saved=saved
    )

    assert last.field == "district"
    assert as_saved([last]) == saved


def test_no_sections_no_choice_for_them():
    assert len(match_columns(columns("Nazwa"))) == 1


def test_choices_are_saved_under_folded_headings():
    choices = match_columns(columns("Nazwa organizacji", "Nr KRS", "", "Lp."))

    assert as_saved(choices) == {"nazwa organizacji": "name", "nr krs": "krs", "lp": ""}


def test_choices_saved_and_taken_again_stay():
    list_columns = columns("Nazwa", "Nazwa", "Prezes", "Tel.", "Uwagi")
    choices = match_columns(list_columns)

    assert match_columns(list_columns, saved=as_saved(choices)) == choices


def test_misfits_are_the_headings_a_list_lacks():
    saved = {"nazwa": "name", "nr krs": "krs", "uwagi": "", SECTION_KEY: "legal_form"}

    assert misfits(saved, columns("NAZWA:", "Miasto")) == ["nr krs"]


def test_list_without_a_name_column_has_a_problem():
    problems = problems_of(match_columns(columns("KRS", "NIP")))

    assert [(note.code, note.field) for note in problems] == [
        ("no_name_column", "name")
    ]


def test_field_read_twice_is_a_problem_that_names_the_columns():
    saved = {"nazwa": "name", "a": "about", "b": "about"}
    choices = match_columns(columns("Nazwa", "A", "B"), saved=saved)
    twice = [*choices[:2], choices[1].__class__(2, "B", "about")]

    assert problems_of(choices) == []
    (problem,) = problems_of(twice)
    assert (problem.code, problem.field) == ("field_twice", "about")
    assert problem.params == {"headings": "A, B"}
