import json

import pytest
from stdnum.pl import pesel

from snippets.importing.values.contacts import (
    read_email,
    read_people,
    read_phone,
    read_website,
)


def codes(read):
    return [note.code for note in read.notes]


@pytest.mark.parametrize(
    ("written", "website"),
    [
        ("https://ngo.example", "https://ngo.example"),
        ("http://ngo.example/a?b=c,d", "http://ngo.example/a?b=c,d"),
        ("Strona WWW: www.ngo.example", "https://www.ngo.example"),
        ("www.ngo.example", "https://www.ngo.example"),
        ("ngo.example/kontakt", "https://ngo.example/kontakt"),
        ("www: ngo.example", "https://ngo.example"),
        ("strona: http://ngo.example", "http://ngo.example"),
        *(("http://", ""), ("https:// ", ""), ("brak", ""), ("-", ""), ("", "")),
    ],
)
def test_website_is_read(written, website):
    assert read_website("website", written).value == website


def test_http_alone_is_no_mistake():
    assert read_website("website", "http://").notes == ()


@pytest.mark.parametrize(
    "written", ["w budowie", "http://", "https://ngo", "javascript:alert(1)//x.pl"]
)
def test_no_website_is_made_of_other_texts(written):
    assert read_website("website", written).value == ""


def test_wrong_website_is_told():
    assert codes(read_website("website", "w budowie")) == ["invalid_website"]
    assert codes(read_website("website", f"https://ngo.example/{'a' * 200}")) == [
        "invalid_website"
    ]


def test_first_of_several_websites_is_taken_and_it_is_told():
    read = read_website("website", "www.ngo.example; https://other.example")

    assert read.value == "https://www.ngo.example"
    assert read.notes[0].params == {
        "kept": "https://www.ngo.example",
        "left": "https://other.example",
    }


@pytest.mark.parametrize(
    ("written", "email"),
    [
        ("biuro@ngo.example", "biuro@ngo.example"),
        (" e-mail: biuro@ngo.example", "biuro@ngo.example"),
        ("mailto:biuro@ngo.example", "biuro@ngo.example"),
        ("<biuro@ngo.example>", "biuro@ngo.example"),
        ("Biuro@NGO.example.", "Biuro@NGO.example"),
        ("brak", ""),
    ],
)
def test_email_is_read(written, email):
    read = read_email("email", written)

    assert (read.value, read.notes) == (email, ())


def test_first_good_email_is_taken_and_the_others_are_told():
    read = read_email("email", "biuro@, a@ngo.example / b@ngo.example")

    assert read.value == "a@ngo.example"
    assert read.notes[0].params == {"kept": "a@ngo.example", "left": "b@ngo.example"}


def test_wrong_email_is_told():
    assert codes(read_email("email", "biuro(at)ngo.example")) == ["invalid_email"]


@pytest.mark.parametrize(
    ("written", "phone"),
    [
        ("957225242 ", "957225242"),
        ("tel. 85 123 45 67", "85 123 45 67"),
        ("Tel.: +48 85 123 45 67", "+48 85 123 45 67"),
        ("tel 85 123 45 67", "85 123 45 67"),
        ("85 123, 85 124", "85 123, 85 124"),
        ("85 123\n85 124; 85 123", "85 123; 85 124"),
        ("85 123 w. 5", "85 123 w. 5"),
        ("nie posiada", ""),
    ],
)
def test_phone_is_kept_as_written(written, phone):
    assert read_phone("phone", written).value == phone


def test_phones_that_do_not_fit_are_told():
    read = read_phone("phone", "; ".join(f"85 123 45 {n}" for n in range(10, 30)))

    assert (read.value, codes(read)) == ("", ["value_too_long"])


def test_people_are_read_one_a_line():
    read = read_people(
        "contact_persons",
        "Anna Próbna | prezeska | anna@ngo.example | 85 123\nJan Próbny;;Ewa|||500",
    )

    assert read.value == [
        {
            "name": "Anna Próbna",
            "role": "prezeska",
            "email": "anna@ngo.example",
            "phone": "85 123",
        },
        {"name": "Jan Próbny", "role": "", "email": "", "phone": ""},
        {"name": "Ewa", "role": "", "email": "", "phone": "500"},
    ]
    assert read.notes == ()


def test_people_that_cannot_be_kept_are_counted_and_never_quoted():
    read = read_people(
        "contact_persons",
        f"| prezes\nJan Próbny | | jan(at)ngo\nEwa | a | | 1 | 2\n{'a' * 256}\nOla",
    )

    assert [person["name"] for person in read.value] == ["Ola"]
    assert [note.params for note in read.notes] == [{"count": 4}]


def test_number_of_a_person_is_hidden_in_contact_persons():
    stem = "8001010000"
    number = stem + pesel.calc_check_digit(stem)
    read = read_people("contact_persons", f"Jan Próbny {number} | prezes")

    assert number not in json.dumps(read.value)
    assert read.value[0]["role"] == "prezes"
