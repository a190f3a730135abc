import pytest
from django.conf import settings
from django.utils.translation import override

from snippets.importing.values import reads_as_legal_form
from snippets.importing.values.choices import (
    read_legal_form,
    read_status,
    read_yes_no,
    write_choice,
    write_yes_no,
)
from snippets.models import LegalForm, Organisation

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("stowarzyszenie", LegalForm.ASSOCIATION),
        ("Stowarzyszenia", LegalForm.ASSOCIATION),
        ("Stowarzyszenie rejestrowe", LegalForm.ASSOCIATION),
        ("A. Stowarzyszenia i inne", LegalForm.ASSOCIATION),
        ("STOWARZYSZENIE ZWYKŁE", LegalForm.SIMPLE_ASSOCIATION),
        ("II) Fundacje (26)", LegalForm.FOUNDATION),
        ("B. Fundacje", LegalForm.FOUNDATION),
        ("Forma prawna: fundacja", LegalForm.FOUNDATION),
        ("UKS", LegalForm.PUPILS_SPORTS_CLUB),
        ("KGW", LegalForm.RURAL_WOMEN_CIRCLE),
        ("3. Koła gospodyń wiejskich", LegalForm.RURAL_WOMEN_CIRCLE),
        ("OSP", LegalForm.VOLUNTEER_FIRE_BRIGADE),
        ("Ochotnicza Straż Pożarna", LegalForm.VOLUNTEER_FIRE_BRIGADE),
        ("spółka z o.o.", LegalForm.NON_PROFIT_COMPANY),
        ("grupa nieformalna", LegalForm.INFORMAL_GROUP),
        ("Inne", LegalForm.OTHER),
    ],
)
def test_legal_form_is_read(written, form):
    read = read_legal_form("legal_form", written)

    assert (read.value, read.notes) == (form, ())
    assert reads_as_legal_form(written)


@pytest.mark.parametrize("written", ["Dojlidy", "2024", "Kluby szachowe", "V. Sport"])
def test_unknown_form_is_told(written):
    read = read_legal_form("legal_form", written)

    assert read.value == ""
    assert [(note.code, note.params) for note in read.notes] == [
        ("unknown_choice", {"text": written})
    ]
    assert not reads_as_legal_form(written)


@pytest.mark.parametrize("written", ["", "-", "brak", "nie dotyczy"])
def test_no_form_is_no_mistake(written):
    assert read_legal_form("legal_form", written).notes == ()
    assert not reads_as_legal_form(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_are_read_back_in_each_language(language):
    with override(language):
        forms = {form: write_choice("legal_form", form) for form in LegalForm.values}
        statuses = {
            status: write_choice("status", status)
            for status in Organisation.Status.values
        }

    assert all(
        read_legal_form("legal_form", label).value == form
        for form, label in forms.items()
    )
    assert all(
        read_status("status", label).value == status
        for status, label in statuses.items()
    )


@pytest.mark.parametrize(
    ("written", "status"),
    [
        *(("aktywna", "active"), ("Działa", "active"), ("active", "active")),
        *(("w likwidacji", "in_liquidation"), ("Wykreślona", "struck_off")),
        *(("nieznany", "unknown"), ("unknown", "unknown"), ("", ""), ("-", "")),
    ],
)
def test_status_is_read(written, status):
    read = read_status("status", written)

    assert (read.value, read.notes) == (status, ())


@pytest.mark.parametrize("written", ["tak", "TAK", "x", "X", "1", "true", "Yes", "✓"])
def test_yes_is_read(written):
    assert read_yes_no("opp", written).value is True


@pytest.mark.parametrize("written", ["nie", "Nie.", "0", "false", "no", "☐"])
def test_no_is_read(written):
    assert read_yes_no("opp", written).value is False


def test_neither_yes_nor_no():
    assert read_yes_no("opp", "-").value == ""
    assert read_yes_no("opp", "").notes == ()
    read = read_yes_no("opp", "może")
    assert (read.value, [note.code for note in read.notes]) == ("", ["not_yes_or_no"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("value", [True, False])
def test_yes_and_no_are_read_back_in_each_language(language, value):
    with override(language):
        written = write_yes_no(value)

    assert read_yes_no("opp", written).value is value
