import string

import pytest
from django.conf import settings
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from snippets.importing.fields import FIELDS
from snippets.importing.values import SPHERE_CODES, clean_record, clean_value, say
from snippets.importing.values.codes import sphere_order
from snippets.importing.values.reading import is_blank
from snippets.models import LegalForm, Organisation
from tests.factories.snippets import made_up_krs, made_up_nip, made_up_regon

LANGUAGES = [code for code, _name in settings.LANGUAGES]
LETTERS = f"{string.ascii_letters}ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"
WORDS = st.lists(st.text(LETTERS, min_size=2, max_size=12), min_size=1, max_size=5).map(
    " ".join
)
WORDS = WORDS.filter(lambda words: not is_blank(words))
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), min_size=1, max_size=60
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": WORDS,
            "role": st.just("") | WORDS,
            "email": st.sampled_from(["", "a@ngo.example"]),
            "phone": st.sampled_from(["", "+48 85 123 45 67"]),
        }
    ),
    min_size=1,
    max_size=3,
)
VALUES = {
    "krs": st.integers(1, 9999).map(made_up_krs),
    "nip": st.integers(1, 9999).map(made_up_nip),
    "regon": st.integers(1, 9999).map(made_up_regon),
    "opp": st.booleans(),
    "acts_in_city": st.booleans(),
    "opp_since": st.dates().map(str).filter(lambda day: "1900" < day < "2100"),
    "legal_form": st.sampled_from(LegalForm.values),
    "status": st.sampled_from(Organisation.Status.values),
    "spheres": st.sets(st.sampled_from(sorted(SPHERE_CODES)), min_size=1).map(
        lambda codes: sorted(codes, key=sphere_order)
    ),
    "contact_persons": PEOPLE,
    "website": st.sampled_from(["https://ngo.example/a,1", "http://www.ngo.example"]),
    "email": st.sampled_from(["biuro@ngo.example", "A.B+c@ngo.example"]),
    "phone": st.sampled_from(["85 123", "+48 85 1; 85 2", "85 1, 2 w. 3"]),
    "postcode": st.from_regex(r"\d\d-\d{3}", fullmatch=True),
    "teryt": st.sampled_from(["20", "2061", "206101", "2061011", "0861011"]),
}


def clean(field, text):
    return clean_value(field, text).value


@pytest.mark.parametrize("language", LANGUAGES)
@given(st.data())
def test_value_is_read_back_the_same(language, data):
    field = data.draw(st.sampled_from(sorted(VALUES)))
    value = data.draw(VALUES[field])
    with override(language):
        written = say(field, value)

    assert clean(field, written) == value


@given(st.sampled_from(sorted(FIELDS)), TEXTS | WORDS)
def test_what_was_read_is_read_back_the_same(field, text):
    read = clean(field, text)

    assert clean(field, say(field, read)) == read


@given(st.lists(WORDS, min_size=1, unique_by=str.casefold))
def test_other_names_are_read_back_the_same(names):
    read = clean("aliases", say("aliases", names))

    assert clean("aliases", say("aliases", read)) == read


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), TEXTS | WORDS))
def test_row_that_was_read_is_read_back_the_same(cells):
    values = clean_record({"name": "Klub Próbny", **cells}).values
    written = {field: say(field, value) for field, value in values.items()}

    assert clean_record(written).values == values


@given(st.dictionaries(st.sampled_from(sorted(FIELDS)), st.text()))
def test_no_text_breaks_the_reader(cells):
    cleaned = clean_record(cells, section=cells.get("name", ""))

    assert all(note.field in FIELDS for note in cleaned.notes)


def test_parts_of_a_contact_person_never_run_over():
    person = {"name": "Anna | Próbna", "role": "", "email": "", "phone": ""}

    assert say("contact_persons", [person]) == "Anna / Próbna"


def test_nothing_is_written_as_nothing():
    assert say("opp_since", None) == say("city", "") == say("aliases", []) == ""
