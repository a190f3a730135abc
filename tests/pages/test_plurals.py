"""Numbers, dates and names in each language, as its grammar asks."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import ngettext

ORGANISATIONS = {
    "pl": ["1 organizacja", "2 organizacje", "5 organizacji", "22 organizacje"],
    "en": ["1 organisation", "2 organisations", "5 organisations", "22 organisations"],
    "uk": ["1 організація", "2 організації", "5 організацій", "22 організації"],
    "be": ["1 арганізацыя", "2 арганізацыі", "5 арганізацый", "22 арганізацыі"],
}
CLAUSES = {
    "pl": ["1 nowy zapis", "2 nowe zapisy", "5 nowych zapisów", "22 nowe zapisy"],
    "uk": ["1 нове положення", "2 нові положення", "5 нових положень"],
    "be": ["1 новае палажэнне", "2 новыя палажэнні", "5 новых палажэнняў"],
}
COMMENTS = {
    "pl": ["1 uwaga", "2 uwagi", "5 uwag", "22 uwagi"],
    "uk": ["1 зауваження", "2 зауваження", "5 зауважень", "22 зауваження"],
    "be": ["1 заўвага", "2 заўвагі", "5 заўваг", "22 заўвагі"],
}
DAY = datetime.date(2013, 8, 13)
DAYS = {
    "pl": "13 sierpnia 2013",
    "en": "13 August 2013",
    "uk": "13 серпня 2013",
    "be": "13 жніўня 2013",
}


def said(one, many, numbers):
    return [ngettext(one, many, n) % {"n": n} for n in numbers]


@pytest.mark.parametrize("language", ORGANISATIONS)
def test_organisations_are_counted_as_the_language_counts(language):
    with translation.override(language):
        forms = said("%(n)s organisation", "%(n)s organisations", (1, 2, 5, 22))

    assert forms == ORGANISATIONS[language]


@pytest.mark.parametrize("language", CLAUSES)
def test_clauses_are_counted_as_the_language_counts(language):
    expected = CLAUSES[language]
    with translation.override(language):
        forms = said("%(n)s new clause", "%(n)s new clauses", (1, 2, 5, 22))

    assert forms[: len(expected)] == expected


@pytest.mark.parametrize("language", COMMENTS)
def test_comments_are_counted_as_the_language_counts(language):
    with translation.override(language):
        forms = said("%(n)s comment", "%(n)s comments", (1, 2, 5, 22))

    assert forms == COMMENTS[language]


@pytest.mark.parametrize("number", [11, 12, 13, 14, 112])
def test_teens_take_the_form_of_many(number):
    with translation.override("pl"):
        [form] = said("%(n)s organisation", "%(n)s organisations", (number,))

    assert form == f"{number} organizacji"


@pytest.mark.parametrize("language", DAYS)
def test_month_stands_in_the_case_of_a_date(language):
    with translation.override(language):
        assert date_format(DAY, "j E Y") == DAYS[language]
