"""The paragraph for the programme: a few sentences, right in number."""

import datetime

import pytest
from django.utils import translation

from pages.comments.models import Consultation
from pages.papers.protocol import paragraph_of
from tests.factories.comments import AnswerFactory
from tests.factories.snippets import OrganisationFactory


@pytest.fixture
def paragraph(here):
    """Return the paragraph in English, as it is now."""

    def read():
        consultation = Consultation.objects.get(pk=here.consultation.pk)
        with translation.override("en"):
            return paragraph_of(consultation)

    return read


def held(here, *days, **values):
    for day in days:
        here.city.meeting(
            programme=here.city.programme,
            date=datetime.date(2013, 7, day),
            **values,
        )


def test_it_says_that_nothing_came(here, paragraph):
    text = paragraph()

    assert "No comments came." in text
    assert "Rulings" not in text
    assert "1 version of the text of the programme was published; “Wersja 3”" in text
    assert "meeting" not in text


def test_comments_organisations_and_rulings_are_counted(here, say, paragraph):
    mine = {"on_behalf": "organisation", "organisation": OrganisationFactory()}
    comments = [say("answered", **mine) for _time in range(3)]
    say()
    say("withdrawn")
    AnswerFactory(comments=comments[:2], published=True, ruling="accepted")
    AnswerFactory(comments=comments[2:], published=True, ruling="rejected")

    text = paragraph()

    assert "5 comments came; 1 organisation took part." in text
    assert "accepted: 2, not accepted: 1, without a published answer: 1." in text


def test_comments_of_persons_alone_need_no_organisations(say, paragraph):
    say()

    assert "1 comment came." in paragraph()
    assert "organisation took part" not in paragraph()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((26,), "at 1 meeting on 26 July 2013."),
        ((26, 26), "at 2 meetings on 26 July 2013."),
        ((30, 2, 26), "at 3 meetings between 2 July 2013 and 30 July 2013."),
    ],
)
def test_meetings_are_told_by_their_days(here, paragraph, days, words):
    held(here, *days)
    held(here, 31, status="cancelled")

    assert words in paragraph()


@pytest.mark.parametrize(
    ("basis", "act", "words"),
    [
        ("", "", "to 30 August 2013."),
        ("uchwała 1", "", "(legal basis: uchwała 1)."),
        ("", "zarządzenie 2", "(ordering act: zarządzenie 2 of 1 August 2013)."),
        (
            "uchwała 1",
            "zarządzenie 2",
            "(legal basis: uchwała 1; ordering act: zarządzenie 2 of 1 August 2013).",
        ),
    ],
)
def test_acts_are_told_as_far_as_they_are_known(here, paragraph, basis, act, words):
    Consultation.objects.update(
        legal_basis=basis,
        act=act,
        act_date=datetime.date(2013, 8, 1),
        opens_on=datetime.date(2013, 8, 19),
        closes_on=datetime.date(2013, 8, 30),
    )

    assert words in paragraph()
